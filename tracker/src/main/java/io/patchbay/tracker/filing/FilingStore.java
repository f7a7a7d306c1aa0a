package io.patchbay.tracker.filing;

/** What filing asks of the store, inside one transaction. */
public interface FilingStore {

    FilingContext rulebook();

    /** Everything that is known about what was asked. */
    Conversation around(Questions questions);

    /** Writes all of it. The ids of the new rows are those that {@link #around} handed out. */
    void keep(Changes ledger);
}
