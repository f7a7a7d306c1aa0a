package io.patchbay.mail.header;

import io.patchbay.mail.text.Ascii;
import io.patchbay.mail.text.Charsets;
import io.patchbay.mail.text.Space;
import io.patchbay.mail.text.TransferEncoding;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The value of a header, taken apart into pieces of one charset each, to be read or to be written
 * back for storing.
 */
public final class HeaderText {

    /** No line is longer than this if it can be broken; the name counts. */
    public static final int LINE_LENGTH = 78;

    private static final int NO_NAME = 0;

    private final List<Piece> pieces;

    private record Piece(String text, HeaderCharset charset) {

        boolean startsLikeSpace() {
            return !text.isEmpty() && separates(text.charAt(0));
        }

        boolean endsLikeSpace() {
            return !text.isEmpty() && separates(text.charAt(text.length() - 1));
        }

        private static boolean separates(char character) {
            return character == '(' || character == ')' || character == '\\' || Space.is(character);
        }
    }

    private HeaderText(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /** A text to write, not one that came in a mail. */
    public static HeaderText ofUnicode(String text) {
        return single(text, Ascii.isAll(text) ? HeaderCharset.PLAIN : HeaderCharset.UNICODE);
    }

    /**
     * The value as it is stored. Null if an encoded word of it is broken base64.
     *
     * @param charset asked for bytes that stand in the value bare and are no utf-8: what the rest
     *     of the mail is written in, null if it does not say
     */
    public static @Nullable HeaderText of(String raw, Supplier<@Nullable String> charset) {
        return of(raw, charset, false);
    }

    /**
     * @param toBeRead whether words count that cannot be written back in their own charset
     */
    private static @Nullable HeaderText of(
            String raw, Supplier<@Nullable String> charset, boolean toBeRead) {
        if (hasHighBytes(raw)) {
            return ofBareBytes(TransferEncoding.bytes(raw), charset);
        }
        if (!EncodedWordScanner.findsAny(raw)) {
            return single(raw, HeaderCharset.PLAIN);
        }
        var runs = HeaderRun.of(raw);
        return runs == null ? null : ofRuns(runs, toBeRead);
    }

    /** Patchwork stores bare utf-8 as of an unknown charset, and so does this. */
    private static HeaderText ofBareBytes(byte[] bytes, Supplier<@Nullable String> charset) {
        if (Charsets.decode(bytes, StandardCharsets.UTF_8) != null) {
            return single(HeaderCharset.opaque(bytes), HeaderCharset.UNKNOWN);
        }
        var name = charset.get();
        var declared = name == null ? null : Charsets.named(name);
        return single(Charsets.decodeLeniently(bytes, declared).text(), HeaderCharset.REREAD);
    }

    private static HeaderText ofRuns(List<HeaderRun> runs, boolean toBeRead) {
        var pieces = new ArrayList<Piece>(runs.size());
        for (var run : runs) {
            var piece = piece(run, toBeRead);
            if (piece == null) {
                return ofUnknown(runs);
            }
            pieces.add(piece);
        }
        return new HeaderText(withNeighboursJoined(pieces));
    }

    private static @Nullable Piece piece(HeaderRun run, boolean toBeRead) {
        var charset =
                run.charset() == null ? HeaderCharset.PLAIN : HeaderCharset.named(run.charset());
        if (charset == null) {
            return null;
        }
        var text = charset.decode(run.bytes());
        if (text != null) {
            return new Piece(text, charset);
        }
        var wider = charset.decodeWider(run.bytes(), toBeRead);
        return wider == null ? null : new Piece(wider, HeaderCharset.REREAD);
    }

    private static HeaderText ofUnknown(List<HeaderRun> runs) {
        var unknown = HeaderCharset.UNKNOWN;
        var pieces =
                runs.stream()
                        .map(run -> new Piece(HeaderCharset.opaque(run.bytes()), unknown))
                        .toList();
        return new HeaderText(withNeighboursJoined(pieces));
    }

    private static List<Piece> withNeighboursJoined(List<Piece> pieces) {
        var joined = new ArrayList<Piece>(pieces.size());
        int first = 0;
        while (first < pieces.size()) {
            var charset = pieces.get(first).charset;
            var text = new StringBuilder(pieces.get(first).text);
            int index = first + 1;
            while (index < pieces.size() && pieces.get(index).charset.isSameAs(charset)) {
                text.append(' ').append(pieces.get(index++).text);
            }
            joined.add(new Piece(text.toString(), charset));
            first = index;
        }
        return joined;
    }

    /** Decoded and with single spaces; null if the value would not be stored. */
    public static @Nullable String clean(String raw) {
        return clean(raw, () -> null);
    }

    /**
     * @param charset as for {@link #of}
     */
    public static @Nullable String clean(String raw, Supplier<@Nullable String> charset) {
        var text = of(raw, charset, true);
        if (text == null || text.mayEmbedHeader() && text.folded(NO_NAME, "\t") == null) {
            return null;
        }
        return Space.normalise(Space.withoutNul(text.joined()));
    }

    /**
     * Folded at 78 characters, the name and its colon counted on the first line.
     *
     * @param nameLength the length of the name with colon and space
     * @param continuation what a new line begins with where an encoded word was split
     * @return null if a line of the value would read as a header of its own
     */
    public @Nullable String folded(int nameLength, String continuation) {
        var folding = new Folding(nameLength, continuation);
        Piece before = null;
        for (var piece : pieces) {
            if (before != null && needsTransition(before, piece)) {
                folding.space();
            }
            feed(piece, folding);
            before = piece;
        }
        var value = folding.finish();
        return embedsHeader(value) ? null : value;
    }

    private static boolean needsTransition(Piece before, Piece piece) {
        if (before.charset.isPlain()) {
            return !piece.charset.isPlain() && !before.endsLikeSpace();
        }
        return !piece.charset.isPlain() || !piece.startsLikeSpace();
    }

    private static void feed(Piece piece, Folding folding) {
        var text = piece.text;
        int lines = 0;
        int start = 0;
        do {
            int end = Space.endOfLine(text, start);
            if (lines++ > 0) {
                folding.newLine();
            }
            if (piece.charset.isPlain()) {
                folding.plain(text, start, end);
            } else {
                folding.encoded(text.substring(start, end), piece.charset, lines == 1);
            }
            start = Space.afterLineEnd(text, end);
        } while (start < text.length());
        if (lines > 1) {
            folding.newLine();
        }
    }

    private String joined() {
        if (pieces.size() == 1) {
            return readable(pieces.getFirst());
        }
        var joined = new StringBuilder();
        Piece before = null;
        for (var piece : pieces) {
            if (before != null && needsSpace(before, piece)) {
                joined.append(' ');
            }
            joined.append(readable(piece));
            before = piece;
        }
        return joined.toString();
    }

    private static boolean needsSpace(Piece before, Piece piece) {
        if (before.charset.isPlain()) {
            return !piece.charset.isPlain() && !before.endsLikeSpace();
        }
        return piece.charset.isPlain() && !piece.startsLikeSpace();
    }

    /**
     * Bytes of an unknown charset are utf-8 if they can be. Patchwork shows a replacement character
     * for each of them instead, which is what they become if they are not.
     */
    private static String readable(Piece piece) {
        if (piece.charset != HeaderCharset.UNKNOWN) {
            return piece.charset.read(piece.text);
        }
        var utf8 = Charsets.decode(HeaderCharset.bytesOf(piece.text), StandardCharsets.UTF_8);
        return utf8 != null ? utf8 : replaceOpaque(piece.text);
    }

    private static String replaceOpaque(String text) {
        var replaced = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            replaced.append(Character.isSurrogate(character) ? '\uFFFD' : character);
        }
        return replaced.toString();
    }

    private boolean mayEmbedHeader() {
        for (var piece : pieces) {
            var text = piece.text;
            for (int index = 0; index < text.length(); index++) {
                if (Space.endsLine(text.charAt(index)) && !isBlank(text, index + 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isBlank(String text, int index) {
        return index < text.length() && (text.charAt(index) == ' ' || text.charAt(index) == '\t');
    }

    /** A line end, then characters other than blanks, then a colon. */
    private static boolean embedsHeader(String folded) {
        int feed = folded.indexOf('\n');
        while (feed >= 0) {
            int end = feed + 1;
            while (end < folded.length() && !isBlank(folded, end)) {
                if (folded.charAt(end) == ':' && end > feed + 1) {
                    return true;
                }
                end++;
            }
            feed = folded.indexOf('\n', end);
        }
        return false;
    }

    private static boolean hasHighBytes(String raw) {
        for (int index = 0; index < raw.length(); index++) {
            if (raw.charAt(index) >= 0x80) {
                return true;
            }
        }
        return false;
    }

    private static HeaderText single(String text, HeaderCharset charset) {
        return new HeaderText(List.of(new Piece(text, charset)));
    }
}
