/** How fast mails are filed and pages are answered, and at what cost. */
@NullMarked
package io.patchbay.bench;

import org.jspecify.annotations.NullMarked;
