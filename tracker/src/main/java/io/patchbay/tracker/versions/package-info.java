/**
 * Which series is the next version of which (docs/measured/versions.md). Pure but for the look-ups
 * of {@link io.patchbay.tracker.versions.VersionStore}.
 */
@NullMarked
package io.patchbay.tracker.versions;

import org.jspecify.annotations.NullMarked;
