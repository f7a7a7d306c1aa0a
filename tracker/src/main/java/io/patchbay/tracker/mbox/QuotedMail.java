package io.patchbay.tracker.mbox;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A mail that stands below its answer without marks of quoting, and with some of its header above
 * it, as programs for offices write it in whatever language: {@code Von: … Gesendet: … An: …}.
 */
final class QuotedMail {

    /** Sender, date and recipient or subject. */
    private static final int FEWEST_FIELDS = 3;

    private static final Pattern FIELD =
            Pattern.compile("\\*?\\p{L}[\\p{L}\\p{M} .'’-]{0,24}\\s?[:：]\\*?(\\s.*|$)");
    private static final Pattern TRAILER =
            Pattern.compile("[A-Za-z0-9-]+-by:.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern MOMENT =
            Pattern.compile(".*(\\b(19|20)[0-9]{2}\\b|\\b[0-9]{1,2}:[0-9]{2}\\b).*");

    private QuotedMail() {}

    /** The lines above it, or all. */
    static List<String> above(List<String> lines) {
        int start = 0;
        boolean dated = false;
        for (int index = 0; index < lines.size(); index++) {
            var line = lines.get(index);
            if (!FIELD.matcher(line).matches() || TRAILER.matcher(line).matches()) {
                start = index + 1;
                dated = false;
                continue;
            }
            dated |= MOMENT.matcher(line).matches();
            if (dated && index - start + 1 >= FEWEST_FIELDS) {
                return lines.subList(0, start);
            }
        }
        return lines;
    }
}
