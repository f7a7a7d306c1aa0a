package io.patchbay.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.header.Header;
import io.patchbay.mail.header.HeaderText;
import io.patchbay.mail.text.Bytes;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Goes through the fields of a stored header block in order. Most go into an mbox just as they are
 * stored; these are copied without being taken apart.
 */
public final class StoredFields {

    private static final int USUAL_FIELDS = 64;

    private final String stored;
    private final byte[] bytes;

    /** Of each field where it begins, where its colon is, and where it ends. */
    private int[] places = new int[3 * USUAL_FIELDS];

    private int used;
    private int next;

    private int start;
    private int colon;
    private int end;

    /** The next word in that charset, looked for only when the one before has been passed. */
    private int unknown = -1;

    public StoredFields(String stored) {
        this.stored = isRegular(stored) ? stored : regular(stored);
        bytes = this.stored.getBytes(UTF_8);
    }

    /** Goes to the next field, if there is one. */
    public boolean next() {
        if (next == used) {
            return false;
        }
        start = places[next];
        colon = places[next + 1];
        end = places[next + 2];
        next += 3;
        return true;
    }

    /**
     * Finds the fields. They are regular if each has a name, a colon and a blank before its value:
     * so they are stored, unless they were imported.
     */
    private boolean isRegular(String text) {
        used = 0;
        for (int from = 0; from < text.length(); from = places[used - 1] + 1) {
            int at = from;
            while (at < text.length() && isOfName(text.charAt(at))) {
                at++;
            }
            if (at == from || !text.startsWith(": ", at) || isBlank(text, at + 2)) {
                return false;
            }
            int line = at;
            int feed;
            do {
                feed = text.indexOf('\n', line);
                line = feed + 1;
            } while (feed >= 0 && isBlank(text, line));
            if (used == places.length) {
                places = Arrays.copyOf(places, 2 * used);
            }
            places[used++] = from;
            places[used++] = at;
            places[used++] = feed < 0 ? text.length() : feed;
        }
        return text.indexOf('\r') < 0;
    }

    private String regular(String text) {
        var fields =
                StoredHeaders.parse(text).stream()
                        .map(header -> header.name() + ": " + header.value())
                        .collect(Collectors.joining("\n"));
        var unused = isRegular(fields);
        return fields;
    }

    private static boolean isOfName(char character) {
        return character > ' ' && character <= '~' && character != ':';
    }

    private static boolean isBlank(String text, int index) {
        return index < text.length() && (text.charAt(index) == ' ' || text.charAt(index) == '\t');
    }

    /** In whatever case. */
    public boolean isNamed(String name) {
        return colon - start == name.length()
                && stored.regionMatches(true, start, name, 0, name.length());
    }

    public String value() {
        return stored.substring(colon + 2, end);
    }

    /** Adds its lines like {@link StoredHeaders#fold}, and a line feed. */
    public void foldInto(Bytes mail) {
        if (isFolded()) {
            mail.append(bytes, start, end).append((byte) '\n');
        } else {
            var header = new Header(stored.substring(start, colon), value());
            mail.append(StoredHeaders.fold(header)).append((byte) '\n');
        }
    }

    /** Whether folding would give the same again. Of others it may give the same too. */
    private boolean isFolded() {
        // Else places in the text are none in the bytes.
        if (bytes.length != stored.length() || hasUnknownCharset()) {
            return false;
        }
        int line = start;
        while (line < end) {
            int feed = stored.indexOf('\n', line);
            int lineEnd = feed < 0 || feed > end ? end : feed;
            boolean isEmptyValue = line == start && lineEnd == colon + 2;
            if (!isEmptyValue && isBlank(stored, lineEnd - 1)
                    || !isPrintable(bytes, line, lineEnd)
                    || lineEnd - line > HeaderText.LINE_LENGTH && !isOneWord(line, lineEnd)) {
                return false;
            }
            line = lineEnd + 1;
        }
        return true;
    }

    private boolean hasUnknownCharset() {
        if (unknown < colon) {
            int found = stored.indexOf("=?unknown-8bit?", colon);
            unknown = found < 0 ? stored.length() : found;
        }
        return unknown < end;
    }

    /** Tabs at its begin, and then nothing but what is printed. */
    private static boolean isPrintable(byte[] bytes, int from, int to) {
        int index = from;
        while (index < to && bytes[index] == '\t') {
            index++;
        }
        int outside = 0;
        for (; index < to; index++) {
            // Negative below the blank and above the tilde.
            outside |= bytes[index] - ' ' | '~' - bytes[index];
        }
        return outside >= 0;
    }

    /** A line that is no field's first, and has no place to break it. */
    private boolean isOneWord(int line, int lineEnd) {
        int word = line;
        while (isBlank(stored, word)) {
            word++;
        }
        int blank = stored.indexOf(' ', word);
        return line > start && (blank < 0 || blank > lineEnd);
    }
}
