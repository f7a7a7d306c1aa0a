package io.patchbay.mail;

import io.patchbay.mail.header.HeaderText;
import io.patchbay.mail.header.Mailbox;
import io.patchbay.mail.text.Space;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What {@code git am --scissors} makes of a mail beside the tree (range-diff §2).
 *
 * @param author {@code A U Thor <author@example.com>}
 * @param message its first line is the title; ends with no line feed
 */
public record Commit(String author, String message) {

    private static final int LONGEST_NAME = 60;

    private static final Pattern FIELD =
            Pattern.compile("(From|Subject|Date):[ \\t](.*)", Pattern.CASE_INSENSITIVE);

    /** The first line that is no longer of the message. */
    private static final Pattern END =
            Pattern.compile("diff -.*|Index: .*|---\\s*|--- \\S.*", Pattern.DOTALL);

    private static final Pattern ENVELOPE =
            Pattern.compile(">?From [0-9a-f]{40,64} Mon Sep 17 00:00:00 2001\\s*");

    /**
     * @param from the decoded header, empty if there is none
     * @param subject the decoded header
     * @param content what the mail says, its diff left out
     */
    public static Commit of(String from, String subject, String content) {
        var body = new Reading(from, subject);
        for (var line : content.split("\n", -1)) {
            if (END.matcher(line).matches()) {
                break;
            }
            body.add(line);
        }
        return body.commit();
    }

    private static String author(String from) {
        var mailbox = Mailbox.of(from);
        if (mailbox == null) {
            return from;
        }
        var name = mailbox.name();
        boolean isSane =
                name != null
                        && !name.isBlank()
                        && name.length() <= LONGEST_NAME
                        && name.chars().noneMatch(sign -> "@<>".indexOf(sign) >= 0);
        return "%s <%s>".formatted(isSane ? name : mailbox.address(), mailbox.address());
    }

    /** Without marks of replies and bracketed words in front; white space as one blank. */
    private static String title(String subject) {
        var rest = Space.normalise(subject);
        while (true) {
            if (rest.startsWith("[") && rest.indexOf(']') > 0) {
                rest = rest.substring(rest.indexOf(']') + 1);
            } else if (rest.startsWith(":") || rest.startsWith(" ")) {
                rest = rest.substring(1);
            } else if (rest.length() > 3 && rest.regionMatches(true, 0, "re:", 0, 3)) {
                rest = rest.substring(3);
            } else {
                return rest.stripTrailing();
            }
        }
    }

    /** Reads a body line by line: fields that name the author and the title, then the message. */
    private static final class Reading {

        private String from;
        private String subject;
        private final List<String> lines = new ArrayList<>();
        private boolean isInFields = true;

        /** A field whose next lines may belong to it. */
        private @Nullable String field;

        private String value = "";

        Reading(String from, String subject) {
            this.from = from;
            this.subject = subject;
        }

        void add(String line) {
            if (ScissorsLine.is(line)) {
                lines.clear();
                isInFields = true;
                field = null;
            } else if (!isInFields || !isOfFields(line)) {
                isInFields = false;
                lines.add(line);
            }
        }

        private boolean isOfFields(String line) {
            if (line.isBlank()) {
                isInFields = field == null;
                closeField();
                return true;
            }
            if (field != null && Space.is(line.charAt(0))) {
                value += " " + line.strip();
                return true;
            }
            closeField();
            if (ENVELOPE.matcher(line).matches()) {
                return true;
            }
            var found = FIELD.matcher(line);
            if (found.matches()) {
                field = found.group(1);
                value = found.group(2);
                return true;
            }
            return false;
        }

        private void closeField() {
            var clean = field == null ? null : HeaderText.clean(value);
            if (clean != null && "From".equalsIgnoreCase(field)) {
                from = clean;
            } else if (clean != null && "Subject".equalsIgnoreCase(field)) {
                subject = clean;
            }
            field = null;
        }

        Commit commit() {
            closeField();
            var message = new StringBuilder(title(subject)).append('\n');
            boolean isBlank = true;
            boolean isEmpty = true;
            for (var line : lines) {
                var text = line.stripTrailing();
                if (text.isEmpty()) {
                    isBlank = true;
                } else {
                    message.append(isBlank || isEmpty ? "\n" : "").append(text).append('\n');
                    isBlank = false;
                    isEmpty = false;
                }
            }
            return new Commit(author(from), message.toString().strip());
        }
    }
}
