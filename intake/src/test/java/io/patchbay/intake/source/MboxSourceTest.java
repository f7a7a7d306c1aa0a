package io.patchbay.intake.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.intake.source.Arrival.Form;
import io.patchbay.intake.source.Arrival.Raw;
import io.patchbay.intake.source.Arrival.Refused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;

class MboxSourceTest {

    private static final String TWO_MAILS =
            """
            From ann@example.org Mon Jan  1 00:00:00 2024
            Subject: one

            body
            >From here on
            >>From there on
            > From is a word

            From bob@example.org Mon Jan  1 00:00:00 2024
            Subject: two

            end

            """;

    @Test
    void eachEnvelopeLineBeginsAMail() throws IOException {
        var texts = textsOf(TWO_MAILS);

        assertThat(texts)
                .containsExactly(
                        """
                        Subject: one

                        body
                        From here on
                        >From there on
                        > From is a word
                        """,
                        """
                        Subject: two

                        end
                        """);
    }

    @Test
    void anEnvelopeLineNeedsNoEmptyLineBeforeIt() throws IOException {
        var texts = textsOf("From a\nSubject: one\n\nFrom b\n\nFrom c\nlast, without a line end");

        assertThat(texts).containsExactly("Subject: one\n", "", "last, without a line end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Water\nFrom the sea it comes\nand goes",
                "Water\n\nFrom the sea it comes\nand goes",
                "Water\n\nFrom the sea it comes\n\nand goes",
                "Water\n\nFrom the sea it comes",
                "Water\r\n\r\nFrom the sea it comes\r\nand goes",
                "Water\nFrom the sea on Mon Oct  1 10:00:00 2026\nand goes",
                "Water\nFrom the sea\nSubject: of the poem",
                "Water\n\nFrom here on\nReviewed-by: Ann <ann@example.org>",
                "Water\n\nFrom here on\nCc: Ann <ann@example.org>",
                "Water\n\nFrom the sea\nFrom the sea\n\n\nFrom the sea",
                "Water\n\nFrom the sea\n>From the sea",
            })
    void textThatNobodyQuotedStaysInItsMail(String text) throws IOException {
        var mail = "Subject: one\n\n" + text + "\n";

        assertThat(textsOf("From ann@example.org Thu Oct  1 10:00:00 2026\n" + mail + TWO_MAILS))
                .hasSize(3)
                .first()
                .isEqualTo(mail.replace(">From", "From"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\nFrom bob@example.org Mon Jan  1 00:00:00 2024\nanything",
                "\nFrom bob@example.org Mon Jan  1 00:00 2024\n\n",
                "\nFrom bob@example.org Mon Jan  1 00:00:00 2024 +0100\n",
                "\nFrom bob@example.org Mon Jan  1 00:00:00 CET 2024\n",
                "\nFrom bob@example.org Mon Jan  1 00:00:00 +0100 2024\n",
                "\nFrom bob@example.org Mon, 1 Jan 2024 00:00:00 +0100\n",
                "\nFrom bob Mon Jan  1 00:00:00 2024 remote from sea\n",
                "\r\nFrom bob@example.org Mon Jan  1 00:00:00 2024\r\nanything",
                "\nFrom bob at example.org\nReceived: by sea",
                "\nFrom bob at example.org\nX-Sea: x",
                "From bob@example.org Mon Jan  1 00:00:00 2024\nReturn-Path: <bob@example.org>",
                "From bob@example.org\nanything",
            })
    void whatEndsInADateOrStandsBeforeAHeaderIsAnEnvelope(String lines) throws IOException {
        assertThat(textsOf("From a\nSubject: one\n\nbody\n" + lines + "\n")).hasSize(2);
    }

    /** As git mailsplit splits it. */
    @Test
    void aMailOfFormatPatchThatStandsInATextUnquotedIsAMail() throws IOException {
        var printed =
                "\nFrom 0123456789abcdef0123456789abcdef01234567 Mon Sep 17 00:00:00 2001\n"
                        + "From: Ann <ann@example.org>\nSubject: x\n\n";

        assertThat(textsOf("From a\nSubject: one\n\nbody\n" + printed)).hasSize(2);
    }

    @Test
    void linesBeforeTheFirstEnvelopeBelongToNoMail() throws IOException {
        assertThat(textsOf("\r\n\nFrom a\nSubject: one\n")).containsExactly("Subject: one\n");
    }

    @Test
    void carriageReturnsStay() throws IOException {
        assertThat(textsOf("From a\r\nSubject: one\r\n\r\nx\r\n\r\nFrom b\r\nSubject: two\r\n"))
                .containsExactly("Subject: one\r\n\r\nx\r\n\r\n", "Subject: two\r\n");
    }

    @Test
    void severalEmptyLinesAtTheEndLoseOne() throws IOException {
        assertThat(textsOf("From a\nSubject: one\n\n\n\n")).containsExactly("Subject: one\n\n\n");
    }

    @Test
    void aLineLongerThanTheBufferStaysWhole() throws IOException {
        var longLine = "x".repeat(300_000) + "From not an envelope\n";

        var texts = textsOf("From a\n" + longLine + "From b" + "y".repeat(600_000) + "\nshort\n");

        assertThat(texts).containsExactly(longLine, "short\n");
    }

    @Test
    void mailsAreNamedByTheirPlace() throws IOException {
        var arrivals = arrivalsOf(bytes(TWO_MAILS));

        assertThat(arrivals)
                .extracting(Arrival::origin)
                .containsExactly("list.mbox, mail 1", "list.mbox, mail 2");
        assertThat(arrivals).allMatch(arrival -> ((Raw) arrival).form() == Form.ARCHIVED);
    }

    @Test
    void aPackedMboxIsReadLikeAPlainOne() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes(TWO_MAILS));
        }
        try (var source = open(new ByteArrayInputStream(packed.toByteArray()), packed.size())) {

            assertThat(drain(source)).hasSize(2);
            assertThat(source.bytesRead()).isEqualTo(source.size());
        }
    }

    @Test
    void aGiantMailIsRefusedAndTheNextOneTaken() throws IOException {
        long rest = MailSource.LARGEST_MAIL;
        var giant =
                new SequenceInputStream(
                        Collections.enumeration(
                                List.of(
                                        new ByteArrayInputStream(bytes("From a\nX: y\n\n")),
                                        new Repeated(bytes("0123456789abcde\n"), rest),
                                        new ByteArrayInputStream(bytes("\nFrom b\nsmall\n")))));

        try (var source = open(giant, -1)) {
            var arrivals = drain(source);

            assertThat(arrivals).hasSize(2);
            assertThat(arrivals.getFirst())
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused ->
                                    assertThat(refused.reason())
                                            .isEqualTo(
                                                    "it has 104857607 bytes, more than the"
                                                            + " 104857600 that are taken"));
            assertThat(text(arrivals.getLast())).isEqualTo("small\n");
        }
    }

    @Test
    void aSingleMailIsOneMailWhateverItsLines() throws IOException {
        var arrivals = arrivalsOf(bytes("Subject: one\n\nFrom here\n>From there\n"));

        assertThat(arrivals).hasSize(1);
        assertThat(text(arrivals.getFirst())).isEqualTo("Subject: one\n\nFrom here\n>From there\n");
        assertThat(((Raw) arrivals.getFirst()).form()).isEqualTo(Form.DELIVERED);
    }

    @Test
    void anEmptyStreamHoldsNoMail() throws IOException {
        assertThat(arrivalsOf(new byte[0])).isEmpty();
    }

    private static List<String> textsOf(String mbox) throws IOException {
        return arrivalsOf(bytes(mbox)).stream().map(MboxSourceTest::text).toList();
    }

    private static List<Arrival> arrivalsOf(byte[] content) throws IOException {
        try (var source = open(new ByteArrayInputStream(content), content.length)) {
            return drain(source);
        }
    }

    private static MailSource open(InputStream stream, long size) throws IOException {
        return MailSource.of("list.mbox", stream, size);
    }

    private static List<Arrival> drain(MailSource source) throws IOException {
        var arrivals = new ArrayList<Arrival>();
        for (var next = source.next(); next != null; next = source.next()) {
            arrivals.add(next);
        }
        return arrivals;
    }

    private static String text(Arrival arrival) {
        return new String(((Raw) arrival).bytes(), StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The same bytes over and over, so that a huge mail costs no memory. */
    private static final class Repeated extends InputStream {

        private final byte[] pattern;
        private long left;

        Repeated(byte[] pattern, long length) {
            this.pattern = pattern;
            this.left = length;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("only whole buffers are read");
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int count = (int) Math.min(Math.min(length, pattern.length), left);
            System.arraycopy(pattern, 0, target, offset, count);
            left -= count;
            return count;
        }
    }
}
