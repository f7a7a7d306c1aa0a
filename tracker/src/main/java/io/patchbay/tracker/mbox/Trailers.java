package io.patchbay.tracker.mbox;

/** The lines of comments that go into the message of a patch (web-ui §6.1). */
final class Trailers {

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
        // The long s is an s where case does not count.
        return switch (comment.charAt(start)) {
            case 'T', 't' -> is("Tested-by:", comment, start);
            case 'R', 'r' ->
                    is("Reviewed-by:", comment, start) || is("Reported-by:", comment, start);
            case 'A', 'a' -> is("Acked-by:", comment, start);
            case 'S', 's', '\u017F' -> is("Signed-off-by:", comment, start);
            case 'N', 'n' -> is("Nacked-by:", comment, start);
            default -> false;
        };
    }

    private static boolean is(String trailer, String comment, int start) {
        return comment.regionMatches(true, start, trailer, 0, trailer.length());
    }
}
