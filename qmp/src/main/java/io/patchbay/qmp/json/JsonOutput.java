package io.patchbay.qmp.json;

import java.util.Arrays;

/**
 * Prints JSON as QEMU does (spec §3.4): pure ASCII, one line or, pretty, an element a line. One
 * output is filled, taken and filled again by one thread at a time.
 */
public final class JsonOutput {

    private static final byte[] HEX = {
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'
    };
    private static final int KEPT = 64 * 1024;

    private final boolean pretty;
    private byte[] bytes = new byte[256];
    private int length;
    private int depth;
    private boolean first = true;

    public JsonOutput(boolean pretty) {
        this.pretty = pretty;
    }

    public boolean pretty() {
        return pretty;
    }

    public void beginObject() {
        begin('{');
    }

    public void endObject() {
        end('}');
    }

    public void beginArray() {
        begin('[');
    }

    public void endArray() {
        end(']');
    }

    /** Starts the next member; its value must follow. */
    public void key(Key key) {
        element();
        raw(key.printed);
    }

    /** Starts the next member; its value must follow. */
    public void key(String name) {
        element();
        text(name);
        raw(':');
        raw(' ');
    }

    /** Starts the next element of an array; its value must follow. */
    public void element() {
        if (!first) {
            raw(',');
        }
        if (pretty) {
            newLine();
        } else if (!first) {
            raw(' ');
        }
        first = false;
    }

    public void value(Json value) {
        switch (value) {
            case Json.Null none -> nothing();
            case Json.Bool(var truth) -> bool(truth);
            case Json.Int(var number) -> integer(number);
            case Json.Unsigned(var bits) -> ascii(Long.toUnsignedString(bits));
            case Json.Real(var number) -> real(number);
            case Json.Text(var text) -> text(text);
            case Json.Items(var values) -> {
                beginArray();
                for (var item : values) {
                    element();
                    value(item);
                }
                endArray();
            }
            case JsonObject object -> {
                beginObject();
                for (int at : MemberOrder.of(object)) {
                    key(object.key(at));
                    value(object.value(at));
                }
                endObject();
            }
        }
    }

    public void nothing() {
        ascii("null");
    }

    public void bool(boolean truth) {
        ascii(truth ? "true" : "false");
    }

    public void integer(long number) {
        if (number >= 0 && number < 10) {
            raw((char) ('0' + number));
        } else {
            ascii(Long.toString(number));
        }
    }

    public void real(double number) {
        ascii(PercentG17.print(number));
    }

    public void text(String text) {
        raw('"');
        int run = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= 0x20 && c < 0x7F && c != '"' && c != '\\') {
                continue;
            }
            ascii(text, run, at);
            escape(c);
            run = at + 1;
        }
        ascii(text, run, text.length());
        raw('"');
    }

    /** Ends the message with the CR LF that clients look for. */
    public void endMessage() {
        raw('\r');
        raw('\n');
        first = true;
    }

    public int length() {
        return length;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** The bytes printed so far, valid up to {@link #length()} until something more is printed. */
    public byte[] buffer() {
        return bytes;
    }

    public void clear() {
        length = 0;
        depth = 0;
        first = true;
        if (bytes.length > KEPT) {
            bytes = new byte[256];
        }
    }

    private void begin(char bracket) {
        raw(bracket);
        depth++;
        first = true;
    }

    private void end(char bracket) {
        depth--;
        if (pretty) {
            newLine();
        }
        raw(bracket);
        first = false;
    }

    private void newLine() {
        raw('\r');
        raw('\n');
        for (int i = 0; i < 4 * depth; i++) {
            raw(' ');
        }
    }

    private void escape(char c) {
        raw('\\');
        switch (c) {
            case '"', '\\' -> raw(c);
            case '\b' -> raw('b');
            case '\f' -> raw('f');
            case '\n' -> raw('n');
            case '\r' -> raw('r');
            case '\t' -> raw('t');
            default -> {
                raw('u');
                for (int shift = 12; shift >= 0; shift -= 4) {
                    raw((char) HEX[c >> shift & 0xF]);
                }
            }
        }
    }

    void raw(char c) {
        room(1);
        bytes[length++] = (byte) c;
    }

    private void raw(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    private void ascii(String text) {
        ascii(text, 0, text.length());
    }

    @SuppressWarnings("deprecation") // exactly right for text known to be ASCII, and copies nothing
    private void ascii(String text, int from, int to) {
        room(to - from);
        text.getBytes(from, to, bytes, length);
        length += to - from;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
