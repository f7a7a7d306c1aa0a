/**
 * The hallway: what every window shares. Routes, requests and responses, sign-in, paging, content
 * negotiation, and the one place where errors become replies. Jetty is known here and nowhere else.
 */
@NullMarked
package io.patchbay.http;

import org.jspecify.annotations.NullMarked;
