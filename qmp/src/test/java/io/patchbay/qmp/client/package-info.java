@NullMarked
package io.patchbay.qmp.client;

import org.jspecify.annotations.NullMarked;
