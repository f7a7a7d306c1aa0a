/** Where mail arrives: archives, folders, pipes. Raw mails leave this room read and in order. */
@NullMarked
package io.patchbay.intake;

import org.jspecify.annotations.NullMarked;
