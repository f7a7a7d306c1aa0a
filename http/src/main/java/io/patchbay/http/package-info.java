/**
 * What every window of HTTP shares: the server, where requests meet routes, and where errors become
 * replies. Jetty is known in this module and nowhere else.
 */
@NullMarked
package io.patchbay.http;

import org.jspecify.annotations.NullMarked;
