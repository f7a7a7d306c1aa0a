package io.patchbay.mail.header;

import io.patchbay.mail.text.Limits;
import io.patchbay.mail.text.Lines;
import io.patchbay.mail.text.SignedData;
import io.patchbay.mail.text.TransferEncoding;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The text parts of a message in their order, those of attached messages included, and patches that
 * are attached under whatever type. Follows the tolerance of Python's email package: a boundary
 * that never closes ends with the part around it, a multipart without boundary holds no parts, a
 * part without headers is plain text.
 */
public final class MimeParts {

    /**
     * One text part; its bytes are characters U+0000 to U+00FF, still transfer encoded.
     *
     * @param patch whether its type, the name of its file or its first line says that it is one
     * @param enclosed the subject, not decoded, of the mail in this one that it is a part of; null
     *     for a part of the mail itself
     */
    public record TextPart(
            ContentType type,
            String transferEncoding,
            String content,
            boolean patch,
            @Nullable String enclosed) {}

    /** What {@code git format-patch} writes first. */
    private static final Pattern ENVELOPE = Pattern.compile("From [0-9a-f]{40,64}[ \\n\\r]");

    /** Enough of an encoded part to tell. */
    private static final int LONGEST_START = 400;

    private static final String ATTACHMENT = "attachment";

    private final Lines lines;
    private final Limits limits;
    private final List<Entity> leaves = new ArrayList<>();
    private int parts;

    /** The subject of the enclosed mail that is read; null while it is the mail itself. */
    private @Nullable String enclosed;

    private static final class Entity {
        final ContentType type;
        final String transferEncoding;
        final String source;
        final String prefix;

        /** Whether it says to be another kind of text than what it is read as. */
        final boolean guessed;

        /** Whether its type or the name of its file says that it is a patch. */
        boolean patch;

        /** See {@link TextPart#enclosed}. */
        final @Nullable String enclosed;

        int start;
        int end;
        boolean beforeBoundary;

        Entity(
                ContentType type,
                String transferEncoding,
                String source,
                String prefix,
                boolean guessed,
                @Nullable String enclosed) {
            this.enclosed = enclosed;
            this.type = type;
            this.transferEncoding = transferEncoding;
            this.source = source;
            this.prefix = prefix;
            this.guessed = guessed;
        }

        String content() {
            return prefix + source.substring(start, end);
        }
    }

    private MimeParts(Lines lines, Limits limits) {
        this.lines = lines;
        this.limits = limits;
    }

    /** Reads the body that follows the header section. */
    public static List<TextPart> read(Lines lines, HeaderSection headers, Limits limits) {
        var reader = new MimeParts(lines, limits);
        reader.body(headers, "text/plain", 1);
        var texts = new ArrayList<TextPart>();
        for (var entity : reader.leaves) {
            // The first text is the message, even if it is pasted there.
            boolean message = entity.type.isText() && texts.isEmpty();
            var part = textPart(entity, message);
            if (part.patch() || part.type().isText()) {
                texts.add(part);
            }
        }
        return texts;
    }

    private static TextPart textPart(Entity entity, boolean message) {
        var content = entity.content();
        int end = entity.beforeBoundary ? beforeLineEnd(content) : content.length();
        var part = content.substring(0, end);
        boolean patch = entity.patch || !message && beginsLikePatch(entity, part);
        return new TextPart(entity.type, entity.transferEncoding, part, patch, entity.enclosed);
    }

    /** A diff that begins a text is found in it anyway. */
    private static boolean beginsLikePatch(Entity entity, String content) {
        int lineEnd = content.lastIndexOf('\n', LONGEST_START);
        int end = Math.min(lineEnd > 0 ? lineEnd : LONGEST_START, content.length());
        var bytes = TransferEncoding.decode(entity.transferEncoding, content.substring(0, end));
        var start = new String(bytes, StandardCharsets.ISO_8859_1);
        return ENVELOPE.matcher(start).lookingAt()
                || !entity.type.isText() && start.startsWith("diff --git ");
    }

    private static boolean namesPatch(@Nullable String file) {
        if (file == null) {
            return false;
        }
        var decoded = file.contains("=?") ? HeaderText.clean(file) : file;
        var name = (decoded == null ? file : decoded).toLowerCase(Locale.ROOT);
        return name.endsWith(".patch") || name.endsWith(".diff");
    }

    /** The line end before a boundary belongs to the boundary. */
    private static int beforeLineEnd(String content) {
        int end = content.length();
        if (content.endsWith("\r\n")) {
            return end - 2;
        }
        return content.endsWith("\n") || content.endsWith("\r") ? end - 1 : end;
    }

    /** Returns what ends where the part ends: the part itself, or the last one inside it. */
    private Entity part(String defaultType, int depth) {
        limits.checkDepth(depth);
        return body(HeaderSection.read(lines, limits), defaultType, depth);
    }

    private Entity enclosed(int depth) {
        limits.checkDepth(depth);
        var around = enclosed;
        var headers = HeaderSection.read(lines, limits);
        if (around == null) {
            enclosed = headers.firstValue("Subject").orElse("");
        }
        var last = body(headers, "text/plain", depth);
        enclosed = around;
        return last;
    }

    private Entity body(HeaderSection headers, String defaultType, int depth) {
        limits.checkParts(++parts);
        var type =
                headers.firstValue("Content-Type")
                        .map(ContentType::of)
                        .orElseGet(() -> ContentType.defaultType(defaultType));
        // Relays add a second one when they encode anew; git goes by the last, too.
        var encoding = headers.lastValue("Content-Transfer-Encoding").orElse("");
        boolean guessed = type.isUnknownText() && !isAttached(type, headers);
        var entity =
                new Entity(
                        guessed ? type.asPlainText() : type,
                        encoding,
                        lines.text(),
                        headers.misplacedEnvelope(),
                        guessed,
                        enclosed);
        if (type.is("message/delivery-status")) {
            return headerBlocks(depth);
        }
        if (type.isMessage()) {
            return enclosed(depth + 1);
        }
        if (type.isMultipart()) {
            multipart(entity, depth);
        } else {
            var subtype = type.subtype();
            entity.patch =
                    subtype.equals("x-patch")
                            || subtype.equals("x-diff")
                            || namesPatch(type.name())
                            || headers.firstValue("Content-Disposition")
                                    .filter(value -> namesPatch(ContentType.filename(value)))
                                    .isPresent();
            leaf(entity, depth);
        }
        return entity;
    }

    private static boolean isAttached(ContentType type, HeaderSection headers) {
        var disposition = headers.firstValue("Content-Disposition").orElse("");
        return type.isNamed()
                || disposition.regionMatches(true, 0, ATTACHMENT, 0, ATTACHMENT.length());
    }

    private void leaf(Entity entity, int depth) {
        entity.start = lines.end();
        lines.skipRest();
        entity.end = lines.end();
        if (entity.type.isSignedData()) {
            signed(entity, depth);
        } else {
            leaves.add(entity);
        }
    }

    /** An opaque S/MIME part: the message in it, which is canonical and so has CRLF line ends. */
    private void signed(Entity entity, int depth) {
        var cms = TransferEncoding.decode(entity.transferEncoding, entity.content());
        var content = SignedData.contentOf(cms);
        if (content != null) {
            limits.checkDecodedSize(content.length);
            var text = new String(content, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
            var inner = new MimeParts(new Lines(text), limits);
            inner.parts = parts;
            inner.enclosed = enclosed;
            inner.part("text/plain", depth + 1);
            parts = inner.parts;
            leaves.addAll(inner.leaves);
        }
    }

    /** A delivery report is a row of header sections, each of which counts as a part. */
    private Entity headerBlocks(int depth) {
        Entity last;
        do {
            lines.stopAt(MimeParts::isBlank);
            last = part("text/plain", depth + 1);
            lines.removeStop();
            lines.next();
        } while (lines.hasNext());
        return last;
    }

    private static boolean isBlank(String text, int start, int end) {
        return text.charAt(start) == '\n' || text.charAt(start) == '\r';
    }

    private void multipart(Entity entity, int depth) {
        var boundary = entity.type.boundary();
        if (boundary == null) {
            lines.skipRest();
            return;
        }
        var delimiter = new Delimiter("--" + boundary);
        var defaultType = entity.type.is("multipart/digest") ? "message/rfc822" : "text/plain";
        int before = leaves.size();
        while (lines.next()) {
            if (!delimiter.at(lines.text(), lines.start(), lines.end())) {
                continue;
            }
            if (delimiter.closes(lines.text(), lines.start())) {
                break;
            }
            skip(delimiter);
            lines.stopAt(delimiter);
            part(defaultType, depth + 1).beforeBoundary = true;
            lines.removeStop();
        }
        if (entity.type.is("multipart/alternative")) {
            keepPlain(leaves.subList(before, leaves.size()));
        }
        lines.skipRest();
    }

    /** Of alternatives the plain text counts, if there is one. */
    private static void keepPlain(List<Entity> alternatives) {
        boolean isPlain =
                alternatives.stream().anyMatch(text -> !text.guessed && text.type.is("text/plain"));
        if (isPlain) {
            alternatives.removeIf(text -> text.guessed);
        }
    }

    /** Between boundaries that follow each other at once there is no part. */
    private void skip(Delimiter delimiter) {
        while (lines.next()) {
            if (!delimiter.at(lines.text(), lines.start(), lines.end())) {
                lines.back();
                return;
            }
        }
    }

    /** A boundary line: the delimiter, perhaps the closing dashes, blanks. */
    private record Delimiter(String delimiter) implements Lines.Stop {

        @Override
        public boolean at(String text, int start, int end) {
            if (!text.startsWith(delimiter, start)) {
                return false;
            }
            int index = start + delimiter.length();
            if (closes(text, start)) {
                index += 2;
            }
            while (index < end && (text.charAt(index) == ' ' || text.charAt(index) == '\t')) {
                index++;
            }
            return index >= end || text.charAt(index) == '\n' || text.charAt(index) == '\r';
        }

        @Override
        public boolean wantsHyphens() {
            return true;
        }

        boolean closes(String text, int start) {
            return text.startsWith("--", start + delimiter.length());
        }
    }
}
