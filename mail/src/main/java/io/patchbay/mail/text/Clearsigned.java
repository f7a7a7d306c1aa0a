package io.patchbay.mail.text;

/**
 * Text within the armour of an OpenPGP clear signature (RFC 9580 §7): what was signed, without the
 * dashes that were put before its lines, stands where the armour stood. The signature is not
 * checked.
 */
public final class Clearsigned {

    private static final String BEGIN = "-----BEGIN PGP SIGNED MESSAGE-----";
    private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";
    private static final String END = "-----END PGP SIGNATURE-----";
    private static final String ESCAPE = "- ";

    private final String text;
    private final StringBuilder plain;
    private int at;

    private Clearsigned(String text) {
        this.text = text;
        this.plain = new StringBuilder(text.length());
    }

    /** Whether a signed message may begin in it. */
    public static boolean begins(String text) {
        return text.contains(BEGIN);
    }

    /** The text itself if it holds no whole signed message. */
    public static String textOf(String text) {
        return begins(text) ? new Clearsigned(text).withoutArmour() : text;
    }

    private String withoutArmour() {
        int begin = lineFrom(BEGIN, 0);
        while (begin >= 0) {
            int signature = lineFrom(SIGNATURE, begin);
            int end = signature < 0 ? -1 : lineFrom(END, signature);
            if (end < 0) {
                break;
            }
            plain.append(text, at, begin);
            appendSigned(afterHeaders(begin, signature), signature);
            at = next(end);
            begin = lineFrom(BEGIN, at);
        }
        return plain.append(text, at, text.length()).toString();
    }

    /** Where a line begins that is this one, blanks at its end not counted; -1 if there is none. */
    private int lineFrom(String line, int from) {
        int found = text.indexOf(line, from);
        while (found >= 0) {
            int end = Space.skip(text, found + line.length(), next(found));
            if ((found == 0 || text.charAt(found - 1) == '\n') && end == next(found)) {
                return found;
            }
            found = text.indexOf(line, found + line.length());
        }
        return -1;
    }

    private int next(int start) {
        int feed = text.indexOf('\n', start);
        return feed < 0 ? text.length() : feed + 1;
    }

    /** Behind the first empty line, before which the hash is named. */
    private int afterHeaders(int begin, int limit) {
        int start = next(begin);
        while (start < limit) {
            int next = next(start);
            if (Space.skip(text, start, next) == next) {
                return next;
            }
            start = next;
        }
        return next(begin);
    }

    private void appendSigned(int from, int to) {
        for (int start = from; start < to; ) {
            int next = next(start);
            plain.append(text, text.startsWith(ESCAPE, start) ? start + 2 : start, next);
            start = next;
        }
    }
}
