/** What every measurement needs: what is measured, its clocks, and how figures are shown. */
@NullMarked
package io.patchbay.bench.measure;

import org.jspecify.annotations.NullMarked;
