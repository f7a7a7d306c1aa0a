/** The cellar: the only place that speaks SQL. */
@NullMarked
package io.patchbay.store;

import org.jspecify.annotations.NullMarked;
