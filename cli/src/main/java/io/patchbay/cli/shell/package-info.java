/** {@code monitor}: a shell over a QMP monitor. */
@NullMarked
package io.patchbay.cli.shell;

import org.jspecify.annotations.NullMarked;
