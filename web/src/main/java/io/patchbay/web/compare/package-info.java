/** What changed from one version of a series to another. */
@NullMarked
package io.patchbay.web.compare;

import org.jspecify.annotations.NullMarked;
