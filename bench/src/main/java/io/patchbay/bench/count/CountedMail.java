package io.patchbay.bench.count;

import io.patchbay.intake.source.Arrival.Raw;
import io.patchbay.mail.Mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A mail that is counted: as it came, read by rules that are as simple as can be, and what Patchbay
 * reads in it.
 */
final class CountedMail {

    private static final Pattern DIFF = Pattern.compile("^diff --git ", Pattern.MULTILINE);
    private static final Pattern REPLY =
            Pattern.compile("^\\s*(re|aw|sv|antw)\\s*:", Pattern.CASE_INSENSITIVE);

    private final byte[] bytes;
    private final CountedHeaders headers;
    private final String head;
    private final List<CountedPart> parts;
    private final Mail mail;
    private final String subject;
    private final String text;
    private final boolean hasDiff;

    /** Throws what {@link Raw#read} throws. */
    CountedMail(Raw raw) {
        bytes = raw.bytes();
        mail = raw.read();
        var all = new String(bytes, StandardCharsets.ISO_8859_1);
        headers = CountedHeaders.of(all);
        head = all.substring(0, headers.length());
        parts = CountedPart.of(headers, all.substring(headers.length()));
        subject = mail.subjectText().orElse("");
        text =
                parts.stream()
                        .filter(part -> part.isText() && !part.type().equals("text/html"))
                        .map(CountedPart::text)
                        .collect(Collectors.joining("\n"));
        hasDiff = DIFF.matcher(text).find();
    }

    int size() {
        return bytes.length;
    }

    CountedHeaders headers() {
        return headers;
    }

    /** The header section as it stands, a character a byte. */
    String head() {
        return head;
    }

    List<CountedPart> parts() {
        return parts;
    }

    /** As Patchbay reads it. */
    Mail read() {
        return mail;
    }

    String subject() {
        return subject;
    }

    /** Of all parts that are text and not HTML. */
    String text() {
        return text;
    }

    boolean isReply() {
        return REPLY.matcher(subject).find();
    }

    /** Whether a line that nobody quoted begins a diff of git. */
    boolean hasDiff() {
        return hasDiff;
    }

    /** It has such a line and is no reply. */
    boolean isPatch() {
        return hasDiff && !isReply();
    }
}
