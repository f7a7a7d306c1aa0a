package io.patchbay.cli.data;

import io.patchbay.server.Refusal;
import io.patchbay.tracker.editing.Edited;
import io.patchbay.tracker.editing.Problem;

import java.util.stream.Collectors;

/** What became of a change, for the person who typed the verb. */
public final class Outcome {

    private Outcome() {}

    /**
     * What was changed or made.
     *
     * @throws Refusal with the reason if nothing was
     */
    public static <T> T of(Edited<T> edited) {
        return switch (edited) {
            case Edited.Done<T>(var result, var _) -> result;
            case Edited.Invalid<T>(var problems) ->
                    throw new Refusal(
                            problems.stream()
                                    .map(Outcome::sentence)
                                    .collect(Collectors.joining("; ")));
            case Edited.Unknown<T>(var noun, var given) ->
                    throw new Refusal(
                            "there is no %1$s '%2$s'%3$s"
                                    .formatted(
                                            noun,
                                            given,
                                            noun.equals("project")
                                                    ? "; 'project list' names them"
                                                    : ""));
            case Edited.NotAllowed<T>(var right) ->
                    throw new Refusal("the operator has no right to this: " + right);
            case Edited.Conflict<T>(var obstacle) ->
                    throw new Refusal("this cannot be changed now: " + obstacle);
        };
    }

    private static String sentence(Problem problem) {
        return problem instanceof Problem.UnknownWord(var field, var given, var known)
                        && field.equals("maintainer")
                ? "there is no project '%s'; there %s"
                        .formatted(
                                given,
                                known.isEmpty()
                                        ? "is none yet, 'project add' makes one"
                                        : "are: " + String.join(", ", known))
                : problem.sentence(problem.field().replace('_', '-'));
    }
}
