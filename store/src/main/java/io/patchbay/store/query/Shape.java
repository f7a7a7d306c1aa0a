package io.patchbay.store.query;

import io.patchbay.store.database.Row;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.stream.Collectors;

/** The columns of a noun, the id first, and how to read them: wherever the noun is mentioned. */
public final class Shape<T> {

    private final String[] names;
    private final Row.Reader<T> reader;

    private Shape(String[] names, Row.Reader<T> reader) {
        this.names = names;
        this.reader = reader;
    }

    public static <T> Shape<T> of(String names, Row.Reader<T> reader) {
        return new Shape<>(names.split(",\\s*"), reader);
    }

    /** For a select list. */
    public String of(String table) {
        return Arrays.stream(names)
                .map(name -> table + "." + name)
                .collect(Collectors.joining(", "));
    }

    public T read(Row row) throws SQLException {
        return reader.read(row);
    }

    /** For one result: reads what has the same id once, and hands out the same object again. */
    public Shared<T> shared() {
        return new Shared<>(this);
    }

    /** What the rows of one result have in common. */
    public static final class Shared<T> {

        private final Shape<T> shape;
        private final HashMap<Long, T> known = new HashMap<>();

        private Shared(Shape<T> shape) {
            this.shape = shape;
        }

        public T read(Row row) throws SQLException {
            long id = row.idAhead();
            var before = known.get(id);
            if (before != null) {
                row.skip(shape.names.length);
                return before;
            }
            var read = shape.read(row);
            known.put(id, read);
            return read;
        }

        public @Nullable T readOrNull(Row row) throws SQLException {
            return row.absent(shape.names.length) ? null : read(row);
        }
    }
}
