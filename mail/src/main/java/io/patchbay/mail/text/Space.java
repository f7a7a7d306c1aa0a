package io.patchbay.mail.text;

/**
 * White space and line ends in the widest Unicode sense, which Patchwork's rules are written in.
 * Java's own notions each miss some: {@code isWhitespace} the no-break spaces, {@code strip} too.
 */
public final class Space {

    private Space() {}

    public static boolean is(int character) {
        if (character <= ' ') {
            return character == ' '
                    || (character >= '\t' && character <= '\r')
                    || (character >= 0x1C && character <= 0x1F);
        }
        if (character < 0x85) {
            return false;
        }
        return character == 0x85
                || character == 0xA0
                || character == 0x1680
                || (character >= 0x2000 && character <= 0x200A)
                || character == 0x2028
                || character == 0x2029
                || character == 0x202F
                || character == 0x205F
                || character == 0x3000;
    }

    public static boolean endsLine(char character) {
        if (character <= 0x1E) {
            return (character >= '\n' && character <= '\r') || character >= 0x1C;
        }
        return character == 0x85 || character == 0x2028 || character == 0x2029;
    }

    /** Where the line that begins at {@code start} ends, its line end not counted. */
    public static int endOfLine(String text, int start) {
        int end = start;
        while (end < text.length() && !endsLine(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Where the line after the line end at {@code end} begins; CRLF is one line end. */
    public static int afterLineEnd(String text, int end) {
        if (end >= text.length()) {
            return end;
        }
        boolean crlf = text.startsWith("\r\n", end);
        return crlf ? end + 2 : end + 1;
    }

    public static boolean isAll(CharSequence text) {
        return skip(text, 0, text.length()) == text.length();
    }

    /** The first index from {@code start} on that holds no white space, or {@code end}. */
    public static int skip(CharSequence text, int start, int end) {
        int index = start;
        while (index < end && is(text.charAt(index))) {
            index++;
        }
        return index;
    }

    /** The end of what remains without the white space before {@code end}. */
    public static int skipBack(String text, int start, int end) {
        int index = end;
        while (index > start && is(text.charAt(index - 1))) {
            index--;
        }
        return index;
    }

    public static String strip(String text) {
        int start = skip(text, 0, text.length());
        return text.substring(start, skipBack(text, start, text.length()));
    }

    /** Every run of white space becomes one space; none is left at the ends. */
    public static String normalise(String text) {
        if (isNormal(text)) {
            return text;
        }
        var normal = new StringBuilder(text.length());
        boolean pending = false;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (is(character)) {
                pending = !normal.isEmpty();
            } else {
                if (pending) {
                    normal.append(' ');
                    pending = false;
                }
                normal.append(character);
            }
        }
        return normal.toString();
    }

    private static boolean isNormal(String text) {
        boolean afterSpace = true;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            boolean space = is(character);
            if (space && (afterSpace || character != ' ')) {
                return false;
            }
            afterSpace = space;
        }
        return text.isEmpty() || !afterSpace;
    }

    public static String withoutNul(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }
}
