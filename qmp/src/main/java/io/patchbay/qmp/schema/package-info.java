/**
 * Commands, events and their types, each declared once as a Java record: argument checks, printing
 * and introspection all come from that declaration.
 */
@NullMarked
package io.patchbay.qmp.schema;

import org.jspecify.annotations.NullMarked;
