package io.patchbay.tracker.editing;

import io.patchbay.tracker.model.CheckState;
import io.patchbay.tracker.model.User;

import org.jspecify.annotations.Nullable;

/** A check that is to be added to a patch. */
public record NewCheck(
        User user,
        CheckState state,
        @Nullable String targetUrl,
        @Nullable String description,
        String context) {}
