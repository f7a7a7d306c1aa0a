package io.patchbay.http.message;

/** Numbers in paths and queries. */
public final class Numbers {

    private Numbers() {}

    /** A number of digits only that fits; anything else is {@code otherwise}. */
    public static long parse(String text, long otherwise) {
        if (text.isEmpty() || text.length() > 19) {
            return otherwise;
        }
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || number > (Long.MAX_VALUE - digit) / 10) {
                return otherwise;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
