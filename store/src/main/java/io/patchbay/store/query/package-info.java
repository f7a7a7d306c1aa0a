/** Lists: what they can be filtered and ordered by, and how a page of one is found. */
@NullMarked
package io.patchbay.store.query;

import org.jspecify.annotations.NullMarked;
