package io.patchbay.tracker.editing;

import java.util.List;
import java.util.function.Function;

/**
 * What became of a change. Each case is an ordinary day; only a broken store throws.
 *
 * @param <T> what was changed or made
 */
public sealed interface Edited<T> {

    /**
     * @param result as it is now
     * @param isNew false where the change asked for what was there already
     */
    record Done<T>(T result, boolean isNew) implements Edited<T> {}

    /** The actor lacks a right; nothing else was looked at. */
    record NotAllowed<T>(Right right) implements Edited<T> {}

    /** What was to be changed is not there, or not for this actor. */
    record Unknown<T>(String noun, String given) implements Edited<T> {}

    /** In the order of the fields; at least one. */
    record Invalid<T>(List<Problem> problems) implements Edited<T> {

        public static <T> Invalid<T> of(Problem problem) {
            return new Invalid<>(List.of(problem));
        }

        /** All that is wrong, as one sentence. */
        public String sentence() {
            return String.join("; ", problems.stream().map(Problem::sentence).toList());
        }
    }

    /** It cannot be while something else is as it is. */
    record Conflict<T>(Obstacle obstacle) implements Edited<T> {}

    /** What a change cannot get past. */
    enum Obstacle {
        /** One of the patches is in another relation, which it would have to leave first. */
        OTHER_RELATION,
        /** The user has sent another request under this {@link RepeatKey}. */
        KEY_OF_OTHER_REQUEST,
        /** What the request made when it was first sent is gone. */
        MADE_AND_GONE
    }

    /** What a change lacks a right to. */
    enum Right {
        /** Nobody has signed in. */
        SIGNED_IN,
        /** The token is for another project. */
        PROJECT_OF_TOKEN,
        /** The token is for other deeds. */
        SCOPE_OF_TOKEN,
        EDIT_PATCH,
        /** Of the projects of all patches that are related. */
        MAINTAIN_RELATED,
        MAINTAIN_PROJECT,
        ADDRESS_COMMENT,
        OWN_BUNDLE,
        /** Only users themselves change what is theirs. */
        SAME_USER,
        /** What only the operator does. */
        OPERATE
    }

    /** The same outcome, with another result if there is one. */
    default <U> Edited<U> map(Function<T, U> next) {
        return switch (this) {
            case Done<T>(var result, var isNew) -> new Done<>(next.apply(result), isNew);
            case NotAllowed<T>(var right) -> new NotAllowed<>(right);
            case Unknown<T>(var noun, var given) -> new Unknown<>(noun, given);
            case Invalid<T>(var problems) -> new Invalid<>(problems);
            case Conflict<T>(var obstacle) -> new Conflict<>(obstacle);
        };
    }
}
