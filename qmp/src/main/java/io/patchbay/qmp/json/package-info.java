/** JSON as QMP speaks it: byte by byte in, one ASCII line out. */
@NullMarked
package io.patchbay.qmp.json;

import org.jspecify.annotations.NullMarked;
