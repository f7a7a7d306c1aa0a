/** Users, sessions, tokens, confirmations and the audit record. */
@NullMarked
package io.patchbay.store.accounts;

import org.jspecify.annotations.NullMarked;
