package io.patchbay.tracker.model;

/** Something else has the name that a new object was to have. */
public final class NameTaken extends RuntimeException {

    /**
     * @param noun such as {@code user}
     */
    public NameTaken(String noun, String name) {
        super("a %s '%s' already exists; choose another name".formatted(noun, name));
    }
}
