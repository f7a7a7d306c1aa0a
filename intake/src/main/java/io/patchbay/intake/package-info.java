/**
 * Where mail comes in: in bulk, one by one, and followed. What cannot be filed goes to the
 * quarantine.
 */
@NullMarked
package io.patchbay.intake;

import org.jspecify.annotations.NullMarked;
