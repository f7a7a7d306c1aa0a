package io.patchbay.store.database;

import io.patchbay.tracker.StoreUnavailable;

import java.sql.SQLException;
import java.util.Set;

/** The database refused or failed; the message holds the SQL that was run. */
public final class StoreFailure extends RuntimeException {

    // SQLITE_ERROR, TOOBIG, CONSTRAINT, MISMATCH, RANGE: what was asked is wrong. All else, such as
    // BUSY, FULL, IOERR and READONLY, is the matter of the place where the file is.
    private static final Set<Integer> SQLITE_FAULTS_OF_THE_WORK = Set.of(1, 18, 19, 20, 25);

    // Classes of SQLSTATE: values, integrity, syntax, limits of a program. All else is the matter
    // of the server or of the way there.
    private static final Set<String> POSTGRES_FAULTS_OF_THE_WORK =
            Set.of("21", "22", "23", "42", "54");

    StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }

    public StoreFailure(String message) {
        super(message);
    }

    /** Tells a fault of the work from a database that cannot do it now. */
    static RuntimeException of(String message, SQLException cause) {
        var state = cause.getSQLState();
        boolean faultOfTheWork =
                state == null
                        ? SQLITE_FAULTS_OF_THE_WORK.contains(cause.getErrorCode())
                        : POSTGRES_FAULTS_OF_THE_WORK.contains(
                                state.substring(0, Math.min(2, state.length())));
        return faultOfTheWork
                ? new StoreFailure(message, cause)
                : new StoreUnavailable(message, cause);
    }
}
