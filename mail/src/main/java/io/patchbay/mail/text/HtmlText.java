package io.patchbay.mail.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The words of an HTML text, line by line as a reader sees them; what it quotes is marked with
 * {@code >}, as in plain text. Takes time in proportion to the text, whatever the text.
 */
public final class HtmlText {

    /** Elements whose content nobody sees. */
    private static final Set<String> HIDDEN = Set.of("script", "style", "title");

    /** Elements that stand on lines of their own. */
    private static final Set<String> BLOCKS =
            Set.of(
                    "address",
                    "blockquote",
                    "body",
                    "dd",
                    "div",
                    "dl",
                    "dt",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "hr",
                    "li",
                    "ol",
                    "p",
                    "pre",
                    "table",
                    "tr",
                    "ul");

    /** Of these an empty line stands above and below. */
    private static final Set<String> PARAGRAPHS = Set.of("blockquote", "p", "pre");

    /** More marks than this are not told apart. */
    private static final int DEEPEST_QUOTE = 9;

    private static final int LONGEST_REFERENCE = 10;

    /** The names of U+00A0 to U+00FF (HTML 4.01 §24.2.1). */
    private static final String LATIN =
            """
            nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
            sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
            Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
            ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
            szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute \
            icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml \
            yacute thorn yuml\
            """;

    private static final Map<String, Integer> NAMED = named();

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private int quotes;
    private int preformatted;
    private boolean tagsLeft = true;

    private HtmlText(String html) {
        this.html = html;
    }

    private static Map<String, Integer> named() {
        var named = new HashMap<String, Integer>();
        named.putAll(
                Map.of(
                        "lt",
                        (int) '<',
                        "gt",
                        (int) '>',
                        "amp",
                        (int) '&',
                        "quot",
                        (int) '"',
                        "apos",
                        (int) '\'',
                        "ndash",
                        0x2013,
                        "mdash",
                        0x2014,
                        "hellip",
                        0x2026,
                        "bull",
                        0x2022,
                        "euro",
                        0x20AC));
        named.putAll(Map.of("lsquo", 0x2018, "rsquo", 0x2019, "ldquo", 0x201C, "rdquo", 0x201D));
        int character = 0xA0;
        for (var name : LATIN.split(" ")) {
            named.put(name, character++);
        }
        return Map.copyOf(named);
    }

    public static String of(String html) {
        var reader = new HtmlText(html);
        reader.read();
        return reader.text.toString();
    }

    private void read() {
        int index = 0;
        while (index < html.length()) {
            char character = html.charAt(index);
            if (character == '<' && beginsTag(index)) {
                index = afterTag(index);
            } else if (character == '&') {
                index = afterReference(index);
            } else {
                add(character);
                index++;
            }
        }
        endBlock();
    }

    private boolean beginsTag(int index) {
        if (!tagsLeft || index + 1 >= html.length()) {
            return false;
        }
        char next = html.charAt(index + 1);
        if (!Character.isLetter(next) && "/!?".indexOf(next) < 0) {
            return false;
        }
        tagsLeft = html.indexOf('>', index) >= 0;
        return tagsLeft;
    }

    private int afterTag(int open) {
        if (html.startsWith("<!--", open)) {
            int end = html.indexOf("-->", open + 4);
            return end < 0 ? html.length() : end + 3;
        }
        int close = html.indexOf('>', open);
        boolean ends = html.charAt(open + 1) == '/';
        int start = ends ? open + 2 : open + 1;
        int end = start;
        while (end < close && Character.isLetterOrDigit(html.charAt(end))) {
            end++;
        }
        var name = html.substring(start, end).toLowerCase(Locale.ROOT);
        if (!ends && HIDDEN.contains(name)) {
            return endOfHidden(name, close + 1);
        }
        tag(name, ends);
        return close + 1;
    }

    /** Where the tag begins that ends what nobody sees; without one that goes on to the end. */
    private int endOfHidden(String name, int from) {
        int tag = html.indexOf("</", from);
        while (tag >= 0 && !html.regionMatches(true, tag + 2, name, 0, name.length())) {
            tag = html.indexOf("</", tag + 2);
        }
        return tag < 0 ? html.length() : tag;
    }

    private void tag(String name, boolean ends) {
        if (name.equals("br")) {
            endLine();
        } else if (name.equals("td") || name.equals("th")) {
            add(' ');
        } else if (BLOCKS.contains(name)) {
            endBlock();
            if (PARAGRAPHS.contains(name)) {
                endParagraph();
            }
            int step = ends ? -1 : 1;
            if (name.equals("blockquote")) {
                quotes = Math.max(0, quotes + step);
            } else if (name.equals("pre")) {
                preformatted = Math.max(0, preformatted + step);
            }
        }
    }

    private int afterReference(int ampersand) {
        int limit = Math.min(html.length(), ampersand + LONGEST_REFERENCE + 1);
        int end = ampersand + 1;
        while (end < limit && html.charAt(end) != ';') {
            end++;
        }
        int character = end < limit ? referred(html.substring(ampersand + 1, end)) : -1;
        if (character < 0) {
            line.append('&');
            return ampersand + 1;
        }
        line.appendCodePoint(character == 0xA0 ? ' ' : character);
        return end + 1;
    }

    /** The character that a reference names, or -1. */
    private static int referred(String name) {
        if (!name.startsWith("#")) {
            return NAMED.getOrDefault(name, -1);
        }
        boolean hex = name.startsWith("#x") || name.startsWith("#X");
        try {
            int character = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            return character > 0 && Character.isValidCodePoint(character) ? character : -1;
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    private void add(char character) {
        if (!Space.is(character)) {
            line.append(character);
        } else if (preformatted > 0) {
            if (character == '\n') {
                endLine();
            } else if (character != '\r') {
                line.append(character);
            }
        } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
            line.append(' ');
        }
    }

    private void endBlock() {
        if (!line.isEmpty()) {
            endLine();
        }
    }

    private void endParagraph() {
        if (!text.isEmpty() && !endsEmpty()) {
            text.append('\n');
        }
    }

    private boolean endsEmpty() {
        int length = text.length();
        return length >= 2 && text.charAt(length - 1) == '\n' && text.charAt(length - 2) == '\n';
    }

    private void endLine() {
        var said = line.toString().stripTrailing();
        line.setLength(0);
        if (quotes > 0) {
            text.repeat('>', Math.min(quotes, DEEPEST_QUOTE));
            text.append(said.isEmpty() ? "" : " ");
        }
        text.append(said).append('\n');
    }
}
