/** Patch lists: filters, order, rows, and the form that changes many patches. */
@NullMarked
package io.patchbay.web.list;

import org.jspecify.annotations.NullMarked;
