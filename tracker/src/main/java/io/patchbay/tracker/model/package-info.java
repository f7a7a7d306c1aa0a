/** What is tracked: patches, covers, series, comments, checks, bundles, projects and people. */
@NullMarked
package io.patchbay.tracker.model;

import org.jspecify.annotations.NullMarked;
