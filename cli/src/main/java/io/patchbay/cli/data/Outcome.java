package io.patchbay.cli.data;

import io.patchbay.server.Refusal;
import io.patchbay.tracker.editing.Edited;

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
            case Edited.Invalid<T> invalid -> throw new Refusal(invalid.sentence());
            case Edited.Unknown<T>(var noun, var given) ->
                    throw new Refusal("there is no %s '%s'".formatted(noun, given));
            case Edited.NotAllowed<T>(var right) ->
                    throw new Refusal("the operator has no right to this: " + right);
            case Edited.Conflict<T>(var obstacle) ->
                    throw new Refusal("this cannot be changed now: " + obstacle);
        };
    }
}
