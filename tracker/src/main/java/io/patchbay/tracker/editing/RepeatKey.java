package io.patchbay.tracker.editing;

/**
 * By which a request is known that its client may send again (docs/adr/0012).
 *
 * @param key chosen by the client
 * @param request a hash of all that is asked; the same key with another one is refused
 */
public record RepeatKey(String key, String request) {}
