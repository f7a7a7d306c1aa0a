package io.patchbay.mail.header;

import io.patchbay.mail.Folding;
import io.patchbay.mail.text.Ascii;
import io.patchbay.mail.text.Charsets;
import io.patchbay.mail.text.Space;
import io.patchbay.mail.text.TransferEncoding;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The value of a header, taken apart into pieces of one charset each, to be read or to be written
 * back for storing.
 */
public final class HeaderText {

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

    /** Null if an encoded word of the value is broken base64. */
    public static @Nullable HeaderText of(String raw) {
        if (hasHighBytes(raw)) {
            return ofUnknown(List.of(new HeaderRun(TransferEncoding.bytes(raw), null)));
        }
        if (!EncodedWordScanner.findsAny(raw)) {
            return single(raw, HeaderCharset.PLAIN);
        }
        var runs = HeaderRun.of(raw);
        return runs == null ? null : ofRuns(runs);
    }

    private static HeaderText ofRuns(List<HeaderRun> runs) {
        var pieces = new ArrayList<Piece>(runs.size());
        for (var run : runs) {
            var charset =
                    run.charset() == null
                            ? HeaderCharset.PLAIN
                            : HeaderCharset.named(run.charset());
            var text = charset == null ? null : charset.decode(run.bytes());
            if (charset == null || text == null) {
                return ofUnknown(runs);
            }
            pieces.add(new Piece(text, charset));
        }
        return new HeaderText(withNeighboursJoined(pieces));
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
        var text = of(raw);
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
            return piece.text;
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
