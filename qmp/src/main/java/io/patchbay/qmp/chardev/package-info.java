/** Character devices: the byte streams that monitors are plugged into (spec §7). */
@NullMarked
package io.patchbay.qmp.chardev;

import org.jspecify.annotations.NullMarked;
