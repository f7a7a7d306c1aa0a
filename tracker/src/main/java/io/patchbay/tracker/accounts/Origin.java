package io.patchbay.tracker.accounts;

/**
 * Where a change comes from, as the audit record keeps it.
 *
 * @param address of the client, as far as it is known; else the door, such as {@code monitor}
 * @param request in one line, without secrets
 */
public record Origin(String address, String request) {}
