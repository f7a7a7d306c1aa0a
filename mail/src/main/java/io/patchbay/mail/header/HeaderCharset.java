package io.patchbay.mail.header;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.text.Charsets;
import io.patchbay.mail.text.Utf7;

import org.jspecify.annotations.Nullable;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The charset of a piece of header text, and how that piece is written back: as it is, or as
 * encoded words of which kind and under which name.
 */
public final class HeaderCharset {

    enum Form {
        PLAIN,
        QUOTED,
        BASE64,
        SHORTER
    }

    // Stands first because the constants below are made with it.
    private static final Pattern NOT_LIKE_ASCII = Pattern.compile("([xX]-)?UTF-(16|32)|ISO-2022");

    /** Text without encoded words. */
    static final HeaderCharset PLAIN = new HeaderCharset("us-ascii", US_ASCII, Form.PLAIN);

    public static final HeaderCharset UNICODE = new HeaderCharset("utf-8", UTF_8, Form.SHORTER);

    /**
     * Bytes of an unknown charset. In its texts a byte from 0x80 on is a lone surrogate U+DC80 to
     * U+DCFF, so that it is never taken for a character.
     */
    static final HeaderCharset UNKNOWN = new HeaderCharset("unknown-8bit", null, Form.SHORTER);

    /**
     * What was sent under the name of a smaller charset than it is of, or under no name. It is
     * written as utf-8, because as it came nobody could read it.
     */
    static final HeaderCharset REREAD = new HeaderCharset("utf-8", UTF_8, Form.SHORTER);

    private static final char OPAQUE = '\uDC00';

    private static final Map<String, String> ALIASES =
            Map.ofEntries(
                    Map.entry("latin_1", "iso-8859-1"),
                    Map.entry("latin_2", "iso-8859-2"),
                    Map.entry("latin_3", "iso-8859-3"),
                    Map.entry("latin_4", "iso-8859-4"),
                    Map.entry("latin_5", "iso-8859-9"),
                    Map.entry("latin_6", "iso-8859-10"),
                    Map.entry("latin_7", "iso-8859-13"),
                    Map.entry("latin_8", "iso-8859-14"),
                    Map.entry("latin_9", "iso-8859-15"),
                    Map.entry("latin_10", "iso-8859-16"),
                    Map.entry("cp949", "ks_c_5601-1987"),
                    Map.entry("euc_jp", "euc-jp"),
                    Map.entry("euc_kr", "euc-kr"),
                    Map.entry("ascii", "us-ascii"));

    private static final Set<String> QUOTED =
            Set.of(
                    "iso-8859-1",
                    "iso-8859-2",
                    "iso-8859-3",
                    "iso-8859-4",
                    "iso-8859-9",
                    "iso-8859-10",
                    "iso-8859-13",
                    "iso-8859-14",
                    "iso-8859-15",
                    "iso-8859-16",
                    "windows-1252",
                    "viscii");

    private static final Set<String> BASE64 =
            Set.of("big5", "gb2312", "euc-jp", "shift_jis", "iso-2022-jp", "koi8-r");

    private final String name;
    private final Form form;
    private final @Nullable Charset input;
    private final @Nullable Charset output;

    /** The name whose length counts when words are filled, which is not always the one written. */
    private final String countedName;

    private final String writtenName;
    private final boolean addsUp;

    private HeaderCharset(String name, @Nullable Charset charset, Form form) {
        this.name = name;
        this.form = form;
        this.input = charset;
        boolean japanese = name.equals("euc-jp") || name.equals("shift_jis");
        this.output = japanese ? Charsets.named("iso-2022-jp") : charset;
        this.addsUp = output == null || addsUp(output);
        this.countedName = japanese ? "iso-2022-jp" : name;
        this.writtenName =
                switch (countedName) {
                    case "gb2312" -> "eucgb2312_cn";
                    case "big5" -> "big5_tw";
                    default -> countedName;
                };
    }

    /** Null if the name is not known. */
    static @Nullable HeaderCharset named(String lowerCaseName) {
        if (lowerCaseName.equals("utf-8")) {
            return UNICODE;
        }
        var name = ALIASES.getOrDefault(lowerCaseName.replace("latin-", "latin_"), lowerCaseName);
        if (name.equals("us-ascii")) {
            return PLAIN;
        }
        if (name.equals("unknown-8bit")) {
            return UNKNOWN;
        }
        var charset = Charsets.named(name);
        return charset == null ? null : new HeaderCharset(name, charset, formOf(name));
    }

    private static Form formOf(String name) {
        if (QUOTED.contains(name)) {
            return Form.QUOTED;
        }
        return BASE64.contains(name) ? Form.BASE64 : Form.SHORTER;
    }

    boolean isPlain() {
        return form == Form.PLAIN;
    }

    Form form() {
        return form;
    }

    String writtenName() {
        return writtenName;
    }

    String countedName() {
        return countedName;
    }

    /** Whether ASCII stands for itself and each character is written alike wherever it stands. */
    boolean addsUp() {
        return addsUp;
    }

    private static boolean addsUp(Charset charset) {
        return !charset.equals(Utf7.UTF_7) && !NOT_LIKE_ASCII.matcher(charset.name()).lookingAt();
    }

    /** Whether pieces of the two are one piece, with a space between. */
    boolean isSameAs(HeaderCharset other) {
        return this != REREAD && other != REREAD && name.equals(other.name);
    }

    /** Null if the bytes are none of this charset, or could not be written back. */
    @Nullable String decode(byte[] bytes) {
        if (input == null) {
            return opaque(bytes);
        }
        var text = Charsets.decode(bytes, input);
        return text != null && canWrite(text) ? text : null;
    }

    /**
     * Decodes what {@link #decode} does not, by the larger charset that this one is a name of.
     *
     * @param toBeRead whether the bytes may be of this one, and only cannot be written back
     */
    @Nullable String decodeWider(byte[] bytes, boolean toBeRead) {
        if (input == null) {
            return null;
        }
        var text = Charsets.decode(bytes, input);
        if (text != null) {
            return toBeRead ? text : null;
        }
        return Charsets.decodeWider(bytes, input);
    }

    /** A text of this charset as people read it. */
    String read(String text) {
        return input == null ? text : Charsets.withoutControls(text, input);
    }

    private boolean canWrite(String text) {
        if (output != null
                && output.name().startsWith("ISO-2022-JP")
                && text.chars().anyMatch(HeaderCharset::isHalfWidth)) {
            // Java would write these by an extension that Patchwork's platform does not have.
            return false;
        }
        if (output == null || output.equals(input)) {
            return true;
        }
        return Charsets.canEncode(text, output);
    }

    private static boolean isHalfWidth(int character) {
        return character >= '\uFF61' && character <= '\uFF9F';
    }

    byte[] encode(String text) {
        return output == null ? bytesOf(text) : Charsets.encode(text, output);
    }

    static String opaque(byte[] bytes) {
        var text = new StringBuilder(bytes.length);
        for (byte octet : bytes) {
            text.append(octet < 0 ? (char) (OPAQUE + (octet & 0xFF)) : (char) octet);
        }
        return text.toString();
    }

    /** The bytes behind a text of unknown charset. */
    static byte[] bytesOf(String opaque) {
        var bytes = new byte[opaque.length()];
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] = (byte) opaque.charAt(index);
        }
        return bytes;
    }
}
