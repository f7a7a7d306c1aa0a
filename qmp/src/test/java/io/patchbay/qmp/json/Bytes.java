package io.patchbay.qmp.json;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a reader makes of bytes, as texts: a value as it prints, a fault as its description. */
final class Bytes {

    private Bytes() {}

    /** Every character of the text is one byte, so that any byte can be written. */
    static byte[] of(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    static List<String> readAtOnce(byte[] bytes) {
        var reader = new MessageReader(Limits.QEMU);
        var seen = new ArrayList<String>();
        readInto(seen, reader, ByteBuffer.wrap(bytes));
        return seen;
    }

    static List<String> readByteByByte(byte[] bytes) {
        var reader = new MessageReader(Limits.QEMU);
        var seen = new ArrayList<String>();
        for (byte b : bytes) {
            readInto(seen, reader, ByteBuffer.wrap(new byte[] {b}));
        }
        return seen;
    }

    static void readInto(List<String> seen, MessageReader reader, ByteBuffer bytes) {
        for (var next = reader.next(bytes); next != null; next = reader.next(bytes)) {
            seen.add(
                    switch (next) {
                        case Incoming.Fault(var description) ->
                                "! " + unquoted(print(new Json.Text(description)));
                        case Incoming.Value(var value) -> print(value);
                    });
        }
    }

    private static String unquoted(String printed) {
        return printed.substring(1, printed.length() - 1);
    }

    static String print(Json value) {
        var out = new JsonOutput(false);
        out.value(value);
        return new String(out.toBytes(), StandardCharsets.US_ASCII);
    }
}
