package io.patchbay.mail;

import io.patchbay.diff.LineTable;
import io.patchbay.mail.diff.Diff;
import io.patchbay.mail.header.ContentType;
import io.patchbay.mail.header.MimeParts.TextPart;
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
        var message = new MessageText();
        for (var part : parts) {
            if (part.type().subtype().equals("plain")) {
                message.add(decoded(part).text());
            }
        }
        return new Body(message.content(), null);
    }

    /** The first diff that stands in plain text, or the last that is a part of its own. */
    Body ofSubmission() {
        var message = new MessageText();
        Diff diff = null;
        for (var part : parts) {
            switch (part.type().subtype()) {
                case "x-patch", "x-diff" -> diff = attached(decoded(part));
                case "plain" -> {
                    if (diff == null) {
                        diff = addTo(message, parted(decoded(part), part.type()));
                    } else {
                        message.add(decoded(part).text());
                    }
                }
                default -> {
                    // no other kind carries patches
                }
            }
        }
        return new Body(message.content(), diff == null ? null : withoutNul(diff));
    }

    private static @Nullable Diff attached(DecodedPart part) {
        var lines = LineTable.of(part.text());
        return lines.size() == 0
                ? null
                : new Diff(lines, part.encodingOf(lines.text(), octets -> octets));
    }

    private record Parted(DecodedPart part, BodySplit split) {}

    /**
     * With a diff in it, a text is read without what signing and flowing put into it; without one
     * it stays as its writer sees it.
     */
    private static Parted parted(DecodedPart part, ContentType type) {
        var plain = Clearsigned.begins(part.text()) ? part.rewritten(Clearsigned::textOf) : part;
        var split = BodySplit.of(plain.text());
        if (split.diffLines() == null) {
            return new Parted(part, plain == part ? split : BodySplit.of(part.text()));
        }
        if (!type.isFlowed()) {
            return new Parted(plain, split);
        }
        var whole = plain.rewritten(octets -> FlowedText.unflowed(octets, type.deletesSpaces()));
        return new Parted(whole, whole == plain ? split : BodySplit.of(whole.text()));
    }

    /** Adds what is no diff, and returns what is. */
    private static @Nullable Diff addTo(MessageText message, Parted parted) {
        var part = parted.part();
        var split = parted.split();
        var text = split.text();
        if (text != null) {
            int above = split.lengthBeforeDiffEnds();
            if (part.isGuessed()) {
                var read = part.piece(text.substring(0, above));
                message.add(read + part.piece(text.substring(above)), read.length());
            } else {
                message.add(text, above);
            }
        }
        var lines = split.diffLines();
        return lines == null
                ? null
                : new Diff(
                        lines,
                        part.encodingOf(
                                lines.text(), octets -> split.diffOf(LineTable.of(octets + "\n"))));
    }

    private static @Nullable Diff withoutNul(Diff diff) {
        if (diff.text().indexOf('\0') < 0) {
            return diff;
        }
        var text = Space.withoutNul(diff.text());
        return text.isEmpty() ? null : new Diff(text, diff.encoding());
    }

    private DecodedPart decoded(TextPart part) {
        var bytes = TransferEncoding.decode(part.transferEncoding(), part.content());
        decodedSize += bytes.length;
        limits.checkDecodedSize(decodedSize);
        return new DecodedPart(bytes, part.type().charset());
    }
}
