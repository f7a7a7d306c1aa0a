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

    /** A URL on a later line, with nothing but white space before it. */
    private static @Nullable String urlAfter(String content, int from) {
        int start = Space.skip(content, from, content.length());
        int newLine = content.indexOf('\n', from);
        int scheme = start;
        while (scheme < content.length() && isSchemeSign(content.charAt(scheme))) {
            scheme++;
        }
        int separator =
                content.startsWith("://", scheme) ? 3 : content.startsWith("@", scheme) ? 1 : 0;
        int path = scheme + separator;
        int pathEnd = path;
        while (pathEnd < content.length() && isPathSign(content.charAt(pathEnd))) {
            pathEnd++;
        }
        boolean complete =
                newLine >= 0
                        && newLine < start
                        && scheme > start
                        && separator > 0
                        && pathEnd > path;
        int end = complete ? endOfReference(content, pathEnd) : -1;
        return end < 0 ? null : Space.normalise(content.substring(start, end));
    }

    /**
     * The end of the reference that may follow the URL, also after line breaks and backslashes. If
     * something else follows, the end of the last line before it.
     */
    private static int endOfReference(String content, int pathEnd) {
        int reference = pathEnd;
        while (reference < content.length() && isGap(content.charAt(reference))) {
            reference++;
        }
        int end = reference;
        while (end < content.length() && isReferenceSign(content.charAt(end))) {
            end++;
        }
        return endsLine(content, end) ? end : lastFeedBetween(content, pathEnd, reference);
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
        return Letters.isWord(character) || character == '+' || character == '-';
    }

    private static boolean isPathSign(char character) {
        return isReferenceSign(character)
                || character == '@'
                || character == ':'
                || character == '~';
    }

    private static boolean isReferenceSign(char character) {
        return Letters.isWord(character)
                || character == '/'
                || character == '.'
                || character == '-';
    }
}
