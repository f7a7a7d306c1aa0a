package io.patchbay.tracker.editing;

import java.util.List;

/**
 * How a bundle shall be.
 *
 * @param projectId that of the patches
 * @param patchIds in the bundle's order, each once
 */
public record BundleContent(long projectId, String name, boolean isPublic, List<Long> patchIds) {}
