/** Both databases, empty, for the tests of other rooms. */
@NullMarked
package io.patchbay.databases;

import org.jspecify.annotations.NullMarked;
