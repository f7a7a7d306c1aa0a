/** Which path is answered by whom, and how an answer goes on the wire. */
@NullMarked
package io.patchbay.http.route;

import org.jspecify.annotations.NullMarked;
