package io.patchbay.tracker.model;

/** How a user wants the pages to be; {@code sendEmail} is kept for the API and has no effect. */
public record UserSettings(boolean sendEmail, int itemsPerPage, boolean showIds) {

    public static final UserSettings DEFAULT = new UserSettings(false, 100, false);
}
