package io.patchbay.mail.header;

import io.patchbay.mail.text.Letters;
import io.patchbay.mail.text.Space;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * One sender or recipient as header text writes it: {@code Name <address>}, {@code user at host
 * (Name)} of list archives, {@code address (Name)}, or the address alone.
 */
public record Mailbox(@Nullable String name, String address) {

    private static final String ATOM_SIGNS = "!#$%&'\"*+/=?^`{|}~-";

    private static final String AT = " at ";

    /** Null if the text holds no address that mail could be sent to. */
    public static @Nullable Mailbox of(String text) {
        var mailbox = split(text);
        return isAddress(mailbox.address) ? mailbox : null;
    }

    /** The mailboxes of a list, the unusable ones left out. */
    public static List<Mailbox> listOf(String text) {
        var mailboxes = new ArrayList<Mailbox>();
        int start = 0;
        while (start <= text.length()) {
            int end = endOfItem(text, start);
            var mailbox = of(Space.strip(text.substring(start, end)));
            if (mailbox != null) {
                mailboxes.add(mailbox);
            }
            start = end + 1;
        }
        return mailboxes;
    }

    /** The next comma outside quotes; any comma if the quotes never close. */
    private static int endOfItem(String text, int start) {
        boolean quoted = false;
        for (int index = start; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character == '"' && (index == start || text.charAt(index - 1) != '\\')) {
                quoted = !quoted;
            } else if (character == ',' && !quoted) {
                return index;
            }
        }
        int comma = quoted ? text.indexOf(',', start) : -1;
        return comma < 0 ? text.length() : comma;
    }

    private static Mailbox split(String text) {
        int angle = opening(text, '<', '>');
        if (angle >= 0) {
            return stripped(nameBefore(text, angle), inside(text, angle, '>'));
        }
        int round = opening(text, '(', ')');
        if (round < 0) {
            return new Mailbox(null, Space.strip(text));
        }
        int at = text.indexOf(AT);
        int roundAfterAt = at < 0 ? -1 : opening(text, '(', ')', at + AT.length());
        if (roundAfterAt >= 0) {
            var host = text.substring(at + AT.length(), roundAfterAt);
            return stripped(
                    inside(text, roundAfterAt, ')'),
                    text.substring(0, at) + "@" + Space.strip(host));
        }
        return stripped(inside(text, round, ')'), nameBefore(text, round));
    }

    private static Mailbox stripped(String name, String address) {
        return new Mailbox(Space.strip(name), Space.strip(address));
    }

    private static int opening(String text, char open, char close) {
        return opening(text, open, close, 0);
    }

    /** Where the first bracket with something in it opens, or -1. */
    private static int opening(String text, char open, char close, int from) {
        int index = text.indexOf(open, from);
        while (index >= 0 && text.startsWith(String.valueOf(close), index + 1)) {
            index = text.indexOf(open, index + 1);
        }
        return index >= 0 && text.indexOf(close, index + 1) >= 0 ? index : -1;
    }

    private static String inside(String text, int open, char close) {
        return text.substring(open + 1, text.indexOf(close, open + 1));
    }

    /** What stands before the bracket, without one pair of quotes around it. */
    private static String nameBefore(String text, int bracket) {
        int start = text.startsWith("\"") ? 1 : 0;
        int end = Space.skipBack(text, start, bracket);
        if (end > start && text.charAt(end - 1) == '"') {
            end--;
        }
        return text.substring(Math.min(start, end), end);
    }

    /** A dotted row of atoms, an at sign, and a host name, which may have a single label. */
    private static boolean isAddress(String text) {
        int at = text.lastIndexOf('@');
        return at > 0 && isLocalPart(text.substring(0, at)) && isHost(text.substring(at + 1));
    }

    private static boolean isLocalPart(String text) {
        int before = '.';
        for (int index = 0; index < text.length(); index += Character.charCount(before)) {
            int character = text.codePointAt(index);
            boolean dot = character == '.';
            if (dot ? before == '.' : !isAtom(character)) {
                return false;
            }
            before = character;
        }
        return before != '.';
    }

    private static boolean isAtom(int character) {
        return Letters.isWord(character) || ATOM_SIGNS.indexOf(character) >= 0;
    }

    private static boolean isHost(String text) {
        char before = '.';
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            boolean dot = character == '.';
            boolean hyphen = character == '-';
            if (dot && (before == '.' || before == '-')
                    || hyphen && before == '.'
                    || !dot && !hyphen && !isAsciiLetterOrDigit(character)) {
                return false;
            }
            before = character;
        }
        return before != '.' && before != '-';
    }

    private static boolean isAsciiLetterOrDigit(char character) {
        return character < 0x80 && Character.isLetterOrDigit(character);
    }
}
