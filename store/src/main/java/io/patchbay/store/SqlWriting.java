package io.patchbay.store;

import io.patchbay.patches.Writing;

/** Reads and changes within one transaction. */
final class SqlWriting extends SqlReading implements Writing {

    private final Transaction transaction;

    SqlWriting(Transaction transaction) {
        super(transaction.sql());
        this.transaction = transaction;
    }

    /** Writes what was put off, just before the commit. */
    void keep() {
        transaction.keep();
    }
}
