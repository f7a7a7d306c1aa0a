package io.patchbay.qmp.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Prints a double as C does with {@code %.17g}, the way every number that is no integer looks. */
final class PercentG17 {

    private static final MathContext DIGITS = new MathContext(17, RoundingMode.HALF_EVEN);

    private PercentG17() {}

    static String print(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("JSON has no number " + number);
        }
        var sign = Double.doubleToRawLongBits(number) < 0 ? "-" : "";
        if (number == 0) {
            return sign + "0";
        }
        var rounded = new BigDecimal(Math.abs(number)).round(DIGITS).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < 17) {
            return sign + rounded.toPlainString();
        }
        var digits = rounded.unscaledValue().toString();
        var fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return sign
                + digits.charAt(0)
                + fraction
                + (exponent < 0 ? "e-" : "e+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }
}
