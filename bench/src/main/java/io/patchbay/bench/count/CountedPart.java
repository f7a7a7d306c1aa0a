package io.patchbay.bench.count;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A part of a mail that has no parts, read by no rules of Patchbay: for counting what these are
 * for. Its bytes are characters of ISO-8859-1.
 */
final class CountedPart {

    private final CountedHeaders headers;
    private final String body;

    private CountedPart(CountedHeaders headers, String body) {
        this.headers = headers;
        this.body = body;
    }

    /** The parts without parts, in their order. */
    static List<CountedPart> of(CountedHeaders headers, String body) {
        var boundary = headers.parameter("Content-Type", "boundary");
        var parts = new ArrayList<CountedPart>();
        if (boundary.isEmpty()) {
            parts.add(new CountedPart(headers, body));
            return parts;
        }
        var pieces = ("\n" + body).split("\\r?\\n--" + Pattern.quote(boundary.get()));
        for (int at = 1; at < pieces.length && !pieces[at].startsWith("--"); at++) {
            var piece = pieces[at].replaceFirst("^[ \\t]*\\r?\\n", "");
            var inner = CountedHeaders.of(piece);
            parts.addAll(of(inner, piece.substring(inner.length())));
        }
        return parts;
    }

    /** Such as {@code text/plain}, in lower case. */
    String type() {
        var value = headers.first("Content-Type").orElse("text/plain");
        return value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    boolean isText() {
        return type().startsWith("text/");
    }

    /** In lower case; empty if none is named. */
    String encoding() {
        return headers.first("Content-Transfer-Encoding")
                .orElse("")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    Optional<String> parameter(String name) {
        return headers.parameter("Content-Type", name);
    }

    /** That a file would have. */
    String fileName() {
        return headers.parameter("Content-Disposition", "filename")
                .or(() -> parameter("name"))
                .orElse("");
    }

    /** Without the transfer encoding. */
    byte[] bytes() {
        var raw = body.getBytes(StandardCharsets.ISO_8859_1);
        return switch (encoding()) {
            case "base64" -> Base64.getMimeDecoder().decode(onlyBase64(body));
            case "quoted-printable" -> quotedPrintable(body);
            default -> raw;
        };
    }

    private static String onlyBase64(String text) {
        var signs = text.replaceAll("[^A-Za-z0-9+/]", "");
        return signs.length() % 4 == 1 ? signs.substring(0, signs.length() - 1) : signs;
    }

    private static byte[] quotedPrintable(String text) {
        var plain = text.replaceAll("=[ \\t]*\\r?\\n", "");
        var bytes = new ByteArrayOutputStream(plain.length());
        for (int at = 0; at < plain.length(); at++) {
            char sign = plain.charAt(at);
            int code = sign == '=' && at + 2 < plain.length() ? code(plain, at + 1) : -1;
            bytes.write(code >= 0 ? code : sign);
            at += code >= 0 ? 2 : 0;
        }
        return bytes.toByteArray();
    }

    private static int code(String text, int at) {
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : 16 * high + low;
    }

    /** What it names; empty if it names none, or one that Java does not have. */
    Optional<Charset> charset() {
        try {
            return parameter("charset").map(Charset::forName);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** Whether its bytes are of the charset that it names. */
    boolean decodes() {
        return charset().map(charset -> isOf(bytes(), charset)).orElse(false);
    }

    static boolean isOf(byte[] bytes, Charset charset) {
        try {
            var unused = charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** With line ends as LF. */
    String text() {
        return new String(bytes(), charset().orElse(StandardCharsets.UTF_8)).replace("\r\n", "\n");
    }
}
