/** Who is asking: by session, password or token. */
@NullMarked
package io.patchbay.http.signin;

import org.jspecify.annotations.NullMarked;
