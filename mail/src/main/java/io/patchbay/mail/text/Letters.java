package io.patchbay.mail.text;

/** Letters and numbers in the widest Unicode sense, which Patchwork's rules are written in. */
public final class Letters {

    private Letters() {}

    /** Letters, numbers of any kind (Java's digits are only some of them), the underscore. */
    public static boolean isWord(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint >= 'a' && codePoint <= 'z'
                    || codePoint >= 'A' && codePoint <= 'Z'
                    || codePoint >= '0' && codePoint <= '9'
                    || codePoint == '_';
        }
        int type = Character.getType(codePoint);
        return Character.isLetterOrDigit(codePoint)
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }
}
