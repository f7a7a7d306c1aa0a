/** How fast mails are filed. */
@NullMarked
package io.patchbay.bench.intake;

import org.jspecify.annotations.NullMarked;
