/** Both databases, empty, for the tests of other rooms. */
@NullMarked
package io.patchbay.testing;

import org.jspecify.annotations.NullMarked;
