package io.patchbay.mail.diff;

/**
 * Whether a text holds something like a diff, though nobody could read one in it. Quoted lines do
 * not count: what they answer holds the diff.
 */
public final class DiffSigns {

    private DiffSigns() {}

    /** Whether a line of the text is one that only diffs have. */
    public static boolean in(String text) {
        for (int start = 0; start < text.length(); start = next(text, start)) {
            if (text.startsWith("diff --git ", start)
                    || isHunk(text, start)
                    || text.startsWith("--- ", start)
                            && text.startsWith("+++ ", next(text, start))) {
                return true;
            }
        }
        return false;
    }

    /** The same for HTML, where a line begins anywhere. */
    public static boolean inHtml(String html) {
        return html.contains("diff --git ");
    }

    private static boolean isHunk(String text, int start) {
        return text.startsWith("@@ -", start)
                && start + 4 < text.length()
                && Character.isDigit(text.charAt(start + 4));
    }

    private static int next(String text, int start) {
        int feed = text.indexOf('\n', start);
        return feed < 0 ? text.length() : feed + 1;
    }
}
