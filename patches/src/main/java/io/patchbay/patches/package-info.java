/**
 * The desk: patches, covers, series, comments, checks and the rules that file a mail as one of
 * them. Knows nothing of HTTP, JSON, SQL or QMP; {@link io.patchbay.patches.Store} is its door to
 * the cellar.
 */
@NullMarked
package io.patchbay.patches;

import org.jspecify.annotations.NullMarked;
