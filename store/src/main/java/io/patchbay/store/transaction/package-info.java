/** What belongs to one transaction that writes: ids, events, audit record and counted rows. */
@NullMarked
package io.patchbay.store.transaction;

import org.jspecify.annotations.NullMarked;
