/** The old window: Patchwork's XML-RPC interface, frozen. Off unless it is switched on. */
@NullMarked
package io.patchbay.xmlrpc;

import org.jspecify.annotations.NullMarked;
