package io.patchbay.patches;

/** The outcome of a check; the ordinal is the number that is stored and sent (data-model §1). */
public enum CheckState {
    PENDING,
    SUCCESS,
    WARNING,
    FAIL;

    /** The word of the API, such as {@code success}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static CheckState of(int number) {
        return values()[number];
    }
}
