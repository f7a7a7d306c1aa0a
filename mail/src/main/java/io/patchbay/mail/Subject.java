package io.patchbay.mail;

import io.patchbay.mail.text.Space;
import io.patchbay.mail.text.StoredText;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A subject as a name to list a patch by: reply mark and list prefix gone, the remaining bracketed
 * words gathered in front.
 *
 * @param name not yet cut to what is stored, see {@link #storedName()}
 */
public record Subject(String name, List<String> prefixes) {

    /** Longer numbers mark nothing: no series is that large. */
    private static final int MOST_DIGITS = 9;

    // Mercurial's patchbomb writes "[PATCH 2 of 7]".
    private static final Pattern MERCURIAL =
            Pattern.compile("PATCH (\\d+ of \\d+)(.*)", Pattern.UNICODE_CHARACTER_CLASS);

    public Subject {
        prefixes = List.copyOf(prefixes);
    }

    /** Cleans a decoded header text; the words {@code patch} and the link name are left out. */
    public static Subject of(String cleaned, String linkName) {
        var rest = Space.normalise(withoutReplyMark(cleaned));
        var prefixes = new ArrayList<String>();
        int start = 0;
        while (start < rest.length() && rest.charAt(start) == '[') {
            int close = rest.indexOf(']', start);
            if (close < 0) {
                break;
            }
            for (var word : words(rest.substring(start + 1, close))) {
                if (!word.equalsIgnoreCase("patch") && !word.equalsIgnoreCase(linkName)) {
                    prefixes.add(word);
                }
            }
            start = Space.skip(rest, close + 1, rest.length());
        }
        var name = rest.substring(start);
        return new Subject(
                prefixes.isEmpty() ? name : "[" + String.join(",", prefixes) + "] " + name,
                prefixes);
    }

    /** The prefixes of a name that was stored; {@code [2 of 7]}, which Mercurial writes, is one. */
    public static List<String> prefixesOf(String storedName) {
        var prefixes = new ArrayList<String>();
        for (var word : of(Space.normalise(storedName), "").prefixes()) {
            prefixes.add(word);
            int size = prefixes.size();
            if (size >= 3 && isMercurial(prefixes.subList(size - 3, size))) {
                var number = String.join(" ", prefixes.subList(size - 3, size));
                prefixes.subList(size - 3, size).clear();
                prefixes.add(number);
            }
        }
        return List.copyOf(prefixes);
    }

    private static boolean isMercurial(List<String> words) {
        return words.get(1).equals("of") && isNumber(words.get(0)) && isNumber(words.get(2));
    }

    private static boolean isNumber(String word) {
        return endOfDigits(word, 0) == word.length();
    }

    /** Whether a decoded subject text announces a reply. */
    public static boolean isReply(String cleaned) {
        return markLength(cleaned, "re") > 0;
    }

    public String storedName() {
        return StoredText.cut(name);
    }

    /** The first prefix that ends like {@code 2/5} or {@code 2 of 5}. */
    public Optional<SeriesMarker> marker() {
        return prefixes.stream().map(SeriesMarker::in).flatMap(Optional::stream).findFirst();
    }

    /** The revision of the series, 1 if the subject names none. */
    public int version() {
        for (var prefix : prefixes) {
            if (startsLikeVersion(prefix, 0)) {
                int end = endOfDigits(prefix, 1);
                if (end == prefix.length() && end <= 1 + MOST_DIGITS) {
                    return Integer.parseInt(prefix.substring(1));
                }
            }
        }
        return versionInParentheses();
    }

    private int versionInParentheses() {
        int open = name.indexOf('(');
        while (open >= 0) {
            if (startsLikeVersion(name, open + 1)) {
                int end = endOfDigits(name, open + 2);
                boolean closed = end < name.length() && name.charAt(end) == ')';
                if (closed && end <= open + 2 + MOST_DIGITS) {
                    return Integer.parseInt(name.substring(open + 2, end));
                }
            }
            open = name.indexOf('(', open + 1);
        }
        return 1;
    }

    /** Whether a {@code v} and a digit stand there. */
    private static boolean startsLikeVersion(String text, int index) {
        return index + 1 < text.length()
                && (text.charAt(index) == 'v' || text.charAt(index) == 'V')
                && Character.isDigit(text.charAt(index + 1));
    }

    private static int endOfDigits(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    static String withoutReplyMark(String text) {
        for (var mark : List.of("re", "fwd", "fw")) {
            int length = markLength(text, mark);
            if (length > 0) {
                return text.substring(length);
            }
        }
        return text;
    }

    /** The length of the mark and the colon or space after it, 0 if the text has none. */
    private static int markLength(String text, String mark) {
        int length = mark.length();
        boolean marked =
                text.length() > length
                        && text.regionMatches(true, 0, mark, 0, length)
                        && (text.charAt(length) == ':' || Space.is(text.charAt(length)));
        return marked ? length + 1 : 0;
    }

    private static List<String> words(String bracketed) {
        var words = new ArrayList<String>();
        var rest = bracketed;
        var mercurial = MERCURIAL.matcher(bracketed);
        if (bracketed.startsWith("PATCH ") && mercurial.matches()) {
            words.add("PATCH");
            words.add(mercurial.group(1));
            rest = mercurial.group(2);
        }
        int start = 0;
        for (int index = 0; index <= rest.length(); index++) {
            if (index == rest.length()
                    || rest.charAt(index) == ','
                    || Space.is(rest.charAt(index))) {
                if (index > start) {
                    words.add(rest.substring(start, index));
                }
                start = index + 1;
            }
        }
        return words;
    }
}
