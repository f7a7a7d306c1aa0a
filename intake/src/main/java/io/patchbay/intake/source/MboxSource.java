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
 * An mbox. Lines that begin with "From " begin a mail if they can be told from text that nobody
 * quoted ({@link EnvelopeLine}); an empty line before one is not part of the mail. One level of
 * mboxrd quoting is taken off.
 */
public final class MboxSource implements MailSource {

    static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

    /** Empty lines that may stand before the first envelope. */
    private static final int LONGEST_PRELUDE = 64;

    private final String name;
    private final CountedInput counted;
    private final Lines lines;
    private final long size;
    private final GrowingBytes mail = new GrowingBytes();
    private boolean more;
    private long length;
    private boolean emptyLineHeld;

    /** The envelope of the next mail is passed, and the lines stand at its first one. */
    private boolean behindEnvelope;

    /** The line before is empty. */
    private boolean afterEmptyLine;

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
        if (number == 0 && skipToFirstEnvelope()) {
            skipEnvelope();
        } else if (!behindEnvelope) {
            return null;
        }
        number++;
        return collect();
    }

    /** What stands before the first envelope belongs to no mail. */
    private boolean skipToFirstEnvelope() throws IOException {
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
        length = 0;
        emptyLineHeld = false;
        afterEmptyLine = false;
        behindEnvelope = false;
        while (more) {
            if (lines.startsLine() && lines.startsWith(FROM)) {
                takeLineOrEnvelope();
                if (behindEnvelope) {
                    break;
                }
            } else {
                take();
                more = lines.advance();
            }
        }
        return length > LARGEST_MAIL
                ? tooLarge(origin(), length)
                : new Raw(origin(), mail.toArray(), Form.ARCHIVED);
    }

    /** Passes a line that may be an envelope; it is one, or is taken as a line of the mail. */
    private void takeLineOrEnvelope() throws IOException {
        var envelope = EnvelopeLine.of(lines.text());
        switch (envelope.standing(afterEmptyLine)) {
            case ENVELOPE -> {
                skipEnvelope();
                behindEnvelope = true;
            }
            case TEXT -> {
                take();
                more = lines.advance();
            }
            case UNTIL_NEXT_LINE -> {
                var line = lines.copy();
                more = lines.advance();
                behindEnvelope = more && EnvelopeLine.isHeader(lines.text());
                if (!behindEnvelope) {
                    take(line);
                }
            }
        }
    }

    private void take() {
        boolean empty = lines.startsLine() && lines.length() == 1 && lines.at(0) == '\n';
        if (fits(lines.length(), empty) && !empty) {
            lines.copyTo(mail, lines.startsLine() && isQuotedFrom() ? 1 : 0);
        }
        afterEmptyLine = empty || lines.startsLine() && lines.length() == 2 && lines.at(0) == '\r';
    }

    private void take(byte[] line) {
        if (fits(line.length, false)) {
            mail.add(line, 0, line.length);
        }
        afterEmptyLine = false;
    }

    /** Counts a line, and puts the empty line before it into the mail, of which it then is. */
    private boolean fits(int bytes, boolean empty) {
        length += bytes;
        if (length > LARGEST_MAIL) {
            return false;
        }
        if (emptyLineHeld) {
            mail.add((byte) '\n');
        }
        emptyLineHeld = empty;
        return true;
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
