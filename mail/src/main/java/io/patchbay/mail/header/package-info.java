/** Header fields: sections, values, encoded words, and the forms of dates, addresses and ids. */
@NullMarked
package io.patchbay.mail.header;

import org.jspecify.annotations.NullMarked;
