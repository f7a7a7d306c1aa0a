package io.patchbay.patches;

/** Who sent a mail that is kept, and what that changes in the table of people. */
public record Sender(Person person, News news) {

    public enum News {
        NONE,
        /** The address is known, the name is another than last time. */
        RENAMED,
        NEW
    }
}
