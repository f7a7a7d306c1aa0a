package io.patchbay.store;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * The current row of a result, read from left to right as its select list is written. So a noun
 * keeps its columns and their reading side by side, and other nouns embed both.
 */
final class Row {

    /** Makes something of the current row. */
    @FunctionalInterface
    interface Reader<T extends @Nullable Object> {
        T read(Row row) throws SQLException;
    }

    private final ResultSet result;
    private int column;

    Row(ResultSet result) {
        this.result = result;
    }

    boolean next() throws SQLException {
        column = 0;
        return result.next();
    }

    long id() throws SQLException {
        return result.getLong(++column);
    }

    @Nullable Long idOrNull() throws SQLException {
        var value = result.getLong(++column);
        return value == 0 && result.wasNull() ? null : value;
    }

    int number() throws SQLException {
        return result.getInt(++column);
    }

    @Nullable Integer numberOrNull() throws SQLException {
        var value = result.getInt(++column);
        return value == 0 && result.wasNull() ? null : value;
    }

    boolean flag() throws SQLException {
        return result.getBoolean(++column);
    }

    @Nullable Boolean flagOrNull() throws SQLException {
        var value = result.getBoolean(++column);
        return !value && result.wasNull() ? null : value;
    }

    String text() throws SQLException {
        var value = result.getString(++column);
        if (value == null) {
            throw new StoreFailure(
                    "expected a text in column '%s', but it is null"
                            .formatted(result.getMetaData().getColumnName(column)));
        }
        return value;
    }

    @Nullable String textOrNull() throws SQLException {
        return result.getString(++column);
    }

    byte[] bytes() throws SQLException {
        return result.getBytes(++column);
    }

    Instant moment() throws SQLException {
        return Moment.of(result.getLong(++column));
    }

    @Nullable Instant momentOrNull() throws SQLException {
        var value = idOrNull();
        return value == null ? null : Moment.of(value);
    }

    /** The next column, which the next call will read again. */
    long idAhead() throws SQLException {
        return result.getLong(column + 1);
    }

    /** Whether an outer join found nothing for the next columns; they are passed over then. */
    boolean absent(int columns) throws SQLException {
        if (result.getLong(column + 1) == 0 && result.wasNull()) {
            column += columns;
            return true;
        }
        return false;
    }

    void skip(int columns) {
        column += columns;
    }
}
