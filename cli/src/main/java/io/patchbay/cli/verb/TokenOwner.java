package io.patchbay.cli.verb;

import io.patchbay.server.Refusal;
import io.patchbay.tracker.Reading;

/** The user whose tokens a verb is about. */
final class TokenOwner {

    private TokenOwner() {}

    static long named(String name, Reading reading) {
        return reading.users()
                .credentials(name)
                .orElseThrow(() ->
                        new Refusal("there is no user '%s'; 'user add' makes one".formatted(name)))
                .userId();
    }
}
