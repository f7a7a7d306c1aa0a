package io.patchbay.store.database;

import java.util.function.Function;

/** A database that runs work in transactions. */
public interface Database extends AutoCloseable {

    /** On one snapshot, beside any number of others. */
    <T> T read(Function<Sql, T> work);

    /** Alone among all writers of all processes; undone if the work throws. */
    <T> T write(Function<Sql, T> work);

    @Override
    void close();
}
