package io.patchbay.mail.diff;

/** Whether the carriage returns of a diff are the mail's or the files'. */
public final class LineEnds {

    private LineEnds() {}

    /**
     * The diff without the carriage returns of the mail. They are the mail's if every line ends
     * with one, names and hunk headers too, for which git writes none. The last line may have lost
     * its own to the boundary behind it.
     */
    public static String ofFiles(String diff) {
        return diff.indexOf('\r') >= 0 && allAreCrlf(diff) ? diff.replace("\r\n", "\n") : diff;
    }

    private static boolean allAreCrlf(String diff) {
        int feed = diff.indexOf('\n');
        int lines = 0;
        while (feed >= 0) {
            int next = diff.indexOf('\n', feed + 1);
            boolean last = next < 0 && feed + 1 == diff.length();
            boolean crlf = feed > 0 && diff.charAt(feed - 1) == '\r';
            if (!crlf && !(last && lines > 0)) {
                return false;
            }
            lines++;
            feed = next;
        }
        return lines > 0;
    }
}
