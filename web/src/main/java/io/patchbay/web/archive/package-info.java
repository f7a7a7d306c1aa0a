/** The mails as they came, at the addresses that public-inbox has and b4 asks (archive §1, §2). */
@NullMarked
package io.patchbay.web.archive;

import org.jspecify.annotations.NullMarked;
