package io.patchbay.tracker;

import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.packing.MailPacking;
import io.patchbay.tracker.packing.MailUpkeep;

import java.util.function.Function;

/** Where everything is kept: SQLite or PostgreSQL, of which both pass the same contract. */
public interface Store extends AutoCloseable {

    /** Runs the work on one consistent snapshot. */
    <T> T read(Function<Reading, T> work);

    /**
     * Runs the work in one transaction that is durable when this returns, and undone if the work
     * throws. Transactions run one after another, so the order of events is the order of commits.
     *
     * @throws StoreUnavailable if the store is locked, full or away
     */
    <T> T write(Function<Writing, T> work);

    /** The same, with an audit record of what the actor changes. */
    <T> T write(Actor actor, Function<Writing, T> work);

    /** How it packs the mails that it keeps. */
    MailPacking packing();

    MailUpkeep upkeep();

    @Override
    void close();
}
