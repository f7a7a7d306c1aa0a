package io.patchbay.intake.source;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.patchbay.intake.source.Arrival.Raw;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** What holds for every mbox. The parameter is the seed. */
class MboxPropertiesTest {

    private static final String[] LINES = {
        "",
        "From me to you",
        "From me to you Mon Jan  1 00:00:00 2024",
        "From me",
        "Subject: x",
        ">From you",
        ">>>From",
        "from here",
        "From",
        " From x",
        "> From x",
        "text",
        "\r",
        "From x\r",
        "-- ",
        "\u00e9\u0000",
        "x".repeat(3_000)
    };

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mailsThatWereQuotedAndJoinedComeOutAsTheyWere(long seed) throws IOException {
        var random = new Random(seed);
        var mails = new ArrayList<String>();
        var mbox = new StringBuilder();
        for (int left = random.nextInt(1, 6); left > 0; left--) {
            var lines = new ArrayList<String>(List.of("Subject: x", ""));
            for (int count = random.nextInt(12); count > 0; count--) {
                lines.add(LINES[random.nextInt(LINES.length)]);
            }
            var mail = String.join("\n", lines) + "\n";
            mails.add(mail);
            mbox.append("From ann@example.org Mon Jan  1 00:00:00 2024\n")
                    .append(mail.replaceAll("(?m)^(>*From )", ">$1"))
                    .append('\n');
        }

        assertThat(split(mbox.toString(), random)).isEqualTo(mails);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void howTheBytesArriveChangesNothing(long seed) throws IOException {
        var random = new Random(seed);
        var mbox = new StringBuilder("From a\n");
        for (int left = random.nextInt(60); left > 0; left--) {
            mbox.append(LINES[random.nextInt(LINES.length)])
                    .append(random.nextInt(9) == 0 ? "" : "\n");
        }

        assertThat(split(mbox.toString(), random)).isEqualTo(split(mbox.toString(), new Random(0)));
    }

    private static List<String> split(String mbox, Random random) throws IOException {
        var mails = new ArrayList<String>();
        var stream = new Trickle(mbox.getBytes(ISO_8859_1), random);
        try (var source = MailSource.of("list", stream, mbox.length())) {
            for (var next = source.next(); next != null; next = source.next()) {
                mails.add(new String(((Raw) next).bytes(), ISO_8859_1));
            }
        }
        return mails;
    }

    /** Gives a few bytes at a time, like a pipe. */
    private static final class Trickle extends InputStream {

        private final ByteArrayInputStream bytes;
        private final Random random;

        Trickle(byte[] bytes, Random random) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.random = random;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return length == 0
                    ? 0
                    : bytes.read(target, offset, Math.min(length, random.nextInt(1, 4_000)));
        }
    }
}
