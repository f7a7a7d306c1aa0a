@NullMarked
package io.patchbay.qmp;

import org.jspecify.annotations.NullMarked;
