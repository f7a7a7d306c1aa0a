package io.patchbay.web.patch;

import gg.jte.html.HtmlContent;
import gg.jte.html.HtmlTemplateOutput;

import org.jspecify.annotations.Nullable;

/** The text of a mail as HTML: quotes and trailers marked, web addresses linked (web-ui.md §5). */
record MessageText(String text) implements HtmlContent {

    static MessageText of(@Nullable String text) {
        return new MessageText(text == null ? "" : text);
    }

    @Override
    public void writeTo(HtmlTemplateOutput html) {
        int start = 0;
        while (start < text.length()) {
            var kind = kindOfLine(start);
            int end = endOfLine(start);
            while (kind == Kind.QUOTE && end < text.length() && kindOfLine(end) == Kind.QUOTE) {
                end = endOfLine(end);
            }
            write(html, kind, text.substring(start, end));
            start = end;
        }
    }

    private enum Kind {
        PLAIN,
        QUOTE,
        TRAILER
    }

    /** Just behind the line's line feed. */
    private int endOfLine(int start) {
        int feed = text.indexOf('\n', start);
        return feed < 0 ? text.length() : feed + 1;
    }

    private Kind kindOfLine(int start) {
        if (text.charAt(start) == '>') {
            return Kind.QUOTE;
        }
        return isTrailer(start) ? Kind.TRAILER : Kind.PLAIN;
    }

    /** {@code From:} or a word of letters and hyphens that ends in {@code -by:}. */
    private boolean isTrailer(int start) {
        int end = start;
        while (end < text.length() && isNameCharacter(text.charAt(end))) {
            end++;
        }
        return end < text.length()
                && text.charAt(end) == ':'
                && (text.regionMatches(end - 3, "-by", 0, 3)
                        || (end - start == 4 && text.startsWith("From", start)));
    }

    private static boolean isNameCharacter(char character) {
        return character == '-'
                || (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z');
    }

    private static void write(HtmlTemplateOutput html, Kind kind, String part) {
        switch (kind) {
            case PLAIN -> writeLinked(html, part);
            case QUOTE -> writeMarked(html, "<span class=\"quote\">", part);
            case TRAILER -> writeMarked(html, "<span class=\"trailer\">", part);
        }
    }

    private static void writeMarked(HtmlTemplateOutput html, String tag, String part) {
        html.writeContent(tag);
        writeLinked(html, part);
        html.writeContent("</span>");
    }

    private static void writeLinked(HtmlTemplateOutput html, String part) {
        int written = 0;
        int colon = part.indexOf("://");
        while (colon >= 0) {
            int start = startOfScheme(part, colon, written);
            int end = endOfAddress(part, colon + 3);
            if (start >= 0 && end > colon + 3) {
                html.writeUserContent(part.substring(written, start));
                writeLink(html, part.substring(start, end));
                written = end;
            }
            colon = part.indexOf("://", Math.max(end, colon + 3));
        }
        html.writeUserContent(written == 0 ? part : part.substring(written));
    }

    private static void writeLink(HtmlTemplateOutput html, String address) {
        html.writeContent("<a rel=\"nofollow ugc\" href=\"");
        html.setContext("a", "href");
        html.writeUserContent(address);
        html.setContext("a", null);
        html.writeContent("\">");
        html.writeUserContent(address);
        html.writeContent("</a>");
    }

    private static int startOfScheme(String part, int colon, int from) {
        int start = colon;
        while (start > from && isNameCharacter(part.charAt(start - 1))) {
            start--;
        }
        return switch (part.substring(start, colon)) {
            case "http", "https", "git", "ftp" -> start;
            default -> -1;
        };
    }

    /** Full stops and the like belong to the sentence, not to the address. */
    private static int endOfAddress(String part, int from) {
        int end = from;
        while (end < part.length() && isAddressCharacter(part.charAt(end))) {
            end++;
        }
        while (end > from && ".,;:!?'".indexOf(part.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean isAddressCharacter(char character) {
        return character != '<'
                && character != '>'
                && character != ')'
                && character != '"'
                && !Character.isWhitespace(character);
    }
}
