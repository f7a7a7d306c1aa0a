/** A server of its own with the command line that QEMU's harnesses use (spec §9, §12). */
@NullMarked
package io.patchbay.qmp.standalone;

import org.jspecify.annotations.NullMarked;
