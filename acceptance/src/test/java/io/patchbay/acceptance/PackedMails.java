package io.patchbay.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.github.luben.zstd.ZstdDecompressCtx;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Unpacks the mails of a store as docs/adr/0022 tells, without the program that packed them. */
final class PackedMails {

    private final Connection connection;
    private final Map<Long, byte[]> dictionaries = new HashMap<>();

    PackedMails(Connection connection) {
        this.connection = connection;
    }

    /** The mail as it came and what was read from it, a character for each byte. */
    String unpacked(byte @Nullable [] packed) throws SQLException {
        if (packed == null) {
            return "null";
        }
        var head = ByteBuffer.wrap(packed);
        long dictionary = number(head);
        int raw = (int) Math.max(0, number(head) - 1);
        int headers = (int) number(head);
        int content = (int) Math.max(0, number(head) - 1);
        int diff = (int) Math.max(0, number(head) - 1);
        try (var unpacker = new ZstdDecompressCtx().setMagicless(true)) {
            if (dictionary > 0) {
                unpacker.loadDict(content(dictionary));
            }
            var parts = new byte[raw + headers + content + diff];
            int length =
                    unpacker.decompressByteArray(
                            parts, 0, parts.length, packed, head.position(), head.remaining());
            return new String(parts, 0, length, ISO_8859_1);
        }
    }

    private static long number(ByteBuffer source) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = source.get();
            number |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    private byte[] content(long dictionary) throws SQLException {
        if (!dictionaries.containsKey(dictionary)) {
            try (var statement = connection.createStatement();
                    var found =
                            statement.executeQuery(
                                    "select content from mail_dictionary where id = "
                                            + dictionary)) {
                found.next();
                dictionaries.put(dictionary, found.getBytes(1));
            }
        }
        return dictionaries.getOrDefault(dictionary, new byte[0]);
    }
}
