package io.patchbay.intake.source;

import io.patchbay.intake.source.Arrival.Form;
import io.patchbay.intake.source.Arrival.Raw;
import io.patchbay.intake.source.Arrival.Refused;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An mbox, split as Patchwork splits it: every line that begins with "From " begins a mail, and an
 * empty line before it is not part of the mail. One level of mboxrd quoting is taken off.
 */
public final class MboxSource implements MailSource {

    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

    /** Empty lines that may stand before the first envelope. */
    private static final int LONGEST_PRELUDE = 64;

    private final String name;
    private final CountedInput counted;
    private final Lines lines;
    private final long size;
    private final GrowingBytes mail = new GrowingBytes();
    private boolean more;
    private boolean atEnvelope;
    private int number;

    /** The lines are of the unpacked {@code counted}. */
    MboxSource(String name, CountedInput counted, Lines lines, long size) {
        this.name = name;
        this.counted = counted;
        this.lines = lines;
        this.size = size;
    }

    /** Whether this is an mbox and not a single mail; the stream stands where it stood. */
    static boolean beginsMbox(BufferedInputStream content) throws IOException {
        content.mark(LONGEST_PRELUDE + FROM.length);
        try {
            int first = content.read();
            for (int at = 0; (first == '\n' || first == '\r') && at < LONGEST_PRELUDE; at++) {
                first = content.read();
            }
            var rest = content.readNBytes(FROM.length - 1);
            return first == FROM[0] && Arrays.equals(rest, 0, rest.length, FROM, 1, FROM.length);
        } finally {
            content.reset();
        }
    }

    @Override
    public @Nullable Arrival next() throws IOException {
        if (!atEnvelope && !skipToFirstEnvelope()) {
            return null;
        }
        number++;
        skipEnvelope();
        return collect();
    }

    /** What stands before the first envelope belongs to no mail. */
    private boolean skipToFirstEnvelope() throws IOException {
        if (number > 0) {
            return false;
        }
        while (lines.advance()) {
            if (lines.startsLine() && lines.startsWith(FROM)) {
                return true;
            }
        }
        return false;
    }

    /** Leaves the lines at the first one of the mail, if there is one. */
    private void skipEnvelope() throws IOException {
        do {
            more = lines.advance();
        } while (more && !lines.startsLine());
    }

    private Arrival collect() throws IOException {
        mail.clear();
        long length = 0;
        boolean emptyLineHeld = false;
        atEnvelope = false;
        for (; more; more = lines.advance()) {
            if (lines.startsLine() && lines.startsWith(FROM)) {
                atEnvelope = true;
                break;
            }
            length += lines.length();
            if (length > LARGEST_MAIL) {
                continue;
            }
            if (emptyLineHeld) {
                mail.add((byte) '\n');
            }
            emptyLineHeld = lines.startsLine() && lines.length() == 1 && lines.at(0) == '\n';
            if (!emptyLineHeld) {
                lines.copyTo(mail, lines.startsLine() && isQuotedFrom() ? 1 : 0);
            }
        }
        return length > LARGEST_MAIL
                ? tooLarge(origin(), length)
                : new Raw(origin(), mail.toArray(), Form.ARCHIVED);
    }

    private boolean isQuotedFrom() {
        int quotes = 0;
        while (quotes < lines.length() && lines.at(quotes) == '>') {
            quotes++;
        }
        return quotes > 0 && lines.startsWith(FROM, quotes);
    }

    public static Refused tooLarge(String origin, long length) {
        return new Refused(
                origin,
                "it has %d bytes, more than the %d that are taken".formatted(length, LARGEST_MAIL));
    }

    private String origin() {
        return name + ", mail " + number;
    }

    @Override
    public long bytesRead() {
        return counted.passed();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
