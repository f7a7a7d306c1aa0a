package io.patchbay.tracker.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** What a CI system says of a patch. Never updated: a newer check of the same context counts. */
public record Check(
        long id,
        long patchId,
        User user,
        Instant date,
        CheckState state,
        @Nullable String targetUrl,
        @Nullable String description,
        String context) {}
