package io.patchbay.tracker.versions;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A series among the versions of one work.
 *
 * @param version the number that it bears
 * @param source what tells its earlier version; null if none is known
 */
public record KnownVersion(
        long series, int version, Instant date, VersionLink.@Nullable Source source) {}
