/** The pages of bundles. */
@NullMarked
package io.patchbay.web.bundle;

import org.jspecify.annotations.NullMarked;
