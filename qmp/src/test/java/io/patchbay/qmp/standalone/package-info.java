@NullMarked
package io.patchbay.qmp.standalone;

import org.jspecify.annotations.NullMarked;
