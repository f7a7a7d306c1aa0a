package io.patchbay.server;

import io.patchbay.intake.Outcomes;
import io.patchbay.qmp.json.JsonObject;

/** What became of mails, as a monitor tells it. */
final class MailCounts {

    private MailCounts() {}

    /** Of a whole job, as its last event tells. */
    static Outcomes of(JsonObject told) {
        return new Outcomes(
                number(told, "covers"),
                number(told, "patches"),
                number(told, "comments"),
                number(told, "duplicates"),
                number(told, "dropped"),
                number(told, "unknown-list"),
                number(told, "errors"));
    }

    private static int number(JsonObject told, String name) {
        return Math.toIntExact(told.integer(name).orElseThrow());
    }
}
