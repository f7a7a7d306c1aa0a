package io.patchbay.mail;

import io.patchbay.diff.LineTable;
import io.patchbay.mail.diff.Diff;
import io.patchbay.mail.header.HeaderSection;
import io.patchbay.mail.header.HeaderText;
import io.patchbay.mail.text.Limits;
import io.patchbay.mail.text.Lines;
import io.patchbay.mail.text.Space;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A part of a mail that is a patch: a diff, or the whole output of {@code git format-patch}, whose
 * message then is the one that its author wrote for the log.
 *
 * @param fields the lines {@code From:}, {@code Date:} and {@code Subject:}, decoded; empty if it
 *     has none
 * @param subject without its brackets
 * @param message what stands above the diff; its notes, after a line {@code ---}, are not in it
 * @param notes the statistics mostly
 * @param diff null if none can be read
 */
record AttachedPatch(
        String fields, String subject, String message, String notes, @Nullable Diff diff) {

    /** Those that git reads at the beginning of a message too. */
    private static final List<String> FIELDS = List.of("From", "Date", "Subject");

    private static final Pattern ENVELOPE = Pattern.compile("From [0-9a-f]{40,64}\\b[^\n]*\n");
    private static final Pattern FIELD =
            Pattern.compile("(?:From|Date|Subject): ", Pattern.CASE_INSENSITIVE);

    private static final Pattern BRACKETS = Pattern.compile("^(?:\\[[^\\]]*\\]\\s*)+");
    private static final Pattern RULE = Pattern.compile("^---[ \t]*$", Pattern.MULTILINE);

    static AttachedPatch of(DecodedPart part) {
        var text = part.text();
        var envelope = ENVELOPE.matcher(text);
        int start = envelope.lookingAt() ? envelope.end() : 0;
        var fields = new StringBuilder();
        var subject = "";
        if (start > 0 || FIELD.matcher(text).lookingAt()) {
            var lines = new Lines(text.substring(start));
            for (var field : HeaderSection.read(lines, Limits.NONE).headers()) {
                var name = nameOf(field.name());
                var value = name == null ? "" : read(field.value());
                fields.append(name == null ? "" : name + ": " + value + "\n");
                subject = "Subject".equals(name) ? value : subject;
            }
            start += lines.end();
        }
        int first = (int) text.substring(0, start).chars().filter(sign -> sign == '\n').count();
        var split = BodySplit.of(text, first);
        var said = said(part, split);
        var rule = RULE.matcher(said);
        boolean ruled = rule.find();
        return new AttachedPatch(
                fields.toString(),
                BRACKETS.matcher(subject).replaceFirst(""),
                ruled ? said.substring(0, rule.start()).stripTrailing() : said,
                ruled ? withoutEmptyLines(said.substring(rule.end())) : "",
                diff(part, split, fields.isEmpty() && said.isEmpty()));
    }

    /** Null if it is none that counts. */
    private static @Nullable String nameOf(String field) {
        return FIELDS.stream().filter(field::equalsIgnoreCase).findFirst().orElse(null);
    }

    private static String read(String value) {
        boolean ascii = value.chars().allMatch(sign -> sign < 0x80);
        var clean = ascii ? HeaderText.clean(value) : null;
        return clean == null ? Space.normalise(value) : clean;
    }

    private static String said(DecodedPart part, BodySplit split) {
        var message = new MessageText();
        BodyTexts.addText(message, part, split);
        return message.content();
    }

    private static String withoutEmptyLines(String notes) {
        int start = 0;
        for (int end = notes.indexOf('\n');
                end >= 0 && notes.substring(start, end).isBlank();
                end = notes.indexOf('\n', start)) {
            start = end + 1;
        }
        return notes.substring(start).stripTrailing();
    }

    /**
     * @param alone whether there is nothing else: then it is taken as it is
     */
    private static @Nullable Diff diff(DecodedPart part, BodySplit split, boolean alone) {
        return alone && split.diffLines() != null ? whole(part) : BodyTexts.diffOf(part, split);
    }

    /** All of the part, which no program here can read; null if there is nothing. */
    static @Nullable Diff whole(DecodedPart part) {
        var lines = LineTable.of(part.text());
        return lines.size() == 0
                ? null
                : new Diff(lines, part.encodingOf(lines.text(), octets -> octets));
    }

    boolean isPrinted() {
        return !fields.isEmpty();
    }

    /** What is said in it, in its order. */
    String said() {
        return notes.isEmpty() ? message : message + "\n---\n" + notes;
    }
}
