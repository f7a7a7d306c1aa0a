/** How fast requests are answered. */
@NullMarked
package io.patchbay.bench.pages;

import org.jspecify.annotations.NullMarked;
