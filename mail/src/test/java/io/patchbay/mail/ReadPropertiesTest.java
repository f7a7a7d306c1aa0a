package io.patchbay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.diff.DiffHash;
import io.patchbay.mail.header.MessageId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.LongStream;

/** What was put into a well-formed mail comes out again, however the mail is written. */
class ReadPropertiesTest {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.US);

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenIsRead(long seed) {
        var generator = new Generator(seed);
        var letter = new Letter(generator);

        var bytes = letter.write(generator);
        var mail = generator.chance() ? Mail.read(bytes) : Mail.readArchived(bytes);

        assertThat(mail.subjectText()).hasValue("[PATCH] " + letter.subject);
        assertThat(mail.id()).map(MessageId::stored).hasValue(letter.id);
        assertThat(mail.references()).extracting(MessageId::stored).isEqualTo(letter.references);
        assertThat(mail.date()).hasValue(letter.date);
        assertThat(mail.author("list@example.org"))
                .hasValue(new Author(letter.name, "ann@example.org"));
        assertThat(mail.body().content()).isEqualTo(letter.content + "\n---");
        var diff = Objects.requireNonNull(mail.body().diff());
        assertThat(diff.text().replace("\r", "")).isEqualTo(letter.diff);
        assertThat(diff.hash()).isEqualTo(DiffHash.of(letter.diff));
    }

    /** What a mail is made of, and the ways of writing it. */
    private static final class Letter {

        private final Charset charset;
        private final String subject;
        private final String name;
        private final String id;
        private final List<String> references = new ArrayList<>();
        private final Instant date;
        private final String content;
        private final String diff;

        Letter(Generator generator) {
            charset = generator.oneOf(US_ASCII, UTF_8, ISO_8859_1, Charset.forName("windows-1252"));
            subject = accented(generator, generator.words(8));
            name = accented(generator, generator.words(3));
            id = id(generator);
            for (int left = generator.upTo(5); left > 0; left--) {
                references.add(id(generator));
            }
            date = Instant.ofEpochSecond(generator.upTo(1_900_000_000));
            content = "s" + accented(generator, String.join("\n", generator.prose(8))).strip();
            diff = accented(generator, String.join("\n", generator.diff())) + "\n";
        }

        private static String id(Generator generator) {
            return "<%s.%s@example.org>".formatted(generator.word(), generator.word());
        }

        /** With letters that the charset has. */
        private String accented(Generator generator, String text) {
            return charset.equals(US_ASCII) || generator.chance() ? text : text + "é";
        }

        byte[] write(Generator generator) {
            var mail = new StringBuilder();
            mail.append("Message-Id: ").append(id).append('\n');
            mail.append("Subject: ").append(header(generator, "[PATCH] " + subject)).append('\n');
            mail.append("From: ").append(header(generator, name)).append(" <ann@example.org>\n");
            mail.append("Date: ")
                    .append(DATE.format(date.atOffset(ZoneOffset.ofHours(5))))
                    .append('\n');
            // The most recent comes first out of the mail, and stands last in the header.
            mail.append("References: ")
                    .append(String.join("\n ", references.reversed()))
                    .append('\n');
            if (generator.chance()) {
                addPart(mail, generator, "text/plain", content + "\n---\n" + diff);
            } else {
                mail.append(
                        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"cut=_\"\n\n");
                mail.append("nobody reads this\n--cut=_\n");
                addPart(mail, generator, "text/plain", content + "\n---\n");
                mail.append("\n--cut=_\n");
                addPart(mail, generator, generator.oneOf("text/x-patch", "text/x-diff"), diff);
                mail.append("\n--cut=_--\n");
            }
            var text = mail.toString();
            return (generator.chance() ? text : text.replace("\n", "\r\n")).getBytes(ISO_8859_1);
        }

        private String header(Generator generator, String text) {
            if (text.chars().allMatch(sign -> sign < 0x80)) {
                return text;
            }
            var bytes = text.getBytes(charset);
            return generator.chance()
                    ? "=?%s?B?%s?=".formatted(charset, Base64.getEncoder().encodeToString(bytes))
                    : "=?%s?q?%s?=".formatted(charset, quoted(bytes).replace(" ", "_"));
        }

        private void addPart(StringBuilder mail, Generator generator, String type, String text) {
            var bytes = text.getBytes(charset);
            var encoding = generator.oneOf("8bit", "base64", "quoted-printable");
            mail.append("Content-Type: %s; charset=%s\n".formatted(type, charset));
            mail.append("Content-Transfer-Encoding: %s\n\n".formatted(encoding));
            mail.append(
                    switch (encoding) {
                        case "base64" ->
                                Base64.getMimeEncoder(76, "\n".getBytes(US_ASCII))
                                        .encodeToString(bytes);
                        case "quoted-printable" -> quoted(bytes);
                        default -> new String(bytes, ISO_8859_1);
                    });
        }

        /** Some of what need not be escaped is escaped too. */
        private static String quoted(byte[] bytes) {
            var out = new ByteArrayOutputStream();
            for (byte each : bytes) {
                boolean plain =
                        each == '\n'
                                || each == ' '
                                || Character.isLetterOrDigit(each & 0x7f) && each > 0;
                if (plain) {
                    out.write(each);
                } else {
                    out.writeBytes("=%02X".formatted(each & 0xff).getBytes(US_ASCII));
                }
            }
            return out.toString(US_ASCII);
        }
    }
}
