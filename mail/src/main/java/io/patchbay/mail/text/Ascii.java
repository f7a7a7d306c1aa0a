package io.patchbay.mail.text;

/** The characters that are the same in nearly every charset. */
public final class Ascii {

    private static final int END = 0x80;

    private Ascii() {}

    public static boolean isAll(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (text.charAt(index) >= END) {
                return false;
            }
        }
        return true;
    }
}
