package io.patchbay.tracker.filing;

import io.patchbay.tracker.model.Person;

/** Who sent a mail that is kept, and what that changes in the table of people. */
public record Sender(Person person, News news) {

    public enum News {
        NONE,
        /** The address is known, the name is another than last time. */
        RENAMED,
        NEW
    }
}
