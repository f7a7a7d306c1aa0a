package io.patchbay.http.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads {@code multipart/form-data} (RFC 7578); parts that are files are passed over. */
final class Multipart {

    private Multipart() {}

    static Parameters parse(byte[] body, @Nullable String contentType) {
        var boundary = parameter(contentType == null ? "" : contentType, "boundary");
        if (boundary == null || boundary.isEmpty()) {
            throw HttpError.badRequest(
                    "Multipart form parse error - Invalid boundary in multipart: None");
        }
        // Each octet is one character here, so that offsets are those of the body.
        var text = new String(body, ISO_8859_1);
        var pairs = new ArrayList<Parameters.Pair>();
        var delimiter = "--" + boundary;
        int part = text.indexOf(delimiter);
        while (part >= 0) {
            int start = part + delimiter.length();
            int end = text.indexOf("\r\n" + delimiter, start);
            if (text.startsWith("--", start) || end < 0) {
                break;
            }
            readPart(text.substring(start, end), pairs);
            part = end + 2;
        }
        return new Parameters(pairs);
    }

    private static void readPart(String part, List<Parameters.Pair> pairs) {
        int blank = part.indexOf("\r\n\r\n");
        if (blank < 0) {
            return;
        }
        for (var line : part.substring(0, blank).split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
                var name = parameter(line, "name");
                if (name != null && parameter(line, "filename") == null) {
                    var content = utf8(part.substring(blank + 4));
                    Parameters.add(new Parameters.Pair(utf8(name), content), pairs);
                }
                // Each further one would be another copy of the content.
                return;
            }
        }
    }

    private static String utf8(String octets) {
        return new String(octets.getBytes(ISO_8859_1), UTF_8);
    }

    /** {@code ; name="value"} or {@code ; name=value}. */
    private static @Nullable String parameter(String header, String name) {
        for (var piece : header.split(";")) {
            var stripped = piece.strip();
            int equals = stripped.indexOf('=');
            if (equals > 0 && stripped.substring(0, equals).strip().equalsIgnoreCase(name)) {
                var value = stripped.substring(equals + 1).strip();
                return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
                        ? value.substring(1, value.length() - 1)
                        : value;
            }
        }
        return null;
    }
}
