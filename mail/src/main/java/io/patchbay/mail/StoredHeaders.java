package io.patchbay.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.patchbay.mail.header.EncodedWords;
import io.patchbay.mail.header.Header;
import io.patchbay.mail.header.HeaderCharset;
import io.patchbay.mail.header.HeaderSection;
import io.patchbay.mail.header.HeaderText;
import io.patchbay.mail.text.Ascii;
import io.patchbay.mail.text.Limits;
import io.patchbay.mail.text.Lines;
import io.patchbay.mail.text.Space;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Supplier;

/** The header section in the form in which it is stored and shown: {@code Name: value} lines. */
public final class StoredHeaders {

    /** The colon and the space after a name. */
    private static final int SEPARATOR = 2;

    private static final int USUAL_SIZE = 8_192;

    private static final String SPECIALS = "[]\\()<>@,:;\".";

    private StoredHeaders() {}

    /**
     * Every header decoded and folded anew; one that cannot be decoded is left out.
     *
     * @param charset of the text of the mail, for {@link HeaderText#of}
     */
    static String of(List<Header> headers, Supplier<@Nullable String> charset) {
        var stored = new StringBuilder(USUAL_SIZE);
        for (var header : headers) {
            int nameLength = header.name().length() + SEPARATOR;
            var value = header.value();
            if (!isFolded(value, nameLength)) {
                var text = HeaderText.of(value, charset);
                value = text == null ? null : text.folded(nameLength, "\t");
            }
            if (value != null) {
                if (!stored.isEmpty()) {
                    stored.append('\n');
                }
                stored.append(header.name()).append(": ").append(value);
            }
        }
        return Space.withoutNul(stored.toString());
    }

    /** Whether folding would give the same again, which is the case for most headers. */
    private static boolean isFolded(String value, int nameLength) {
        int lineStart = -nameLength;
        // Bytes are gone through faster than characters; one that is no byte becomes '?'.
        var bytes = value.getBytes(ISO_8859_1);
        for (int index = 0; index < bytes.length; index++) {
            byte character = bytes[index];
            if (character > '?' && character <= '~' || character == ' ') {
                continue;
            }
            if (character == '\n') {
                if (index - lineStart > HeaderText.LINE_LENGTH || !isFold(value, index)) {
                    return false;
                }
                lineStart = index + 1;
            } else if (character < ' ' && character != '\t' || character > '~') {
                return false;
            } else if (character == '?'
                    && (value.charAt(index) != '?' || value.startsWith("=", index - 1))) {
                return false;
            }
        }
        boolean endsInText = value.isEmpty() || !isSpace(value.charAt(value.length() - 1));
        return value.length() - lineStart <= HeaderText.LINE_LENGTH && endsInText;
    }

    /** Whether text stands before the line feed, or nothing at all, and a blank after it. */
    private static boolean isFold(String value, int feed) {
        return (feed == 0 || !isSpace(value.charAt(feed - 1)))
                && feed + 1 < value.length()
                && isSpace(value.charAt(feed + 1));
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character == '\t' || character == '\n';
    }

    /** The fields of a stored header block in order; folding and encoded words are kept. */
    public static List<Header> parse(String stored) {
        return HeaderSection.read(new Lines(stored), Limits.NONE).headers();
    }

    /**
     * The lines of a header as an mbox shows it, without a final line break: folded at 78
     * characters, further lines indented by a space; folds of the value are kept. A value that is
     * not ASCII, or was not when it came, becomes utf-8 encoded words.
     */
    public static String fold(Header header) {
        var value = readable(header.value());
        int nameLength = header.name().length() + SEPARATOR;
        if (!isFolded(value, nameLength)) {
            var folded = HeaderText.ofUnicode(value).folded(nameLength, " ");
            value = folded == null ? foldOnOneLine(value, nameLength) : folded;
        }
        return header.name() + ": " + value;
    }

    /** git refuses a mail that names this charset, which is none. */
    private static String readable(String value) {
        if (!value.contains("=?unknown-8bit?")) {
            return value;
        }
        var text = HeaderText.clean(value);
        return text == null ? value : text;
    }

    /** A value whose line would read as a header of its own loses its lines first. */
    private static String foldOnOneLine(String value, int nameLength) {
        var folded = HeaderText.ofUnicode(Space.normalise(value)).folded(nameLength, " ");
        return folded == null ? "" : folded;
    }

    /** {@code Name <address>}: the name quoted or as an encoded word if it needs to be. */
    public static String mailbox(Author author) {
        var name = author.name();
        if (name == null || name.isEmpty()) {
            return author.email();
        }
        return "%s <%s>".formatted(displayName(name), author.email());
    }

    private static String displayName(String name) {
        if (!Ascii.isAll(name)) {
            return EncodedWords.one(name, HeaderCharset.UNICODE);
        }
        var escaped = name.replace("\\", "\\\\").replace("\"", "\\\"");
        boolean special = name.chars().anyMatch(character -> SPECIALS.indexOf(character) >= 0);
        return special ? '"' + escaped + '"' : escaped;
    }
}
