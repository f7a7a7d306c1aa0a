@NullMarked
package io.patchbay.qmp.json;

import org.jspecify.annotations.NullMarked;
