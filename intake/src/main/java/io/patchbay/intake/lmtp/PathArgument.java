package io.patchbay.intake.lmtp;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What stands behind MAIL FROM: and RCPT TO: (RFC 5321 §4.1.2).
 *
 * @param address without angle brackets and source route; empty for the null path
 */
record PathArgument(String address, List<String> parameters) {

    /** Null if this is not {@code KEYWORD:<address>} with parameters. */
    static @Nullable PathArgument parse(String argument, String keyword) {
        if (!argument.regionMatches(true, 0, keyword, 0, keyword.length())) {
            return null;
        }
        var path = argument.substring(keyword.length()).stripLeading();
        int end = closingBracket(path);
        if (end < 0 || hasControls(path)) {
            return null;
        }
        var rest = path.substring(end + 1);
        if (!rest.isBlank() && !rest.startsWith(" ")) {
            return null;
        }
        return new PathArgument(
                withoutRoute(path.substring(1, end)),
                rest.isBlank() ? List.of() : List.of(rest.strip().split(" +")));
    }

    /** A quoted local part may hold brackets. */
    private static int closingBracket(String path) {
        if (!path.startsWith("<")) {
            return -1;
        }
        boolean quoted = false;
        for (int at = 1; at < path.length(); at++) {
            switch (path.charAt(at)) {
                case '"' -> quoted = !quoted;
                case '\\' -> at++;
                case '>' -> {
                    if (!quoted) {
                        return at;
                    }
                }
                default -> {}
            }
        }
        return -1;
    }

    private static boolean hasControls(String path) {
        return path.chars().anyMatch(Character::isISOControl);
    }

    private static String withoutRoute(String path) {
        int colon = path.startsWith("@") ? path.indexOf(':') : -1;
        return path.substring(colon + 1);
    }

    boolean isAscii() {
        return address.chars().allMatch(letter -> letter < 128);
    }
}
