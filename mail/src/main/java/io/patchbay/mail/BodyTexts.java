package io.patchbay.mail;

import io.patchbay.diff.LineTable;
import io.patchbay.mail.diff.Diff;
import io.patchbay.mail.header.ContentType;
import io.patchbay.mail.header.MimeParts.TextPart;
import io.patchbay.mail.text.Charsets;
import io.patchbay.mail.text.Clearsigned;
import io.patchbay.mail.text.FlowedText;
import io.patchbay.mail.text.Limits;
import io.patchbay.mail.text.Space;
import io.patchbay.mail.text.TransferEncoding;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What the text parts of a mail amount to. HTML and other kinds of text count for nothing. */
final class BodyTexts {

    private final List<TextPart> parts;
    private final Limits limits;
    private long decodedSize;

    BodyTexts(List<TextPart> parts, Limits limits) {
        this.parts = parts;
        this.limits = limits;
    }

    /** All plain text, diffs that stand in it included. */
    Body ofReply() {
        var comment = new StringBuilder();
        for (var part : parts) {
            if (part.type().subtype().equals("plain")) {
                addTo(comment, text(part));
            }
        }
        return new Body(content(comment), null);
    }

    /** The first diff that stands in plain text, or the last that is a part of its own. */
    Body ofSubmission() {
        var comment = new StringBuilder();
        LineTable diff = null;
        for (var part : parts) {
            switch (part.type().subtype()) {
                case "x-patch", "x-diff" -> diff = LineTable.of(text(part));
                case "plain" -> {
                    var rest = text(part);
                    if (diff == null || diff.size() == 0) {
                        var split = split(rest, part.type());
                        diff = split.diffLines();
                        rest = split.text();
                    }
                    if (rest != null) {
                        addTo(comment, rest);
                    }
                }
                default -> {
                    // no other kind carries patches
                }
            }
        }
        return new Body(content(comment), diffOf(diff));
    }

    private static @Nullable Diff diffOf(@Nullable LineTable lines) {
        if (lines == null || lines.text().indexOf('\0') < 0) {
            return lines == null || lines.size() == 0 ? null : new Diff(lines);
        }
        var diff = Space.withoutNul(lines.text());
        return diff.isEmpty() ? null : new Diff(diff);
    }

    private static void addTo(StringBuilder comment, String text) {
        int start = Space.skip(text, 0, text.length());
        comment.append(text, start, Space.skipBack(text, start, text.length())).append('\n');
    }

    private String text(TextPart part) {
        var bytes = TransferEncoding.decode(part.transferEncoding(), part.content());
        decodedSize += bytes.length;
        limits.checkDecodedSize(decodedSize);
        return Charsets.decodeLeniently(bytes, part.type().charset());
    }

    /**
     * With a diff in it, a text is read without what signing and flowing put into it; without one
     * it stays as its writer sees it.
     */
    private static BodySplit split(String text, ContentType type) {
        var plain = Clearsigned.textOf(text);
        var split = BodySplit.of(plain);
        if (split.diffLines() == null) {
            return plain.equals(text) ? split : BodySplit.of(text);
        }
        return type.isFlowed()
                ? BodySplit.of(FlowedText.unflowed(plain, type.deletesSpaces()))
                : split;
    }

    private static String content(StringBuilder comment) {
        var text = comment.toString();
        var stripped = Space.strip(text.substring(0, signatureStart(text)));
        return Space.withoutNul(stripped).replace("\r\n", "\n");
    }

    /** Where a line {@code "-- "}, or one of underscores only, begins; the end if there is none. */
    private static int signatureStart(String text) {
        int start = 0;
        while (true) {
            int feed = text.indexOf('\n', start);
            if (feed < 0) {
                return text.length();
            }
            if (isSignatureMark(text, start, feed)) {
                return start;
            }
            start = feed + 1;
        }
    }

    private static boolean isSignatureMark(String text, int start, int end) {
        int index = start;
        while (index < end && text.charAt(index) == '_') {
            index++;
        }
        boolean underscores = index == end && end > start;
        return underscores || end - start == 3 && text.startsWith("-- ", start);
    }
}
