package io.patchbay.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.http.Response;

/** A reply that is saved as a file (web-ui.md §6). */
final class Download {

    private Download() {}

    static Response of(String contentType, String fileName, String text) {
        return of(contentType, fileName, text.getBytes(UTF_8));
    }

    static Response of(String contentType, String fileName, byte[] content) {
        // Without quotes and with nothing behind it: git-pw and pwclient cut it out of the line.
        return Response.of(200, contentType, content)
                .header("Content-Disposition", "attachment; filename=" + fileName);
    }

    /** A mail's name as a file name: what is not in {@code [-_A-Za-z0-9.]} becomes a hyphen. */
    static String fileName(String name) {
        var safe = new StringBuilder(name.length());
        boolean skipped = false;
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            if (isSafe(character)) {
                safe.append(character);
                skipped = false;
            } else if (!skipped) {
                safe.append('-');
                skipped = true;
            }
        }
        int start = 0;
        int end = safe.length();
        while (start < end && safe.charAt(start) == '-') {
            start++;
        }
        while (end > start && safe.charAt(end - 1) == '-') {
            end--;
        }
        return safe.substring(start, end);
    }

    private static boolean isSafe(char character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || character == '-'
                || character == '_'
                || character == '.';
    }
}
