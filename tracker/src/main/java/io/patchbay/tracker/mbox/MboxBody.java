package io.patchbay.tracker.mbox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Pattern;

/** The message of a patch, with the trailers that its comments gave it, and its diff. */
final class MboxBody {

    private static final int MULTILINE = Pattern.MULTILINE | Pattern.UNIX_LINES;

    private static final Pattern POSTSCRIPT = Pattern.compile("^-{2,3} ?$", MULTILINE);
    private static final Pattern TRAILER =
            Pattern.compile(
                    "^(?:Tested|Reviewed|Acked|Signed-off|Nacked|Reported)-by:.*$",
                    MULTILINE | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LINE_END = Pattern.compile("\r\n?");

    private MboxBody() {}

    static String of(@Nullable String content, List<String> comments, @Nullable String diff) {
        var body = new StringBuilder();
        var message = content == null || content.isEmpty() ? "" : strip(content) + "\n";
        var postscript = "";
        var line = POSTSCRIPT.matcher(message);
        if (line.find()) {
            postscript = stripEnd(message.substring(line.end()));
            message = strip(message.substring(0, line.start())) + "\n";
        }

        body.append(message);
        for (var comment : comments) {
            TRAILER.matcher(comment)
                    .results()
                    .forEach(trailer -> body.append(trailer.group()).append('\n'));
        }
        if (!postscript.isEmpty()) {
            body.append("---").append(postscript).append('\n');
        }
        if (diff != null) {
            body.append('\n').append(diff);
        }
        return body.indexOf("\r") < 0 ? body.toString() : LINE_END.matcher(body).replaceAll("\n");
    }

    private static String strip(String text) {
        int start = 0;
        while (start < text.length() && isBlank(text.charAt(start))) {
            start++;
        }
        return stripEnd(text.substring(start));
    }

    private static String stripEnd(String text) {
        int end = text.length();
        while (end > 0 && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    // Unlike String.strip this takes the no-break spaces and NEL too, as reading a mail does.
    private static boolean isBlank(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == '\u0085';
    }
}
