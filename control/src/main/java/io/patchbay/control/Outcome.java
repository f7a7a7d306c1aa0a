package io.patchbay.control;

import io.patchbay.qmp.schema.ErrorClass;
import io.patchbay.qmp.schema.QmpError;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.Origin;
import io.patchbay.tracker.editing.Edited;
import io.patchbay.tracker.editing.Problem;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What became of a change, in the words of QMP. Whoever reaches a monitor is the operator, so that
 * rights are never missing.
 */
final class Outcome {

    private Outcome() {}

    static Actor operator(String command) {
        return Actor.operator(new Origin("monitor", command));
    }

    /** What was changed or made; everything else is an error of the command. */
    static <T> T of(Edited<T> edited) {
        return switch (edited) {
            case Edited.Done<T>(var result, var _) -> result;
            case Edited.Unknown<T>(var noun, var given) -> throw missing(noun, given);
            case Edited.NotAllowed<T>(var right) ->
                    throw new QmpError("The operator has no right to this: " + right);
            case Edited.Conflict<T>(var obstacle) ->
                    throw new QmpError("This cannot be changed now: " + obstacle);
            case Edited.Invalid<T>(var problems) ->
                    throw new QmpError(
                            problems.stream()
                                    .map(Outcome::sentence)
                                    .collect(Collectors.joining("; ")));
        };
    }

    static QmpError missing(String noun, String given) {
        return new QmpError(
                ErrorClass.DEVICE_NOT_FOUND,
                "%s %s not found"
                        .formatted(
                                noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1),
                                given));
    }

    private static String sentence(Problem problem) {
        var parameter = problem.field().replace('_', '-');
        return switch (problem) {
            case Problem.UnknownWord(var _, var given, var known) ->
                    "Parameter '%s' does not accept value '%s'; there are %s"
                            .formatted(parameter, given, String.join(", ", known));
            case Problem.Missing(var field, var given) when field.equals("user") ->
                    "User '%s' not found".formatted(given);
            case Problem.BadText _,
                    Problem.Missing _,
                    Problem.NotMaintainer _,
                    Problem.OutOfRange _,
                    Problem.Taken _,
                    Problem.NoPatches _,
                    Problem.MixedProjects _,
                    Problem.BadPattern _,
                    Problem.Outdated _ ->
                    problem.sentence(parameter);
        };
    }
}
