package io.patchbay.intake.source;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A line of an mbox that begins with "From ": the envelope of the next mail (RFC 4155, appendix A),
 * or text of the mail before that was not quoted. git mailsplit asks for the date, too.
 *
 * @param isBare whether it names a sender and no date, as some programs write
 */
record EnvelopeLine(boolean isDated, boolean isBare) {

    /** Longer than any date. */
    private static final int END = 80;

    private static final Pattern DATE =
            Pattern.compile(
                    "(?:.* )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +"
                            + "(?:\\d{1,2} +\\d{1,2}:\\d\\d(?::\\d\\d)?(?: +[A-Z]{2,5}| +[+-]\\d{4})? +\\d{4}"
                            + "|\\d{4} +\\d{1,2}:\\d\\d(?::\\d\\d)?)"
                            + "(?: +[A-Z]{2,5}| +[+-]\\d{4})?(?: remote from \\S+)?\\s*");

    /** Headers with which mails begin. Those that patches have as trailers are not among them. */
    private static final Set<String> FIRST_HEADERS =
            Set.of(
                    "return-path",
                    "received",
                    "from",
                    "to",
                    "subject",
                    "date",
                    "message-id",
                    "mime-version",
                    "delivered-to",
                    "envelope-to",
                    "authentication-results",
                    "sender",
                    "reply-to",
                    "in-reply-to",
                    "user-agent",
                    "status");

    private static final List<String> KINDS_OF_HEADERS =
            List.of("x-", "list-", "content-", "dkim-", "arc-");

    enum Standing {
        ENVELOPE,
        TEXT,
        /** An envelope if a header follows it. */
        UNTIL_NEXT_LINE
    }

    static EnvelopeLine of(String line) {
        var text = line.stripTrailing();
        boolean isDated = DATE.matcher(text.substring(Math.max(0, text.length() - END))).matches();
        boolean isBare = text.indexOf(' ') >= 0 && text.indexOf(' ') == text.lastIndexOf(' ');
        return new EnvelopeLine(isDated, isBare);
    }

    Standing standing(boolean afterEmptyLine) {
        if (isBare || isDated && afterEmptyLine) {
            return Standing.ENVELOPE;
        }
        return isDated || afterEmptyLine ? Standing.UNTIL_NEXT_LINE : Standing.TEXT;
    }

    /** Whether a mail may begin with this line. */
    static boolean isHeader(String line) {
        int colon = line.indexOf(':');
        var name = line.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT);
        return FIRST_HEADERS.contains(name) || KINDS_OF_HEADERS.stream().anyMatch(name::startsWith);
    }
}
