package io.patchbay.patches;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What is known of an API token: not its key.
 *
 * @param expires null for never
 */
public record Token(long id, String label, Instant created, @Nullable Instant expires) {}
