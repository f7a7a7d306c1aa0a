@NullMarked
package io.patchbay.diff.example;

import org.jspecify.annotations.NullMarked;
