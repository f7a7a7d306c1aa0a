/** A QMP server: sessions, monitors and character devices that come and go while it runs. */
@NullMarked
package io.patchbay.qmp;

import org.jspecify.annotations.NullMarked;
