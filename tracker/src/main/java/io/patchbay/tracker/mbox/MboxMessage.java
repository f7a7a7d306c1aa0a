package io.patchbay.tracker.mbox;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What is said about a change, with the trailers that comments gave it. */
final class MboxMessage {

    private static final String RULE = "---";

    private MboxMessage() {}

    /** Ends with a line feed, unless it is empty. */
    static String of(@Nullable String content, List<String> comments) {
        var text = content == null ? "" : content;
        int start = skip(text, 0);
        int end = skipBack(text, start, text.length());
        int rule = rule(text, start, end);
        var message = new StringBuilder(end - start + 256);
        if (!text.isEmpty()) {
            message.append(text, start, skipBack(text, start, rule)).append('\n');
        }
        for (var trailer : Trailers.added(message.toString(), comments)) {
            message.append(trailer).append('\n');
        }
        int below = Math.min(end, endOfLine(text, rule));
        if (below < end) {
            message.append(RULE).append(text, below, end).append('\n');
        }
        return message.indexOf("\r\n") < 0
                ? message.toString()
                : message.toString().replace("\r\n", "\n");
    }

    /**
     * Where git ends the message: at the first line that is {@code ---}, whatever comes behind.
     * Trailers below it would not become part of the log.
     */
    private static int rule(String text, int start, int end) {
        int line = start;
        while (line < end) {
            int lineEnd = Math.min(end, endOfLine(text, line));
            if (text.startsWith(RULE, line)) {
                int length = lineEnd - line;
                if (length == 3 || length == 4 && text.charAt(line + 3) == ' ') {
                    return line;
                }
            }
            line = lineEnd + 1;
        }
        return end;
    }

    private static int endOfLine(String text, int start) {
        int feed = text.indexOf('\n', start);
        return feed < 0 ? text.length() : feed;
    }

    private static int skip(String text, int start) {
        int index = start;
        while (index < text.length() && isBlank(text.charAt(index))) {
            index++;
        }
        return index;
    }

    private static int skipBack(String text, int start, int end) {
        int index = end;
        while (index > start && isBlank(text.charAt(index - 1))) {
            index--;
        }
        return index;
    }

    // Unlike String.strip this takes the no-break spaces and NEL too, as reading a mail does.
    private static boolean isBlank(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == '\u0085';
    }
}
