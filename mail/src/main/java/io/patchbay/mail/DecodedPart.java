package io.patchbay.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.diff.DiffEncoding;
import io.patchbay.mail.text.Ascii;
import io.patchbay.mail.text.Charsets;

import org.jspecify.annotations.Nullable;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** The text of a part, and the bytes that it came in. */
final class DecodedPart {

    private final byte[] bytes;
    private final @Nullable Charset declared;
    private final String text;
    private final Charset charset;

    /**
     * @param name of the charset that it says it is in, null if it says nothing
     */
    DecodedPart(byte[] bytes, @Nullable String name) {
        this(bytes, name == null ? null : Charsets.named(name));
    }

    private DecodedPart(byte[] bytes, @Nullable Charset declared) {
        this.bytes = bytes;
        this.declared = declared;
        var decoded = Charsets.decodeLeniently(bytes, declared);
        text = decoded.text();
        charset = decoded.charset();
    }

    String text() {
        return text;
    }

    /**
     * The part as it would have come without what something put into it.
     *
     * @param by is given the bytes, a character each
     * @return this one if nothing is other
     */
    DecodedPart rewritten(UnaryOperator<String> by) {
        var octets = new String(bytes, ISO_8859_1);
        var rewritten = by.apply(octets);
        return rewritten.equals(octets)
                ? this
                : new DecodedPart(rewritten.getBytes(ISO_8859_1), declared);
    }

    /** Whether the part is neither what it says nor UTF-8. */
    boolean isGuessed() {
        return !charset.equals(declared)
                && !charset.equals(UTF_8)
                && (declared == null || !charset.equals(Charsets.wider(declared)));
    }

    /**
     * Some of a text that is guessed: what it says or UTF-8, if it is not that only because of the
     * bytes of a diff elsewhere in it.
     */
    String piece(String piece) {
        var octets = Charsets.encode(piece, charset);
        var asDeclared = declared == null ? null : Charsets.decode(octets, declared);
        var read = asDeclared == null ? Charsets.decode(octets, UTF_8) : asDeclared;
        return read == null ? piece : read;
    }

    /**
     * How the diff is turned back into its bytes.
     *
     * @param diff some lines of the text
     * @param octets gives the same lines of another text, or null
     * @return null if that is its text in UTF-8
     */
    @Nullable DiffEncoding encodingOf(String diff, UnaryOperator<@Nullable String> octets) {
        if (isUnicode(charset) || Ascii.isAll(diff) || DiffEncoding.wasUtf8(diff)) {
            return null;
        }
        if (Arrays.equals(Charsets.encode(text, charset), bytes)) {
            return new DiffEncoding(charset.name(), null);
        }
        var lines = octets.apply(new String(bytes, ISO_8859_1));
        return lines == null ? null : new DiffEncoding(charset.name(), lines);
    }

    /** Of the others of these, git would take the bytes for no diff at all. */
    private static boolean isUnicode(Charset charset) {
        return charset.equals(UTF_8)
                || charset.equals(US_ASCII)
                || charset.name().regionMatches(true, 0, "UTF-", 0, 4)
                || charset.name().regionMatches(true, 0, "x-UTF-", 0, 6);
    }
}
