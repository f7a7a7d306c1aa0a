/** The other end: a client of any QMP server, ours or QEMU, and what it knows of its commands. */
@NullMarked
package io.patchbay.qmp.client;

import org.jspecify.annotations.NullMarked;
