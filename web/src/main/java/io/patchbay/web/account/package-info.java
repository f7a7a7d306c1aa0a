/** Signing in and up, profiles, passwords and mail addresses. */
@NullMarked
package io.patchbay.web.account;

import org.jspecify.annotations.NullMarked;
