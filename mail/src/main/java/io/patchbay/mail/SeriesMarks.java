package io.patchbay.mail;

import io.patchbay.mail.header.MessageId;
import io.patchbay.mail.text.Space;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The version and number that a subject gives a patch. Patchwork reads few spellings (mail-ingest
 * §8); we read those that people use (mail-ingest §21). The name of a patch is another matter: see
 * {@link Subject}.
 *
 * @param version 1 if the subject names none
 * @param marker null if the subject has none
 */
public record SeriesMarks(int version, @Nullable SeriesMarker marker) {

    /**
     * Nothing of a word stands before it but what is written together with it: {@code PATCHv2}.
     * Each pattern first looks at the letter that it begins with: most of a subject is passed over
     * so.
     */
    private static final String WORD =
            "(?:(?<![a-z0-9])|(?<=patch|patches|patchset|rfc|rft|resend|repost|pull))";

    // Not "v5.10", which is a kernel, nor "v4l".
    private static final Pattern VERSION =
            Pattern.compile(
                    "(?=[vr])"
                            + WORD
                            + "(?:v|ver\\.?|version|rev\\.?|revision)[ ._#-]?"
                            + "(\\d{1,9})(?![a-z0-9])(?!\\.\\d)",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?=\\d)(?<![./])"
                            + WORD
                            + "(\\d{1,9})(\\.\\d{1,2}|[a-e])?"
                            + "(?: ?/ ?| ?of ?|-of-| out of )"
                            + "(\\d{1,9})(?![a-z0-9/])(?!\\.\\d)",
                    Pattern.CASE_INSENSITIVE);

    /** What makes a bracketed text, or one that stands before a colon, the mark of a patch. */
    private static final Pattern MARK =
            Pattern.compile(
                    "(?=[pr])(?<![a-z])(?:patch|rfc|rft|resend|pull)", Pattern.CASE_INSENSITIVE);

    /** What programs put before a subject: {@code bug#7:}, {@code ***SPAM***}, {@code [EXT]}. */
    private static final Pattern PUT_BEFORE =
            Pattern.compile(
                    "(?:[^\\s\\[:][^\\[:]{0,40}:|\\*+[^*\\[]{1,40}\\*+|[({<][^)}>\\[]{1,40}[)}>]"
                            + "|\\[(?![^\\]]*(?:patch|rfc|rft|resend|pull))[^\\]]*\\]) ?",
                    Pattern.CASE_INSENSITIVE);

    /**
     * Words of mail programs in front of what is answered or forwarded: no patch, but about one.
     */
    private static final Pattern ANSWER =
            Pattern.compile(
                    "(?:.*[^\\p{L}])?(?:re|aw|wg|sv|vs|vl|vb|tr|rv|rif|res|enc|odp|pd|ynt|ilt|antw|antwort"
                            + "|fw|fwd|forward|forwarded|\\P{ASCII}+)(?:[\\[(^-]?\\d+[\\])]?)? ?: ?",
                    Pattern.CASE_INSENSITIVE);

    /** {@code PATCH v2 1/3:}, without brackets. */
    private static final Pattern BARE =
            Pattern.compile("((?:patch|rfc)(?![a-uw-z])[^:\\[]{0,40}):", Pattern.CASE_INSENSITIVE);

    /** {@code [PATCH] (2/3) …}, {@code [PATCH] v2: …} */
    private static final Pattern BEHIND =
            Pattern.compile(
                    "\\(([^()]{1,30})\\)|((?:v\\d++|\\d++ ?(?:/|of) ?\\d++| )++):",
                    Pattern.CASE_INSENSITIVE);

    /**
     * The version in the Message-IDs of programs that mail pull requests: {@code
     * pull.7.v2.git.1700000000.bridge@example.com}, {@code
     * bmm.f00d.org.repo.user.7.2.1@example.com}, where number 1 of version 2 comes.
     */
    private static final Pattern BRIDGED =
            Pattern.compile(
                    "<(?:pull\\.\\d{1,9}\\.v(\\d{1,9})\\."
                            + "|bmm\\.[^@\\s]{1,200}\\.\\d{1,9}\\.(\\d{1,9})\\.\\d{1,9}@).*");

    /** As Patchwork reads them. */
    public static SeriesMarks asPatchwork(Subject subject) {
        return new SeriesMarks(subject.version(), subject.marker().orElse(null));
    }

    /**
     * As people write them; what we do not know is read as Patchwork does.
     *
     * @param cleaned the decoded text of the header
     * @param id that of the mail, for programs write the version there
     */
    public static SeriesMarks asWritten(String cleaned, Subject subject, Optional<MessageId> id) {
        var marks = marksIn(Space.normalise(narrow(cleaned)));
        var version = VERSION.matcher(marks);
        var marker = markerIn(marks);
        return new SeriesMarks(
                version.find()
                        ? Integer.parseInt(version.group(1))
                        : id.flatMap(SeriesMarks::bridged).orElseGet(subject::version),
                marker.or(subject::marker).orElse(null));
    }

    private static Optional<Integer> bridged(MessageId id) {
        var found = BRIDGED.matcher(id.stored());
        return found.matches()
                ? Optional.of(
                        Integer.valueOf(found.group(1) == null ? found.group(2) : found.group(1)))
                : Optional.empty();
    }

    private static Optional<SeriesMarker> markerIn(String marks) {
        return NUMBER.matcher(marks)
                .results()
                .map(SeriesMarks::marker)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<SeriesMarker> marker(MatchResult found) {
        int number = Integer.parseInt(found.group(1));
        int total = Integer.parseInt(found.group(3));
        boolean isBetween = found.group(2) != null;
        // "5.10/6" is no place between two patches.
        return isBetween && number > total
                ? Optional.empty()
                : Optional.of(new SeriesMarker(number, total, isBetween));
    }

    /** The text of all leading brackets, and of what stands beside them for a mark. */
    private static String marksIn(String subject) {
        var rest = Subject.withoutReplyMark(subject).strip();
        var leading = bracketed(rest);
        if (MARK.matcher(leading).find()) {
            return leading;
        }
        var behind = bracketed(withoutPutBefore(rest));
        if (MARK.matcher(behind).find()) {
            return leading + behind;
        }
        var bare = BARE.matcher(rest);
        return bare.lookingAt() ? bare.group(1) : leading;
    }

    /** Whether a subject begins as those of patches and pull requests do. */
    static boolean isMarked(String subject) {
        var normal = Space.normalise(narrow(subject));
        return MARK.matcher(marksIn(normal)).find();
    }

    private static String withoutPutBefore(String subject) {
        var matcher = PUT_BEFORE.matcher(subject);
        int start = 0;
        while (matcher.region(start, subject.length()).lookingAt()
                // What is in brackets is no answer, and may be as long as a header.
                && (subject.charAt(start) == '[' || !ANSWER.matcher(matcher.group()).matches())) {
            start = matcher.end();
        }
        return subject.substring(start);
    }

    private static String bracketed(String subject) {
        var marks = new StringBuilder();
        int start = 0;
        while (start < subject.length() && subject.charAt(start) == '[') {
            int close = subject.indexOf(']', start);
            if (close < 0) {
                break;
            }
            marks.append(subject, start + 1, close).append(' ');
            start = Space.skip(subject, close + 1, subject.length());
        }
        var behind = BEHIND.matcher(subject).region(start, subject.length());
        if (start > 0 && MARK.matcher(marks).find() && behind.lookingAt()) {
            marks.append(behind.group(behind.group(1) == null ? 2 : 1));
        }
        return marks.toString();
    }

    /** Brackets, digits and signs of full width as their narrow forms. */
    private static String narrow(String text) {
        if (text.chars().noneMatch(c -> c >= '\u3000')) {
            return text;
        }
        var narrow = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            narrow.append(
                    switch (c) {
                        case '\u3010', '\u3014', '\u3016' -> '[';
                        case '\u3011', '\u3015', '\u3017' -> ']';
                        case '\u3000' -> ' ';
                        default -> c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c;
                    });
        }
        return narrow.toString();
    }
}
