package io.patchbay.mail;

import io.patchbay.diff.LineTable;
import io.patchbay.mail.diff.Diff;
import io.patchbay.mail.diff.DiffSigns;
import io.patchbay.mail.diff.MangledDiff;
import io.patchbay.mail.header.ContentType;
import io.patchbay.mail.header.MimeParts.TextPart;
import io.patchbay.mail.text.Clearsigned;
import io.patchbay.mail.text.FlowedText;
import io.patchbay.mail.text.HtmlText;
import io.patchbay.mail.text.Limits;
import io.patchbay.mail.text.Space;
import io.patchbay.mail.text.TransferEncoding;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the text parts of a mail amount to. HTML and other kinds of text count for nothing unless
 * they are patches.
 */
final class BodyTexts {

    private final List<TextPart> parts;
    private final Limits limits;
    private long decodedSize;
    private boolean isDiffAttached;
    private @Nullable String aboveDiff;

    BodyTexts(List<TextPart> parts, Limits limits) {
        this.parts = parts;
        this.limits = limits;
    }

    /** All plain text, diffs that stand in it included. */
    Body ofReply() {
        var message = new MessageText();
        for (var part : parts) {
            if (part.type().is("text/plain")) {
                message.add(decoded(part).text());
            }
        }
        return new Body(message.content(), null);
    }

    /**
     * The first diff that stands in plain text, and all that are attached. Where nobody can read
     * what is attached, the last of it counts.
     */
    Body ofSubmission() {
        var message = new MessageText();
        var patches = new ArrayList<AttachedPatch>();
        var diffs = new DiffList();
        Diff unread = null;
        for (var part : parts) {
            if (part.patch()) {
                var decoded = decoded(part);
                var patch = AttachedPatch.of(decoded);
                if (patch.diff() != null) {
                    patches.add(patch);
                    diffs.add(patch.diff());
                } else if (part.type().is("text/plain")) {
                    message.add(decoded.text());
                } else {
                    unread = AttachedPatch.whole(decoded);
                }
            } else if (part.type().is("text/plain")) {
                var decoded = decoded(part);
                if (diffs.isEmpty() && unread == null) {
                    var parted = parted(decoded, part.type());
                    addText(message, parted.part(), parted.split());
                    diffs.add(diffOf(parted.part(), parted.split()));
                    noteAbove(parted.split());
                } else {
                    message.add(decoded.text());
                }
            }
        }
        isDiffAttached = !patches.isEmpty() || unread != null;
        var diff = diffs.isEmpty() ? unread : diffs.joined();
        return new Body(
                AttachedMessages.content(message.content(), patches),
                diff == null ? null : withoutNul(diff));
    }

    private void noteAbove(BodySplit split) {
        var text = split.text();
        if (aboveDiff == null && split.hasDiff()) {
            aboveDiff = text == null ? "" : text.substring(0, split.lengthBeforeDiffEnds());
        }
    }

    /** What stands in the text of the submission that was asked for, above its diff. */
    Optional<String> aboveDiff() {
        return Optional.ofNullable(aboveDiff);
    }

    /** Of the submission that was asked for: a diff that is attached is nobody else's. */
    boolean isDiffAttached() {
        return isDiffAttached;
    }

    /**
     * What is in parts that count for nothing.
     *
     * @param html the words of those that are HTML
     * @param hasDiff whether one holds something like a diff
     */
    record PassedOver(String html, boolean hasDiff) {}

    PassedOver passedOver() {
        var html = new MessageText();
        boolean hasDiff = false;
        for (var part : parts) {
            var text = decoded(part).text();
            hasDiff |= DiffSigns.inHtml(text);
            if (part.type().is("text/html")) {
                html.add(HtmlText.of(text));
            }
        }
        return new PassedOver(html.content(), hasDiff);
    }

    private record Parted(DecodedPart part, BodySplit split) {}

    /**
     * With a diff in it, a text is read without what signing, flowing and careless programs put
     * into it; without one it stays as its writer sees it.
     */
    private static Parted parted(DecodedPart part, ContentType type) {
        var plain = Clearsigned.begins(part.text()) ? part.rewritten(Clearsigned::textOf) : part;
        var split = BodySplit.of(plain.text());
        if (!split.hasDiff()) {
            return mended(plain)
                    .orElseGet(() ->
                            new Parted(part, plain == part ? split : BodySplit.of(part.text())));
        }
        if (!type.isFlowed()) {
            return new Parted(plain, split);
        }
        var whole = plain.rewritten(octets -> FlowedText.unflowed(octets, type.deletesSpaces()));
        return new Parted(whole, whole == plain ? split : BodySplit.of(whole.text()));
    }

    /** Empty if it has no diff even then. */
    private static Optional<Parted> mended(DecodedPart part) {
        var mended = part.rewritten(MangledDiff::mended);
        var split = mended == part ? null : BodySplit.of(mended.text());
        return split != null && split.hasDiff()
                ? Optional.of(new Parted(mended, split))
                : Optional.empty();
    }

    /** Adds what is no diff. */
    static void addText(MessageText message, DecodedPart part, BodySplit split) {
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
    }

    static @Nullable Diff diffOf(DecodedPart part, BodySplit split) {
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
