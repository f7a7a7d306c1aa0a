/** Requests and responses, and what stands in them. */
@NullMarked
package io.patchbay.http.message;

import org.jspecify.annotations.NullMarked;
