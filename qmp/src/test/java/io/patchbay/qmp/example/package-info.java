@NullMarked
package io.patchbay.qmp.example;

import org.jspecify.annotations.NullMarked;
