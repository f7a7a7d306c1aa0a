package io.patchbay.qmp.json;

import java.nio.charset.StandardCharsets;

/** The meaning of a number token: int64 if it fits, else uint64, else a double (spec §3.4). */
final class NumberToken {

    private static final int MOST_DIGITS = "-9223372036854775808".length();
    private static final int QUOTED = 40;

    private NumberToken() {}

    static Json integer(byte[] token, int length) throws JsonFault {
        if (length < MOST_DIGITS - 1) {
            return new Json.Int(small(token, length));
        }
        if (length > MOST_DIGITS) {
            return real(token, length);
        }
        var text = text(token, length);
        try {
            return new Json.Int(Long.parseLong(text));
        } catch (NumberFormatException beyondInt64) {
            return unsigned(text, token, length);
        }
    }

    static Json real(byte[] token, int length) throws JsonFault {
        double number = Double.parseDouble(text(token, length));
        if (Double.isInfinite(number)) {
            // QEMU goes on with "inf" and would print that, which no JSON reader accepts.
            throw new JsonFault(
                    "number %s is beyond the range of a double"
                            .formatted(text(token, Math.min(length, QUOTED))));
        }
        return new Json.Real(number);
    }

    private static Json unsigned(String text, byte[] token, int length) throws JsonFault {
        try {
            return new Json.Unsigned(Long.parseUnsignedLong(text));
        } catch (NumberFormatException negativeOrBeyondUint64) {
            return real(token, length);
        }
    }

    private static long small(byte[] token, int length) {
        boolean negative = token[0] == '-';
        long number = 0;
        for (int at = negative ? 1 : 0; at < length; at++) {
            number = 10 * number + (token[at] - '0');
        }
        return negative ? -number : number;
    }

    private static String text(byte[] token, int length) {
        return new String(token, 0, length, StandardCharsets.US_ASCII);
    }
}
