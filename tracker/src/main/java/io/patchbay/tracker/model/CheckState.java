package io.patchbay.tracker.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The outcome of a check; the ordinal is the number that is stored and sent (data-model §1). */
public enum CheckState {
    PENDING,
    SUCCESS,
    WARNING,
    FAIL;

    /** The word of the API, such as {@code success}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its label or its number, as people and programs write it. */
    public static Optional<CheckState> named(String word) {
        return Arrays.stream(values())
                .filter(state ->
                        state.label().equals(word)
                                || Integer.toString(state.ordinal()).equals(word))
                .findFirst();
    }

    public static CheckState of(int number) {
        return values()[number];
    }

    /**
     * All checks of a patch in one (rest-api §8): one failure or warning is enough, and success
     * needs all to have succeeded. Pending if there is none.
     *
     * @param latest the newest of each user and context
     */
    public static CheckState combined(Collection<CheckState> latest) {
        return Stream.of(FAIL, WARNING, PENDING)
                .filter(latest::contains)
                .findFirst()
                .orElse(latest.isEmpty() ? PENDING : SUCCESS);
    }
}
