/** The verbs that are about versions of series. */
@NullMarked
package io.patchbay.cli.versions;

import org.jspecify.annotations.NullMarked;
