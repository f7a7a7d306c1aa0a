package io.patchbay.store.database;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * The current row of a result, read from left to right as its select list is written. So a noun
 * keeps its columns and their reading side by side, and other nouns embed both.
 */
public final class Row {

    /** Makes something of the current row. */
    @FunctionalInterface
    public interface Reader<T extends @Nullable Object> {
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

    public long id() throws SQLException {
        return result.getLong(++column);
    }

    public @Nullable Long idOrNull() throws SQLException {
        var value = result.getLong(++column);
        return value == 0 && result.wasNull() ? null : value;
    }

    public int number() throws SQLException {
        return result.getInt(++column);
    }

    public @Nullable Integer numberOrNull() throws SQLException {
        var value = result.getInt(++column);
        return value == 0 && result.wasNull() ? null : value;
    }

    public boolean flag() throws SQLException {
        return result.getBoolean(++column);
    }

    public @Nullable Boolean flagOrNull() throws SQLException {
        var value = result.getBoolean(++column);
        return !value && result.wasNull() ? null : value;
    }

    public String text() throws SQLException {
        var value = result.getString(++column);
        if (value == null) {
            throw new StoreFailure(
                    "expected a text in column '%s', but it is null"
                            .formatted(result.getMetaData().getColumnName(column)));
        }
        return value;
    }

    public @Nullable String textOrNull() throws SQLException {
        return result.getString(++column);
    }

    public byte[] bytes() throws SQLException {
        return result.getBytes(++column);
    }

    public byte @Nullable [] bytesOrNull() throws SQLException {
        return result.getBytes(++column);
    }

    public Instant moment() throws SQLException {
        return Moment.of(result.getLong(++column));
    }

    public @Nullable Instant momentOrNull() throws SQLException {
        var value = idOrNull();
        return value == null ? null : Moment.of(value);
    }

    /** The next column, which the next call will read again. */
    public long idAhead() throws SQLException {
        return result.getLong(column + 1);
    }

    /** Whether an outer join found nothing for the next columns; they are passed over then. */
    public boolean absent(int columns) throws SQLException {
        if (result.getLong(column + 1) == 0 && result.wasNull()) {
            column += columns;
            return true;
        }
        return false;
    }

    public void skip(int columns) {
        column += columns;
    }
}
