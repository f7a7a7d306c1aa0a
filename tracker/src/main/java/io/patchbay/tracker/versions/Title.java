package io.patchbay.tracker.versions;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A subject as it is stored, taken apart: the marks in its leading brackets, the area before the
 * last colon, and the words. Letters and digits count, in lower case.
 *
 * @param text all words without blanks; two titles are equal if these are
 * @param area what stands before the last colon, empty if there is none
 * @param subject the words behind that colon without blanks
 * @param before the former subject of a title such as "new name (was: area: old name)"; null mostly
 * @param version null if no mark names one
 */
public record Title(
        String text,
        String area,
        String subject,
        @Nullable String before,
        Set<String> words,
        Set<String> numbers,
        @Nullable Integer version,
        boolean isDraft,
        boolean isRepeat) {

    private static final Pattern MARKS = Pattern.compile("\\s*\\[([^\\]]*)\\]");

    /** Names and numbers of versions as subjects spell them (mail-ingest §21). */
    private static final Pattern VERSION =
            Pattern.compile(
                    "(?:patch|rfc|rft|resend|repost|pull)*[-_.#]?(?:v|ver|version|rev|revision)[._#-]?(\\d{1,6})");

    private static final Pattern DRAFT =
            Pattern.compile("(?:patch|v\\d+)?-?rf[ct](?:v?\\d+|-?patch)?");
    private static final Pattern REPEAT = Pattern.compile("(?:patch-?)?re-?(?:send|post)\\d*");
    private static final Pattern WAS =
            Pattern.compile("[(\\[]\\s*(?:was|formerly|previously)\\b:?\\s*([^)\\]]*)[)\\]]");

    public static Title of(String name) {
        var text = name.toLowerCase(Locale.ROOT);
        int at = 0;
        Integer version = null;
        boolean isDraft = false;
        boolean isRepeat = false;
        var marks = MARKS.matcher(text);
        while (marks.find(at) && marks.start() == at) {
            for (var mark : marks.group(1).split("[\\s,]+")) {
                var named = VERSION.matcher(mark);
                if (version == null && named.matches()) {
                    version = Integer.valueOf(named.group(1));
                }
                isDraft |= DRAFT.matcher(mark).matches();
                isRepeat |= REPEAT.matcher(mark).matches();
            }
            at = marks.end();
        }
        var rest = text.substring(at);
        String before = null;
        var was = WAS.matcher(rest);
        if (was.find()) {
            before = subjectOf(MARKS.matcher(was.group(1)).replaceAll(" "));
            rest = was.replaceAll(" ");
        }
        var words = words(rest);
        int colon = rest.lastIndexOf(": ");
        return new Title(
                String.join("", words),
                colon < 0 ? "" : rest.substring(0, colon).strip(),
                subjectOf(rest),
                before == null || before.isEmpty() ? null : before,
                Set.copyOf(words),
                numbers(rest),
                version,
                isDraft,
                isRepeat);
    }

    private static String subjectOf(String rest) {
        int colon = rest.lastIndexOf(": ");
        return String.join("", words(colon < 0 ? rest : rest.substring(colon + 2)));
    }

    private static List<String> words(String text) {
        return runs(text, false);
    }

    private static Set<String> numbers(String text) {
        return Set.copyOf(new HashSet<>(runs(text, true)));
    }

    private static List<String> runs(String text, boolean isOfDigits) {
        var runs = new ArrayList<String>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean isIn =
                    i < text.length()
                            && (isOfDigits
                                    ? Character.isDigit(text.charAt(i))
                                    : Character.isLetterOrDigit(text.charAt(i)));
            if (isIn && start < 0) {
                start = i;
            } else if (!isIn && start >= 0) {
                runs.add(text.substring(start, i));
                start = -1;
            }
        }
        return runs;
    }

    /** From 0 to 1. */
    double likeness(Title other) {
        int shared = 0;
        for (var word : words) {
            shared += other.words.contains(word) ? 1 : 0;
        }
        int either = words.size() + other.words.size() - shared;
        return either == 0 ? 0 : (double) shared / either;
    }

    boolean isSame(Title other) {
        return !text.isEmpty() && text.equals(other.text);
    }
}
