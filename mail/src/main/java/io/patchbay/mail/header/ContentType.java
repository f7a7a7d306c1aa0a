package io.patchbay.mail.header;

import io.patchbay.mail.text.Ascii;
import io.patchbay.mail.text.HexDigits;
import io.patchbay.mail.text.Space;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A Content-Type value (RFC 2045 §5) with its parameters, also in the form of RFC 2231. */
public final class ContentType {

    /** Plain text, patches, and what is written in a language of its own. */
    private static final Set<String> KNOWN_TEXTS =
            Set.of(
                    "plain",
                    "x-patch",
                    "x-diff",
                    "html",
                    "x-amp-html",
                    "watch-html",
                    "css",
                    "rtf",
                    "calendar",
                    "vcard",
                    "x-vcard",
                    "directory",
                    "rfc822-headers");

    private final String type;
    private final List<Parameter> parameters;

    private record Parameter(String name, String value) {}

    private ContentType(String type, List<Parameter> parameters) {
        this.type = type;
        this.parameters = parameters;
    }

    /** The type of a part without such a header. */
    static ContentType defaultType(String type) {
        return new ContentType(type, List.of());
    }

    /** What is no {@code type/subtype} counts as plain text. */
    static ContentType of(String value) {
        int semicolon = value.indexOf(';');
        String type =
                Space.strip(semicolon < 0 ? value : value.substring(0, semicolon))
                        .toLowerCase(Locale.ROOT);
        int slash = type.indexOf('/');
        boolean valid = slash >= 0 && type.indexOf('/', slash + 1) < 0;
        return new ContentType(valid ? type : "text/plain", parametersOf(value));
    }

    public boolean is(String typeAndSubtype) {
        return type.equals(typeAndSubtype);
    }

    boolean isMultipart() {
        return type.startsWith("multipart/");
    }

    boolean isMessage() {
        return type.startsWith("message/");
    }

    public boolean isText() {
        return type.startsWith("text/");
    }

    /**
     * Whether this is a kind of text that nobody here knows, which is read as plain text (RFC 2046
     * §4.1.4), such as {@code text/markdown}.
     */
    boolean isUnknownText() {
        return isText() && !KNOWN_TEXTS.contains(subtype());
    }

    /** Whether the part is a message that was signed as a whole (RFC 8551 §3.5.2 and §3.9). */
    boolean isSignedData() {
        if (is("application/pkcs7-mime") || is("application/x-pkcs7-mime")) {
            var kind = parameter("smime-type");
            return kind == null || kind.equalsIgnoreCase("signed-data");
        }
        var name = is("application/octet-stream") ? parameter("name") : null;
        return name != null && name.toLowerCase(Locale.ROOT).endsWith(".p7m");
    }

    /** The same parameters of plain text. */
    ContentType asPlainText() {
        return new ContentType("text/plain", parameters);
    }

    /** Whether the part has the name of a file, and so is an attachment. */
    boolean isNamed() {
        return parameter("name") != null;
    }

    /** Whether lines may have been broken and stuffed on the way (RFC 3676 §4). */
    public boolean isFlowed() {
        return "flowed".equalsIgnoreCase(parameter("format"));
    }

    /** Whether the space before a soft line break is not of the text (RFC 3676 §4.1). */
    public boolean deletesSpaces() {
        return "yes".equalsIgnoreCase(parameter("delsp"));
    }

    public String subtype() {
        return type.substring(type.indexOf('/') + 1);
    }

    @Nullable String boundary() {
        var boundary = parameter("boundary");
        return boundary == null
                ? null
                : boundary.substring(0, Space.skipBack(boundary, 0, boundary.length()));
    }

    /** The declared charset in lower case; null if none or not ASCII. */
    public @Nullable String charset() {
        var charset = parameter("charset");
        if (charset == null || !Ascii.isAll(charset)) {
            return null;
        }
        return charset.toLowerCase(Locale.ROOT);
    }

    /** The name of the file that the part is to be; null if it has none. */
    @Nullable String name() {
        return parameter("name");
    }

    /** The same, out of a Content-Disposition (RFC 2183 §2.3). */
    static @Nullable String filename(String disposition) {
        return new ContentType("", parametersOf(disposition)).parameter("filename");
    }

    private @Nullable String parameter(String name) {
        for (var parameter : parameters) {
            if (parameter.name.equals(name)) {
                return unquoted(parameter.value);
            }
        }
        return extended(name);
    }

    /** A value in pieces {@code name*0}, {@code name*1*}, or marked with {@code name*}. */
    private @Nullable String extended(String name) {
        record Piece(int number, String text, boolean escaped) {}
        var pieces = new ArrayList<Piece>();
        for (var parameter : parameters) {
            var suffix = pieceSuffix(parameter.name, name);
            if (suffix != null) {
                boolean escaped = parameter.name.endsWith("*");
                int number = suffix.isEmpty() ? 0 : Integer.parseInt(suffix);
                pieces.add(new Piece(number, unquoted(parameter.value), escaped));
            }
        }
        if (pieces.isEmpty()) {
            return null;
        }
        pieces.sort(Comparator.comparingInt(Piece::number));
        var joined = new StringBuilder();
        boolean escaped = false;
        for (var piece : pieces) {
            joined.append(piece.escaped ? percentDecoded(piece.text) : piece.text);
            escaped |= piece.escaped;
        }
        return escaped ? withoutLanguage(joined.toString()) : joined.toString();
    }

    /** The digits of {@code name*12*}, nothing for {@code name*}, null for another parameter. */
    private static @Nullable String pieceSuffix(String parameter, String name) {
        int star = name.length();
        if (!parameter.startsWith(name) || !parameter.startsWith("*", star)) {
            return null;
        }
        int end = parameter.endsWith("*") ? parameter.length() - 1 : parameter.length();
        var digits = parameter.substring(star + 1, Math.max(end, star + 1));
        boolean isNumber = digits.length() < 9 && digits.chars().allMatch(Character::isDigit);
        return isNumber ? digits : null;
    }

    /** Drops {@code charset'language'} from the front. */
    private static String withoutLanguage(String value) {
        int first = value.indexOf('\'');
        int second = first < 0 ? -1 : value.indexOf('\'', first + 1);
        return second < 0 ? value : value.substring(second + 1);
    }

    private static String percentDecoded(String text) {
        var decoded = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); index++) {
            int value = text.charAt(index) == '%' ? HexDigits.pairAt(text, index + 1) : -1;
            if (value >= 0) {
                decoded.append((char) value);
                index += 2;
            } else {
                decoded.append(text.charAt(index));
            }
        }
        return decoded.toString();
    }

    private static List<Parameter> parametersOf(String value) {
        var parameters = new ArrayList<Parameter>();
        int start = 0;
        while (start < value.length()) {
            int end = endOfParameter(value, start);
            int equals = value.indexOf('=', start, end);
            if (equals >= 0) {
                var name = Space.strip(value.substring(start, equals)).toLowerCase(Locale.ROOT);
                parameters.add(new Parameter(name, Space.strip(value.substring(equals + 1, end))));
            }
            start = end + 1;
        }
        return parameters;
    }

    /** The next semicolon outside quotes. */
    private static int endOfParameter(String value, int start) {
        boolean quoted = false;
        for (int index = start; index < value.length(); index++) {
            char character = value.charAt(index);
            if (character == '"' && (index == start || value.charAt(index - 1) != '\\')) {
                quoted = !quoted;
            } else if (character == ';' && !quoted) {
                return index;
            }
        }
        return value.length();
    }

    private static String unquoted(String value) {
        int last = value.length() - 1;
        if (last < 1) {
            return value;
        }
        if (value.charAt(0) == '"' && value.charAt(last) == '"') {
            var inner = value.substring(1, last);
            return inner.indexOf('\\') < 0
                    ? inner
                    : inner.replace("\\\\", "\\").replace("\\\"", "\"");
        }
        return value.charAt(0) == '<' && value.charAt(last) == '>'
                ? value.substring(1, last)
                : value;
    }
}
