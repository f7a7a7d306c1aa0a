package io.patchbay.tracker.mbox;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A trailer as b4 reads it in a reply: what somebody is named by has an address, and of the others
 * only those count that name a commit or an address of the web.
 *
 * @param text the line
 * @param identity the same for trailers of which one is enough: key and address, without case
 */
record Trailer(String text, String identity) {

    /** Characters; no line of a mail has more (RFC 5322 §2.1.1). */
    static final int LONGEST = 998;

    private static final Pattern BEGUN =
            Pattern.compile(
                    "([a-z][a-z0-9-]*-by|fixes|link|buglink|closes):(.*)",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@(]+@[^\\s<>@),]+");

    private static final Pattern BRACKETED = Pattern.compile("<\\s*([^<>\\s]+@[^<>\\s]+)\\s*>");

    /** What mail programs add to an address when they make text of HTML. */
    private static final Pattern MAILTO = Pattern.compile("<mailto:[^<>]*>");

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{6,64}\\b.*");
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://\\S+");

    /** Whether it is worth while to look at the lines of a text. */
    static boolean mayStandIn(String text) {
        for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
            if (endsWith(text, colon, "-by")
                    || endsWith(text, colon, "fixes")
                    || endsWith(text, colon, "link")
                    || endsWith(text, colon, "closes")) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWith(String text, int end, String word) {
        return text.regionMatches(true, end - word.length(), word, 0, word.length());
    }

    /** Null if the text is none, or is not whole. */
    static @Nullable Trailer of(String line) {
        var begun = BEGUN.matcher(line);
        if (line.length() > LONGEST || !begun.matches()) {
            return null;
        }
        var key = begun.group(1).toLowerCase(Locale.ROOT);
        var value = begun.group(2).strip();
        if (!key.endsWith("-by")) {
            return named(key, value) ? new Trailer(line, identity(key, value)) : null;
        }
        var address = addressIn(MAILTO.matcher(value).replaceAll(""));
        return address == null
                ? null
                : new Trailer(MAILTO.matcher(line).replaceAll(""), identity(key, address));
    }

    private static boolean named(String key, String value) {
        return key.equals("fixes")
                ? COMMIT.matcher(value).matches() && closes(value)
                : WEB_ADDRESS.matcher(value).lookingAt();
    }

    /** Whether the subject of the commit, in parentheses, is all there. */
    private static boolean closes(String value) {
        return value.indexOf('(') < 0 || value.indexOf(')') >= 0;
    }

    private static @Nullable String addressIn(String value) {
        var bracketed = BRACKETED.matcher(value);
        if (bracketed.find()) {
            return bracketed.group(1);
        }
        var bare = ADDRESS.matcher(value);
        return value.indexOf('<') < 0 && bare.find() ? bare.group() : null;
    }

    private static String identity(String key, String value) {
        return key + " " + value.toLowerCase(Locale.ROOT);
    }

    /** Whether a line begins with the key of a trailer. */
    static boolean isBegun(String line) {
        return BEGUN.matcher(line).matches();
    }

    /**
     * Whether the next line belongs to a trailer that is not whole: it is indented, as git folds
     * them, or is what a mail program wrapped: the address, or the end of a subject.
     */
    static boolean continues(String begun, String next) {
        if (next.isBlank()) {
            return false;
        }
        return Character.isWhitespace(next.charAt(0))
                || BRACKETED.matcher(next).lookingAt()
                || begun.indexOf('(') > begun.indexOf(')') && next.indexOf(')') >= 0;
    }
}
