package io.patchbay.store.database;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Rows on their way to PostgreSQL in the binary format of its COPY ("File Formats" under COPY in
 * its manual), which takes each value exactly as its column stores it.
 */
final class CopiedRows {

    /** How a column stores its values. */
    enum Column {
        BIGINT,
        INTEGER,
        SMALLINT,
        BOOLEAN,
        TEXT,
        BYTES;

        /**
         * @param type as PostgreSQL calls it
         */
        static Column of(String type) {
            return switch (type) {
                case "int8" -> BIGINT;
                case "int4" -> INTEGER;
                case "int2" -> SMALLINT;
                case "bool" -> BOOLEAN;
                case "varchar", "text" -> TEXT;
                case "bytea" -> BYTES;
                default ->
                        throw new IllegalArgumentException(
                                "the rows of a column of type %s cannot be copied; teach it here"
                                        .formatted(type));
            };
        }
    }

    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(ISO_8859_1);
    private static final int NO_FLAGS = 0;
    private static final int NO_EXTENSION = 0;
    private static final int NULL = -1;
    private static final short END = -1;

    // As much as the server takes in hand before it writes rows.
    private static final int CHUNK = 64 << 10;

    private final CopyIn copy;
    private final List<Column> columns;
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK);

    CopiedRows(CopyIn copy, List<Column> columns) {
        this.copy = copy;
        this.columns = columns;
        chunk.put(SIGNATURE).putInt(NO_FLAGS).putInt(NO_EXTENSION);
    }

    void add(@Nullable Object[] values) throws SQLException {
        room(Short.BYTES).putShort((short) columns.size());
        for (int i = 0; i < columns.size(); i++) {
            add(columns.get(i), values[i]);
        }
    }

    private void add(Column column, @Nullable Object value) throws SQLException {
        if (value == null) {
            room(Integer.BYTES).putInt(NULL);
            return;
        }
        switch (column) {
            case BIGINT -> sized(Long.BYTES).putLong(number(value));
            case INTEGER -> sized(Integer.BYTES).putInt(Math.toIntExact(number(value)));
            case SMALLINT -> sized(Short.BYTES).putShort((short) Math.toIntExact(number(value)));
            case BOOLEAN -> sized(Byte.BYTES).put((byte) ((Boolean) value ? 1 : 0));
            case TEXT -> bytes(((String) value).getBytes(UTF_8));
            case BYTES -> bytes((byte[]) value);
        }
    }

    private static long number(Object value) {
        return value instanceof Instant moment
                ? Moment.stored(moment)
                : ((Number) value).longValue();
    }

    private ByteBuffer sized(int size) throws SQLException {
        return room(Integer.BYTES + size).putInt(size);
    }

    private void bytes(byte[] bytes) throws SQLException {
        room(Integer.BYTES).putInt(bytes.length);
        if (bytes.length <= CHUNK) {
            room(bytes.length).put(bytes);
        } else {
            send();
            copy.writeToCopy(bytes, 0, bytes.length);
        }
    }

    private ByteBuffer room(int size) throws SQLException {
        if (chunk.remaining() < size) {
            send();
        }
        return chunk;
    }

    private void send() throws SQLException {
        copy.writeToCopy(chunk.array(), 0, chunk.position());
        chunk.clear();
    }

    /** Returns when the server has taken them all. */
    void end() throws SQLException {
        room(Short.BYTES).putShort(END);
        send();
        copy.endCopy();
    }
}
