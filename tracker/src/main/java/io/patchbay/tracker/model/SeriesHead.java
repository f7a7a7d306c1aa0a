package io.patchbay.tracker.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** What other things show of a series they mention. */
public record SeriesHead(
        long id, Project project, @Nullable String name, Instant date, int version) {

    public String displayName() {
        return name == null ? "Untitled series #" + id : name;
    }
}
