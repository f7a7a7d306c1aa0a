package io.patchbay.tracker.model;

import java.util.List;

/**
 * Patches that a user put together.
 *
 * @param patches in the bundle's own order
 */
public record Bundle(
        long id,
        Project project,
        String name,
        User owner,
        boolean isPublic,
        List<PatchHead> patches) {}
