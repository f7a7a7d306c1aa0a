package io.patchbay.mail;

import io.patchbay.mail.text.Space;

import java.util.regex.Pattern;

/**
 * What mail programs and list servers put in front of the subject of what is answered, in the
 * languages that they speak (mail-ingest §22). Patchwork knows {@code Re:} alone.
 */
final class AnswerMark {

    private static final String NO_LETTER = "(?![\\p{L}\\p{M}])";

    /** Of mail programs that answer; those that forward use some of them too. */
    private static final String WORDS =
            "re|aw|antw|antwort|sv|svar|vs|vá|tr|res|resp|r|rif|ref|réf|rép|rsp|odp|odg|bls|ynt|atb|ats|enc"
                    + "|wg|vl|vb|pd|rv|ilt|i|fw|fwd|na|ha|απ|σχετ|ан|на|отв|ответ|відп|答复|回复|回覆|答覆|返信|転送"
                    + "|转发|轉寄|회신|답장|전달|השב|תשובה|رد|ตอบ|ตอบกลับ|trả lời";

    /** {@code Re[2]:}, {@code Re^2:}, {@code Re-2:} and {@code Re(2):}, whatever the word is. */
    private static final String COUNTED = "\\p{L}{2,3}(?=\\s?[\\[(^-]\\d{1,3}[\\])]?\\s?[:：])";

    private static final Pattern WORD =
            Pattern.compile(
                    "(?:(?:"
                            + WORDS
                            + ")"
                            + NO_LETTER
                            + "|"
                            + COUNTED
                            + ")\\s?(?:[\\[(^-]\\d{1,3}[\\])]?)?\\s?[:：]\\s*",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern FORWARD =
            Pattern.compile(
                    "(?:fwd?|forward|forwarded|wg|tr|rv|vl|vb|i|pd|ilt|enc|doorst|转发|轉寄|転送|전달|переслано)\\s?[:：].*",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    /** {@code [EXT]}, {@code EXTERNAL:}, {@code ***SPAM***}, but no mark of a patch. */
    private static final Pattern PUT_BEFORE =
            Pattern.compile(
                    "(?:\\[(?![^\\]]*(?:patch|rfc|rft|resend|pull|\\d\\s?/\\s?\\d))[^\\]]{0,60}\\]"
                            + "|[({<*]{1,5}(?:ext|spam|caution|warning|suspicious|bulk)[^\\[\\])}>*:]{0,30}[)}>*]{1,5}:?"
                            + "|(?:external|extern|ext|spam|caution|suspicious)(?: (?:e-?mail|sender))?[:：])\\s*",
                    Pattern.CASE_INSENSITIVE);

    private AnswerMark() {}

    /** Whether a word of an answer begins the subject, behind what servers put before it. */
    static boolean isIn(String subject) {
        return WORD.matcher(subject).region(behind(subject, 0), subject.length()).lookingAt();
    }

    static boolean isForward(String subject) {
        return FORWARD.matcher(subject.substring(behind(subject, 0))).matches();
    }

    /** The subject of what is answered, its leading brackets included. */
    static String answered(String subject) {
        int start = behind(subject, 0);
        var word = WORD.matcher(subject);
        while (word.region(start, subject.length()).lookingAt()) {
            start = behind(subject, word.end());
        }
        return subject.substring(start);
    }

    private static int behind(String subject, int from) {
        var put = PUT_BEFORE.matcher(subject);
        int start = Space.skip(subject, from, subject.length());
        while (put.region(start, subject.length()).lookingAt()) {
            start = put.end();
        }
        return start;
    }
}
