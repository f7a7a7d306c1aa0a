package io.patchbay.http.message;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what browsers send back; a piece that is no {@code name=value} is passed over. */
final class Cookies {

    private Cookies() {}

    static Map<String, String> parse(List<String> headers) {
        if (headers.isEmpty()) {
            return Map.of();
        }
        var cookies = new HashMap<String, String>();
        for (var header : headers) {
            for (var piece : header.split(";")) {
                int equals = piece.indexOf('=');
                if (equals > 0) {
                    cookies.put(
                            piece.substring(0, equals).strip(),
                            unquote(piece.substring(equals + 1).strip()));
                }
            }
        }
        return cookies;
    }

    private static String unquote(String value) {
        return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
