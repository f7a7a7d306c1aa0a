package io.patchbay.tracker.model;

/** Somebody who can sign in. */
public record User(long id, String username, String firstName, String lastName, String email) {

    /** First and last name where given, else the username. */
    public String displayName() {
        var full = (firstName + " " + lastName).strip();
        return full.isEmpty() ? username : full;
    }
}
