package io.patchbay.tracker.mbox;

import java.util.List;

/** The lines of comments that go into the message of a patch (web-ui §6.1). */
final class Trailers {

    private static final List<String> WORDS =
            List.of(
                    "Tested-by:",
                    "Reviewed-by:",
                    "Acked-by:",
                    "Signed-off-by:",
                    "Nacked-by:",
                    "Reported-by:");

    private Trailers() {}

    /** Adds those of a comment, a line each. */
    static void add(StringBuilder message, String comment) {
        int start = 0;
        while (start < comment.length()) {
            int feed = comment.indexOf('\n', start);
            int end = feed < 0 ? comment.length() : feed;
            if (isTrailer(comment, start)) {
                message.append(comment, start, end).append('\n');
            }
            start = end + 1;
        }
    }

    private static boolean isTrailer(String comment, int start) {
        // Most lines are quoted, or have none of these letters.
        if ("tTrRaAsSnN\u017F".indexOf(comment.charAt(start)) < 0) {
            return false;
        }
        for (var word : WORDS) {
            if (comment.regionMatches(true, start, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }
}
