@NullMarked
package io.patchbay.mail;

import org.jspecify.annotations.NullMarked;
