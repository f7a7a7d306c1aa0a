/** The visitor: comes in by the door like everybody and looks at what is shown. */
@NullMarked
package io.patchbay.acceptance;

import org.jspecify.annotations.NullMarked;
