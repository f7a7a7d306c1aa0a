package io.patchbay.bench.count;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Diffs that are damaged, that Patchbay does not read, and that came before. */
final class DiffCounts implements Counter {

    private static final String TABLE = "diffs of patch mails";

    private static final Pattern HUNK =
            Pattern.compile("^@@ -\\d+(?:,(\\d+))? \\+\\d+(?:,(\\d+))? @@.*");
    private static final Pattern VERSION = Pattern.compile("(?i)\\bv([2-9]|[1-9]\\d)\\b");

    private final Set<Integer> changes = new HashSet<>();

    @Override
    public void count(CountedMail mail, Tally tally) {
        if (!mail.isPatch()) {
            return;
        }
        tally.count(TABLE, "patch mails");
        var lines = mail.text().split("\n", -1);
        tally.countIf(!fits(lines), TABLE, "lines of a hunk do not fit its counts");
        tally.countIf(mail.read().body().diff() == null, TABLE, "no diff is read by Patchbay");
        boolean isLater = VERSION.matcher(bracketsOf(mail.subject())).find();
        tally.countIf(!isLater, TABLE, "version 1");
        tally.countIf(isLater, TABLE, "version 2 and later");
        boolean isKnown = !changes.add(changeOf(lines));
        tally.countIf(isKnown && !isLater, TABLE, "version 1, the same + and - lines came before");
        tally.countIf(
                isKnown && isLater,
                TABLE,
                "version 2 and later, the same + and - lines came before");
    }

    static String bracketsOf(String subject) {
        int end = subject.lastIndexOf(']');
        return end < 0 ? "" : subject.substring(0, end);
    }

    /** Each hunk has as many lines of each kind as it says. */
    private static boolean fits(String[] lines) {
        boolean begun = false;
        for (int at = 0; at < lines.length; at++) {
            begun |= lines[at].startsWith("diff --git ");
            var hunk = HUNK.matcher(lines[at]);
            if (begun && hunk.matches()) {
                int end = end(lines, at + 1, number(hunk.group(1)), number(hunk.group(2)));
                if (end < 0) {
                    return false;
                }
                at = end - 1;
            }
        }
        return true;
    }

    private static int number(String text) {
        return text == null ? 1 : Integer.parseInt(text);
    }

    /** Behind the hunk; -1 if it does not fit. */
    private static int end(String[] lines, int from, int before, int after) {
        int old = before;
        int now = after;
        int at = from;
        for (; (old > 0 || now > 0) && at < lines.length; at++) {
            char sign = lines[at].isEmpty() ? ' ' : lines[at].charAt(0);
            switch (sign) {
                case ' ' -> {
                    old--;
                    now--;
                }
                case '-' -> old--;
                case '+' -> now--;
                case '\\' -> {}
                default -> {
                    return -1;
                }
            }
        }
        boolean goesOn =
                at < lines.length
                        && (lines[at].startsWith("+")
                                || lines[at].startsWith("-")
                                        && !lines[at].startsWith("-- ")
                                        && !lines[at].equals("--")
                                        && !lines[at].startsWith("---"));
        return old == 0 && now == 0 && !goesOn ? at : -1;
    }

    /** Of all changed lines, and of nothing else but where a file begins. */
    private static int changeOf(String[] lines) {
        int hash = 0;
        boolean begun = false;
        for (var line : lines) {
            boolean isFile = line.startsWith("diff --git ");
            begun |= isFile;
            boolean isChange =
                    (line.startsWith("+") || line.startsWith("-"))
                            && !line.startsWith("+++")
                            && !line.startsWith("---")
                            && !line.startsWith("-- ");
            if (begun && (isFile || isChange)) {
                hash = 31 * hash + (isFile ? "file" : line).hashCode();
            }
        }
        return hash;
    }
}
