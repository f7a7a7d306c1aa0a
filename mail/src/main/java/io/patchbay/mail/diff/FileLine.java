package io.patchbay.mail.diff;

import io.patchbay.mail.text.Space;

import org.jspecify.annotations.Nullable;

/**
 * What Patchwork makes of the lines {@code --- a/path} and {@code +++ b/path} (mail-ingest §13).
 */
final class FileLine {

    private static final int MARK = 4;

    private FileLine() {}

    /** The path up to the first white space; null if there is none. */
    static @Nullable String path(String text, int start, int end) {
        int pathStart = start + MARK;
        int pathEnd = pathStart;
        while (pathEnd < end && !Space.is(text.charAt(pathEnd))) {
            pathEnd++;
        }
        return pathEnd <= pathStart ? null : text.substring(pathStart, pathEnd);
    }

    /** Empty if there is only one. */
    static String withoutFirstComponent(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? "" : path.substring(slash + 1);
    }
}
