package io.patchbay.mail.header;

import io.patchbay.mail.text.Space;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes address lists apart: quoted strings, comments, routes, groups (RFC 5322 §3.4 and §4.4, RFC
 * 6854), and what mail programs write in spite of it. A quote or bracket that never closes is text.
 * Takes time in proportion to the text, whatever the text.
 */
final class MailboxParser {

    private static final String AT = " at ";
    private static final String MAILTO = "mailto:";

    private final String text;
    private final boolean everyCommaParts;
    private final List<Mailbox> found = new ArrayList<>();

    /**
     * Where the comment that begins at an index ends; 0 where none begins. Null if there is none.
     */
    private final int @Nullable [] commentEnds;

    /** What was looked for and is not there is not looked for again. */
    private boolean quotesLeft = true;

    private boolean anglesLeft = true;

    /** The semicolon found last, and whether it may end a group. */
    private int semicolon = -1;

    private boolean semicolonCloses;

    /** The item in hand: where it begins, and what stands in its angle brackets. */
    private int start;

    private int angle;
    private @Nullable String address;
    private boolean holdsAt;
    private boolean commasPart = true;

    /**
     * @param everyCommaParts false if only those commas part mailboxes that stand behind one, and
     *     only the first is wanted
     */
    MailboxParser(String text, boolean everyCommaParts) {
        this.text = text;
        this.everyCommaParts = everyCommaParts;
        this.commentEnds = text.indexOf('(') < 0 ? null : commentEnds(text);
    }

    private static int[] commentEnds(String text) {
        var ends = new int[text.length()];
        var open = new int[text.length()];
        int depth = 0;
        int index = 0;
        while (index < text.length()) {
            char character = text.charAt(index);
            if (character == '\\') {
                index++;
            } else if (depth == 0 && character == '"') {
                index = Math.max(index, endOfQuote(text, index));
            } else if (character == '(') {
                open[depth++] = index;
            } else if (character == ')' && depth > 0) {
                ends[open[--depth]] = index;
            }
            index++;
        }
        return ends;
    }

    /** Where the quoted string that begins at a quote closes, or -1. */
    private static int endOfQuote(String text, int open) {
        for (int index = open + 1; index < text.length(); index++) {
            switch (text.charAt(index)) {
                case '\\' -> index++;
                case '"' -> {
                    return index;
                }
                default -> {}
            }
        }
        return -1;
    }

    List<Mailbox> mailboxes() {
        begin(0);
        boolean inGroup = false;
        int index = 0;
        while (index < text.length() && (everyCommaParts || found.isEmpty())) {
            int next = index + 1;
            switch (text.charAt(index)) {
                case '"', '(' -> next = skip(index) + 1;
                case '@' -> holdsAt = true;
                case '<' -> next = afterAngle(index);
                case ',' -> {
                    if (everyCommaParts || address != null || holdsAt && commasPart) {
                        end(index, everyCommaParts);
                        // If it parts nothing it is of the name, and so are those behind it.
                        commasPart = false;
                    }
                }
                case ':' -> {
                    if (!inGroup && address == null && !holdsAt && groupClosesAfter(index)) {
                        inGroup = true;
                        begin(next);
                    }
                }
                case ';' -> {
                    if (inGroup) {
                        inGroup = false;
                        end(index, true);
                    }
                }
                default -> {}
            }
            index = next;
        }
        end(index, true);
        return found;
    }

    private void begin(int at) {
        start = at;
        angle = -1;
        address = null;
        holdsAt = false;
    }

    /** Takes the item that ends there, and begins the next one if it was one or has to be. */
    private void end(int at, boolean forGood) {
        var mailbox =
                address == null
                        ? bare(start, at)
                        : new Mailbox(name(text.substring(start, angle)), address);
        if (mailbox != null) {
            found.add(mailbox);
        }
        if (mailbox != null || forGood) {
            begin(at + 1);
        }
    }

    /** The end of the quoted string or comment that begins there, or that place itself. */
    private int skip(int index) {
        if (text.charAt(index) == '(') {
            return commentEnds == null ? index : Math.max(index, commentEnds[index]);
        }
        boolean escaped = index > 0 && text.charAt(index - 1) == '\\';
        if (escaped || !quotesLeft) {
            return index;
        }
        int end = endOfQuote(text, index);
        quotesLeft = end >= 0;
        return Math.max(index, end);
    }

    /** Notes the address in the angle brackets, if there is one; the first of an item counts. */
    private int afterAngle(int open) {
        int close = closing(open);
        if (close < 0) {
            return open + 1;
        }
        if (address == null) {
            address = address(open + 1, close);
            angle = open;
        }
        return close + 1;
    }

    private int closing(int open) {
        int close = anglesLeft ? text.indexOf('>', open) : -1;
        anglesLeft = close >= 0;
        for (int index = open + 1; index < close; index++) {
            char character = text.charAt(index);
            int end = character == '"' || character == '(' ? skip(index) : index;
            if (end > close) {
                int behind = text.indexOf('>', end);
                return behind < 0 ? close : behind;
            }
            index = end;
        }
        return close;
    }

    /** Whether a semicolon ends the group that begins there, and with it the list or an item. */
    private boolean groupClosesAfter(int colon) {
        if (semicolon < colon) {
            int next = text.indexOf(';', colon);
            semicolon = next < 0 ? Integer.MAX_VALUE : next;
            int behind = next < 0 ? 0 : Space.skip(text, next + 1, text.length());
            semicolonCloses = behind == text.length() || behind > 0 && text.charAt(behind) == ',';
        }
        return semicolonCloses;
    }

    /** What stands before an address; quotes around it or its beginning go. */
    private static String name(String given) {
        var name = Space.strip(given);
        if (name.startsWith("\"")) {
            int end = endOfQuote(name, 0);
            name = end < 0 ? name.substring(1) : name.substring(1, end) + name.substring(end + 1);
        }
        return Space.strip(withoutEscapes(name));
    }

    /** Quoted pairs become what they stand for. */
    private static String withoutEscapes(String name) {
        if (name.indexOf('\\') < 0) {
            return name;
        }
        var plain = new StringBuilder(name.length());
        for (int index = 0; index < name.length(); index++) {
            boolean pair =
                    name.charAt(index) == '\\'
                            && index + 1 < name.length()
                            && "\"\\()".indexOf(name.charAt(index + 1)) >= 0;
            plain.append(name.charAt(pair ? ++index : index));
        }
        return plain.toString();
    }

    /** An item without angle brackets, or null. */
    private @Nullable Mailbox bare(int from, int to) {
        var comment = firstComment(from, to);
        var rest = Space.strip(withoutComments(from, to));
        int at = rest.indexOf(AT);
        if (rest.indexOf('@') < 0) {
            return comment == null || at < 0
                    ? null
                    : mailbox(comment, rest.substring(0, at) + "@" + rest.substring(at + 4));
        }
        var whole = mailbox(comment, rest);
        if (whole != null) {
            return whole;
        }
        int lastWord = rest.lastIndexOf(' ') + 1;
        return mailbox(name(rest.substring(0, lastWord)), rest.substring(lastWord));
    }

    private static @Nullable Mailbox mailbox(@Nullable String name, String address) {
        var clean = clean(address);
        return clean == null ? null : new Mailbox(name, clean);
    }

    /** What the first comment that says something says, or null. */
    private @Nullable String firstComment(int from, int to) {
        for (int index = from; commentEnds != null && index < to; index++) {
            int end = commentEnds[index];
            if (end > index + 1 && end < to) {
                return Space.strip(withoutEscapes(text.substring(index + 1, end)));
            }
        }
        return null;
    }

    private String withoutComments(int from, int to) {
        if (commentEnds == null) {
            return text.substring(from, to);
        }
        var plain = new StringBuilder(to - from);
        int index = from;
        while (index < to) {
            int end = commentEnds[index];
            if (end > 0 && end < to) {
                index = end + 1;
            } else {
                plain.append(text.charAt(index++));
            }
        }
        return plain.toString();
    }

    private @Nullable String address(int from, int to) {
        return clean(withoutComments(from, to));
    }

    /** Without what programs put around an address; null if it is none. */
    private static @Nullable String clean(String given) {
        int from = Space.skip(given, 0, given.length());
        while (from < given.length() && given.charAt(from) == '<') {
            from = Space.skip(given, from + 1, given.length());
        }
        if (given.regionMatches(true, from, MAILTO, 0, MAILTO.length())) {
            from += MAILTO.length();
        }
        if (given.startsWith("@", from)) {
            // A route (RFC 5322 §4.4) names hosts on the way, the address stands behind it.
            from = given.indexOf(':', from) + 1;
        }
        int at = given.lastIndexOf('@');
        if (at < from) {
            return null;
        }
        var local = Space.strip(given.substring(from, at));
        var host = Space.strip(given.substring(at + 1));
        while (host.endsWith(".")) {
            host = host.substring(0, host.length() - 1);
        }
        boolean quoted = local.startsWith("\"") && endOfQuote(local, 0) == local.length() - 1;
        boolean usable =
                !local.isEmpty() && !host.isEmpty() && (quoted || isLabel(local)) && isLabel(host);
        return usable ? local + "@" + host : null;
    }

    private static boolean isLabel(String text) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character < ' ' || Space.is(character) || "<>,;".indexOf(character) >= 0) {
                return false;
            }
        }
        return true;
    }
}
