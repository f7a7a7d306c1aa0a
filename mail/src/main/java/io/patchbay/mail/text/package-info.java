/** Text as mail brings it: characters, charsets, transfer encodings, lines and limits. */
@NullMarked
package io.patchbay.mail.text;

import org.jspecify.annotations.NullMarked;
