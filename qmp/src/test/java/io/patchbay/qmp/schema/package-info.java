@NullMarked
package io.patchbay.qmp.schema;

import org.jspecify.annotations.NullMarked;
