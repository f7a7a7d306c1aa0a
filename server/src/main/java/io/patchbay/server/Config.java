package io.patchbay.server;

import org.jspecify.annotations.Nullable;

/**
 * All that a server is told from outside, read once.
 *
 * @param domain where clients find the site; null for the address it listens on
 * @param behindProxy whether a proxy before it tells scheme and address of clients
 */
public record Config(Storage storage, Address http, @Nullable String domain, boolean behindProxy) {

    /** Found where it listens, with nothing in between. */
    public static Config of(Storage storage, Address http) {
        return new Config(storage, http, null, false);
    }
}
