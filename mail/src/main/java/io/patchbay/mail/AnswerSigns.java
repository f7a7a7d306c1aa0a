package io.patchbay.mail;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * What is known of a mail with a patch that may be a reply which does not say {@code Re:}
 * (mail-ingest §22): whoever knows what it answers decides.
 *
 * @param body all of its text
 * @param hasWord whether a word of an answer begins its subject
 * @param quotes whether its patch stands below the answered mail's header
 * @param title of what it answers, without brackets and in lower case
 * @param isMarked whether the subject of what it answers is that of a patch
 */
public record AnswerSigns(
        Body body, boolean hasWord, boolean quotes, String title, boolean isMarked) {

    AnswerSigns(Body body, boolean hasWord, boolean quotes, String title) {
        this(body, hasWord, quotes, title, false);
    }

    /**
     * Null if nothing says that it is one.
     *
     * @param above what stands above the patch
     */
    static @Nullable AnswerSigns in(String subject, String above, BodyTexts texts) {
        boolean hasWord = AnswerMark.isIn(subject);
        boolean quotes = AnsweredMail.isIn(above);
        if (!hasWord && !quotes) {
            return null;
        }
        return new AnswerSigns(
                texts.ofReply(),
                hasWord,
                quotes,
                title(subject),
                SeriesMarks.isMarked(AnswerMark.answered(subject)));
    }

    /** To compare subjects by: without what programs put before them, and without brackets. */
    public static String title(String subject) {
        var name = Subject.of(AnswerMark.answered(subject), "").name();
        int start = 0;
        while (start < name.length() && name.charAt(start) == '[' && name.indexOf(']', start) > 0) {
            start = name.indexOf(']', start) + 1;
            while (start < name.length() && name.charAt(start) == ' ') {
                start++;
            }
        }
        return name.substring(start).strip().toLowerCase(Locale.ROOT);
    }
}
