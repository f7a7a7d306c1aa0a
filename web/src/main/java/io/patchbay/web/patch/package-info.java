/** The pages of one patch and one cover letter, with diffs, comments and downloads. */
@NullMarked
package io.patchbay.web.patch;

import org.jspecify.annotations.NullMarked;
