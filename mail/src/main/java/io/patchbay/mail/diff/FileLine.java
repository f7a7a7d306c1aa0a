package io.patchbay.mail.diff;

import io.patchbay.mail.text.Space;

import org.jspecify.annotations.Nullable;

/** The lines {@code --- a/path} and {@code +++ b/path} of a diff. */
final class FileLine {

    private static final int MARK = 4;

    private FileLine() {}

    /** The path up to the first white space; null if the line is another one. */
    static @Nullable String pathAt(String text, int start, int end) {
        if (!text.startsWith("--- ", start) && !text.startsWith("+++ ", start)) {
            return null;
        }
        int pathStart = start + MARK;
        int pathEnd = pathStart;
        while (pathEnd < end && !Space.is(text.charAt(pathEnd))) {
            pathEnd++;
        }
        return pathEnd == pathStart ? null : text.substring(pathStart, pathEnd);
    }

    /** Empty if there is only one. */
    static String withoutFirstComponent(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? "" : path.substring(slash + 1);
    }
}
