package io.patchbay.mail;

import io.patchbay.mail.text.Letters;
import io.patchbay.mail.text.Space;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** The text that {@code git request-pull} writes into a mail. */
public final class PullRequest {

    private static final String SINCE = "The following changes since commit";
    private static final String AVAILABLE = "are available in the git repository at:";

    private PullRequest() {}

    /** The repository and reference to pull from, such as {@code git://host/x.git tags/v1}. */
    public static Optional<String> urlIn(String content) {
        int since = lineThatBegins(content, SINCE, 0);
        if (since < 0) {
            return Optional.empty();
        }
        String last = null;
        int available = lineThatBegins(content, AVAILABLE, since + SINCE.length());
        while (available >= 0) {
            var url = urlAfter(content, available + AVAILABLE.length());
            last = url != null ? url : last;
            available = lineThatBegins(content, AVAILABLE, available + AVAILABLE.length());
        }
        return Optional.ofNullable(last);
    }

    private static int lineThatBegins(String content, String words, int from) {
        int start = from == 0 ? 0 : content.indexOf('\n', from) + 1;
        while (start > 0 || from == 0) {
            if (content.regionMatches(true, start, words, 0, words.length())) {
                return start;
            }
            int feed = content.indexOf('\n', start);
            if (feed < 0) {
                return -1;
            }
            start = feed + 1;
        }
        return -1;
    }

    /**
     * A URL on a later line, with nothing but white space before it and at most a reference behind
     * it. What characters they are made of is between the sender and his server.
     */
    private static @Nullable String urlAfter(String content, int from) {
        int start = Space.skip(content, from, content.length());
        int newLine = content.indexOf('\n', from);
        int end = endOfWord(content, start);
        if (newLine < 0 || newLine >= start) {
            return null;
        }
        boolean bracketed = content.startsWith("<", start) && content.charAt(end - 1) == '>';
        int urlStart = bracketed ? start + 1 : start;
        int urlEnd = bracketed ? end - 1 : end;
        int lineEnd = isUrl(content, urlStart, urlEnd) ? endOfReference(content, end) : -1;
        return lineEnd < 0
                ? null
                : Space.normalise(
                        content.substring(urlStart, urlEnd) + content.substring(end, lineEnd));
    }

    /** {@code scheme://…}, {@code user@…} or {@code host:…}. */
    private static boolean isUrl(String content, int start, int end) {
        int index = start;
        while (index < end && isSchemeSign(content.charAt(index))) {
            index++;
        }
        if (index == start || index == end) {
            return false;
        }
        if (content.startsWith("://", index)) {
            return index + 3 < end;
        }
        char separator = content.charAt(index);
        return (separator == '@' || separator == ':') && index + 1 < end;
    }

    private static int endOfWord(String content, int start) {
        int end = start;
        while (end < content.length() && !isGap(content.charAt(end))) {
            end++;
        }
        return end;
    }

    /**
     * The end of the reference that may follow the URL, also after line breaks and backslashes. If
     * something else follows, the end of the last line before it.
     */
    private static int endOfReference(String content, int urlEnd) {
        int reference = urlEnd;
        while (reference < content.length() && isGap(content.charAt(reference))) {
            reference++;
        }
        var gap = content.substring(urlEnd, reference);
        boolean sameLine = gap.indexOf('\n') < 0 || gap.indexOf('\\') >= 0;
        int end = sameLine ? endOfWord(content, reference) : endOfName(content, reference);
        return endsLine(content, end) ? end : lastFeedBetween(content, urlEnd, reference);
    }

    /** On a line of its own only what cannot be prose is a reference. */
    private static int endOfName(String content, int start) {
        int end = start;
        while (end < content.length() && isReferenceSign(content.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Whether only white space is left on the line. */
    private static boolean endsLine(String content, int index) {
        int next = Space.skip(content, index, content.length());
        return next == content.length() || content.substring(index, next).indexOf('\n') >= 0;
    }

    private static int lastFeedBetween(String content, int from, int to) {
        int feed = content.lastIndexOf('\n', to - 1);
        return feed < from ? -1 : feed;
    }

    private static boolean isGap(char character) {
        return character == '\\' || Space.is(character);
    }

    private static boolean isSchemeSign(char character) {
        return Letters.isWord(character)
                || character == '+'
                || character == '-'
                || character == '.';
    }

    private static boolean isReferenceSign(char character) {
        return Letters.isWord(character)
                || character == '/'
                || character == '.'
                || character == '-';
    }
}
