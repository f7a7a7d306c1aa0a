/** What is stored of the versions of series: signs, samples and links. */
@NullMarked
package io.patchbay.store.versions;

import org.jspecify.annotations.NullMarked;
