/**
 * What the tests of several modules need: databases, the corpus, and the data beside the
 * repository.
 */
@NullMarked
package io.patchbay.testing;

import org.jspecify.annotations.NullMarked;
