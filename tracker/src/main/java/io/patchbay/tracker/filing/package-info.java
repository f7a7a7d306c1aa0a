/**
 * The rules by which a mail becomes a patch, a cover letter or a comment. Pure but for the look-ups
 * that {@link io.patchbay.tracker.filing.Questions} gathers.
 */
@NullMarked
package io.patchbay.tracker.filing;

import org.jspecify.annotations.NullMarked;
