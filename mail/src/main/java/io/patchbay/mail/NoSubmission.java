package io.patchbay.mail;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.regex.Pattern;

/** Why a mail in which a diff is found hands in no patch (mail-ingest §22). */
public enum NoSubmission {
    /** Mails of others, bound together (RFC 2046 §5.1.5, RFC 1153). */
    DIGEST,
    /** A report on a mail, such as that it could not be delivered (RFC 6522). */
    REPORT,
    /** A list server asks its owners what to do with a mail. */
    MODERATION,
    /** A program sent it by itself (RFC 3834 §5). */
    AUTOMATIC,
    /** The diff is in a mail that is enclosed and not forwarded as a patch. */
    ENCLOSED;

    /** Of Mailman in whatever language, Majordomo, Google Groups, groups.io and Yahoo. */
    private static final Pattern DIGEST_SUBJECT =
            Pattern.compile(
                    ".*,\\s(?:vol|band|volume|vol\\.)\\s\\d+,\\s\\p{L}+\\.?\\s\\d+"
                            + "|(?:.*\\s)?digest\\s(?:v\\d+\\s#\\d+|number\\s\\d+|#\\d+|for\\s\\S+@\\S+).*",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private static final Pattern MODERATION_SUBJECT =
            Pattern.compile(
                    "(?:.* post from .* requires approval|.* moderator request(?:\\(s\\)|s)? waiting"
                            + "|.*(?:awaits|waits for|requires) moderator approval.*|(?:message|article) to be (?:moderated|approved).*"
                            + "|bounce \\S+@\\S+:.*|confirm [0-9a-f]{40})",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Of a mail that is no reply and in which a diff was found. */
    static @Nullable NoSubmission of(Mail mail, boolean isOnlyEnclosed) {
        var subject = mail.subjectText().orElse("").strip();
        var type = mail.cleaned("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        boolean isMarked = SeriesMarks.isMarked(subject);
        if (type.startsWith("multipart/digest")
                || !isMarked && DIGEST_SUBJECT.matcher(subject).matches()) {
            return DIGEST;
        }
        if (type.startsWith("multipart/report")) {
            return REPORT;
        }
        if (mail.cleaned("X-List-Administrivia").filter("yes"::equalsIgnoreCase).isPresent()
                || !isMarked && MODERATION_SUBJECT.matcher(subject).matches()) {
            return MODERATION;
        }
        if (isAutomatic(mail)) {
            return AUTOMATIC;
        }
        return isOnlyEnclosed && !isMarked && !AnswerMark.isForward(subject) ? ENCLOSED : null;
    }

    private static boolean isAutomatic(Mail mail) {
        var value = mail.cleaned("Auto-Submitted").orElse("no").toLowerCase(Locale.ROOT).strip();
        return !value.equals("no") && !value.startsWith("no ") && !value.startsWith("no;");
    }
}
