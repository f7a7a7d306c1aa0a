@NullMarked
package io.patchbay.qmp.chardev;

import org.jspecify.annotations.NullMarked;
