package io.patchbay.server;

import io.patchbay.patches.Reading;

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
