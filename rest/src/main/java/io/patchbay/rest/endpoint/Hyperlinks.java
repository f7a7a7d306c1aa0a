package io.patchbay.rest.endpoint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes HTML of text: escaped, with addresses as links; the visible text stays the same. */
public final class Hyperlinks {

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?<url>https?://[^\\s<>\"'`{}|\\\\^]+)"
                            + "|(?<mail>(?<![\\w.%+-])[\\w.%+-]{1,64}@"
                            + "[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,8})"
                            + "|(?<host>(?<![\\w@/.%+-])[A-Za-z0-9-]{1,63}"
                            + "(?:\\.[A-Za-z0-9-]{1,63}){0,8}"
                            + "\\.(?:com|edu|gov|int|mil|net|org)(?![\\w-]|\\.\\w)"
                            + "(?:/[^\\s<>\"'`{}|\\\\^]*)?)");
    private static final String CLOSING = ".,:;!?)]";

    private Hyperlinks() {}

    public static String escape(String text) {
        var html = new StringBuilder(text.length() + text.length() / 4);
        var matcher = ADDRESS.matcher(text);
        int done = 0;
        while (matcher.find()) {
            int end = endOf(text, matcher);
            append(html, text, done, matcher.start());
            html.append("<a href=\"").append(target(matcher));
            append(html, text, matcher.start(), end);
            html.append("\" rel=\"nofollow\">");
            append(html, text, matcher.start(), end);
            html.append("</a>");
            done = end;
        }
        append(html, text, done, text.length());
        return html.toString();
    }

    private static String target(Matcher matcher) {
        if (matcher.group("url") != null) {
            return "";
        }
        return matcher.group("mail") != null ? "mailto:" : "http://";
    }

    /** A point or bracket at the end belongs to the sentence around. */
    private static int endOf(String text, Matcher matcher) {
        int end = matcher.end();
        while (end > matcher.start() + 1 && CLOSING.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static void append(StringBuilder html, String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char character = text.charAt(i);
            switch (character) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#x27;");
                default -> html.append(character);
            }
        }
    }
}
