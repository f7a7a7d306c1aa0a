package io.patchbay.mail;

import java.util.Optional;

/**
 * The place of a patch in its series: {@code 2/5} or {@code 2 of 5}; number 0 marks a cover.
 *
 * @param isBetween whether it comes between this number and the next: {@code 1.5/2}, {@code 1a/2}
 */
public record SeriesMarker(int number, int total, boolean isBetween) {

    /** Longer numbers mark nothing: no series is that large. */
    private static final int MOST_DIGITS = 9;

    public SeriesMarker(int number, int total) {
        this(number, total, false);
    }

    /** The marker at the end of a prefix such as {@code 2/5} or {@code PATCH2/5}. */
    static Optional<SeriesMarker> in(String prefix) {
        int total = startOfDigits(prefix, prefix.length());
        int separator = separatorLength(prefix, total);
        int numberEnd = total - separator;
        int number = startOfDigits(prefix, numberEnd);
        boolean marked =
                separator > 0 && isNumber(number, numberEnd) && isNumber(total, prefix.length());
        return marked
                ? Optional.of(
                        new SeriesMarker(
                                Integer.parseInt(prefix.substring(number, numberEnd)),
                                Integer.parseInt(prefix.substring(total))))
                : Optional.empty();
    }

    private static int separatorLength(String prefix, int end) {
        if (prefix.startsWith("/", end - 1)) {
            return 1;
        }
        return prefix.startsWith(" of ", end - 4) ? 4 : 0;
    }

    private static int startOfDigits(String text, int end) {
        int start = end;
        while (start > 0 && text.charAt(start - 1) >= '0' && text.charAt(start - 1) <= '9') {
            start--;
        }
        return start;
    }

    private static boolean isNumber(int start, int end) {
        return end > start && end - start <= MOST_DIGITS;
    }
}
