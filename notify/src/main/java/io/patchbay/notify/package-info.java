/** Mail that goes out (SMTP). */
@NullMarked
package io.patchbay.notify;

import org.jspecify.annotations.NullMarked;
