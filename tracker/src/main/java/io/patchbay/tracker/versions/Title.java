package io.patchbay.tracker.versions;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A subject as it is stored, taken apart: the marks in its leading brackets, the area before the
 * last colon, and the words. Letters and digits count, in lower case.
 */
final class Title {

    /** Names and numbers of versions as subjects spell them (mail-ingest §21). */
    private static final Pattern VERSION =
            Pattern.compile(
                    "(?:patch|rfc|rft|resend|repost|pull)*[-_.#]?(?:v|ver|version|rev|revision)[._#-]?(\\d{1,6})");

    private static final Pattern DRAFT =
            Pattern.compile("(?:patch|v\\d+)?-?rf[ct](?:v?\\d+|-?patch)?");
    private static final Pattern REPEAT = Pattern.compile("(?:patch-?)?re-?(?:send|post)\\d*");
    private static final Pattern WAS =
            Pattern.compile("[(\\[]\\s*(?:was|formerly|previously)\\b:?\\s*([^)\\]]*)[)\\]]");

    private final String rest;
    private final String text;
    private final @Nullable String before;
    private final @Nullable Integer version;
    private final boolean isDraft;
    private final boolean isRepeat;
    private @Nullable Set<String> words;
    private @Nullable Set<String> numbers;

    private Title(
            String rest,
            @Nullable String before,
            @Nullable Integer version,
            boolean isDraft,
            boolean isRepeat) {
        this.rest = rest;
        this.text = lettersOf(rest, 0);
        this.before = before;
        this.version = version;
        this.isDraft = isDraft;
        this.isRepeat = isRepeat;
    }

    static Title of(String name) {
        var whole = name.toLowerCase(Locale.ROOT);
        int at = 0;
        Integer version = null;
        boolean isDraft = false;
        boolean isRepeat = false;
        for (int close = close(whole, at); close > 0; close = close(whole, at)) {
            for (var mark : whole.substring(whole.indexOf('[', at) + 1, close).split("[\\s,]+")) {
                if (mark.isEmpty() || "vpr".indexOf(mark.charAt(0)) < 0) {
                    continue;
                }
                var named = VERSION.matcher(mark);
                if (version == null && named.matches()) {
                    version = Integer.valueOf(named.group(1));
                }
                isDraft |= DRAFT.matcher(mark).matches();
                isRepeat |= REPEAT.matcher(mark).matches();
            }
            at = close + 1;
        }
        var rest = whole.substring(at);
        String before = null;
        if (rest.contains("was") || rest.contains("formerly") || rest.contains("previously")) {
            var was = WAS.matcher(rest);
            if (was.find()) {
                before = subjectOf(withoutMarks(was.group(1)));
                rest = was.replaceAll(" ");
            }
        }
        return new Title(
                rest,
                before == null || before.isEmpty() ? null : before,
                version,
                isDraft,
                isRepeat);
    }

    /** Where the leading bracket ends that begins there; -1 if none does. */
    private static int close(String text, int from) {
        int open = from;
        while (open < text.length() && text.charAt(open) <= ' ') {
            open++;
        }
        return text.startsWith("[", open) ? text.indexOf(']', open) : -1;
    }

    private static String withoutMarks(String text) {
        int at = 0;
        for (int close = close(text, at); close > 0; close = close(text, at)) {
            at = close + 1;
        }
        return text.substring(at);
    }

    private static String subjectOf(String rest) {
        int colon = rest.lastIndexOf(": ");
        return lettersOf(rest, colon < 0 ? 0 : colon + 2);
    }

    /** All letters and digits from there on. */
    private static String lettersOf(String text, int from) {
        var letters = new StringBuilder(text.length());
        for (int i = from; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                letters.append(text.charAt(i));
            }
        }
        return letters.toString();
    }

    private static Set<String> runs(String text, boolean isOfDigits) {
        var runs = new HashSet<String>();
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

    /** All words without blanks; two titles are equal if these are. */
    String text() {
        return text;
    }

    /** What stands before the last colon, empty if there is none. */
    String area() {
        int colon = rest.lastIndexOf(": ");
        return colon < 0 ? "" : rest.substring(0, colon).strip();
    }

    /** The words behind the last colon without blanks. */
    String subject() {
        return subjectOf(rest);
    }

    /** The former subject of a title such as "new name (was: area: old name)"; null mostly. */
    @Nullable String before() {
        return before;
    }

    /** Null if no mark names one. */
    @Nullable Integer version() {
        return version;
    }

    boolean isDraft() {
        return isDraft;
    }

    boolean isRepeat() {
        return isRepeat;
    }

    private Set<String> words() {
        var known = words;
        if (known == null) {
            known = runs(rest, false);
            words = known;
        }
        return known;
    }

    Set<String> numbers() {
        var known = numbers;
        if (known == null) {
            known = runs(rest, true);
            numbers = known;
        }
        return known;
    }

    /** From 0 to 1. */
    double likeness(Title other) {
        int shared = 0;
        for (var word : words()) {
            shared += other.words().contains(word) ? 1 : 0;
        }
        int either = words().size() + other.words().size() - shared;
        return either == 0 ? 0 : (double) shared / either;
    }

    boolean isSame(Title other) {
        return !text.isEmpty() && text.equals(other.text);
    }
}
