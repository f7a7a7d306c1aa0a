/** The postman: mail that goes out. */
@NullMarked
package io.patchbay.post;

import org.jspecify.annotations.NullMarked;
