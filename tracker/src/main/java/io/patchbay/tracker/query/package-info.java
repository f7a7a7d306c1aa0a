/** Which rows of a list are asked for, in which order, and which part of them. */
@NullMarked
package io.patchbay.tracker.query;

import org.jspecify.annotations.NullMarked;
