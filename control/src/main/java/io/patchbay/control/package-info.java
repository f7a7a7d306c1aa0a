/** The operator: Patchbay's own commands and events, offered on every monitor. */
@NullMarked
package io.patchbay.control;

import org.jspecify.annotations.NullMarked;
