package io.patchbay.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.text.Limits;
import io.patchbay.mail.text.UnreadableMail;

import org.junit.jupiter.api.Test;

/** Each limit lets through what it allows and names itself when it refuses. */
class LimitsTest {

    private static final Limits TIGHT = new Limits(3, 60, 40, 2, 3, 20, 2);

    @Test
    void headerFieldsAreCounted() {
        accepts("A: 1\nB: 2\nC: 3\n\n");
        refuses("headers", "A: 1\nB: 2\nC: 3\nD: 4\n\n");
    }

    @Test
    void theHeaderSectionIsMeasured() {
        accepts("A: " + "x".repeat(25) + "\nB: " + "x".repeat(25) + "\n\n");
        refuses("headerSize", "A: " + "x".repeat(30) + "\nB: " + "x".repeat(25) + "\n\n");
    }

    @Test
    void headerLinesAreMeasured() {
        accepts("A: " + "x".repeat(36) + "\n\n");
        refuses("lineLength", "A: " + "x".repeat(37) + "\n\n");
    }

    @Test
    void nestingIsMeasured() {
        accepts("Content-Type: message/a\n\nA: 1\n\nx");
        refuses("depth", "Content-Type: message/a\n\n".repeat(2) + "A: 1\n\nx");
    }

    @Test
    void partsAreCounted() {
        var headers = "Content-Type: multipart/a; boundary=b\n\n";

        accepts(headers + "--b\n\nx\n".repeat(2));
        refuses("parts", headers + "--b\n\nx\n".repeat(3));
    }

    @Test
    void decodedTextIsMeasured() {
        accepts("A: 1\n\n" + "x".repeat(20));
        refuses("decodedSize", "A: 1\n\n" + "x".repeat(21));
    }

    @Test
    void referencesAreCounted() {
        accepts("References: <a> <b>\n\n");
        refuses("references", "References: <a> <b> <c>\n\n");
        refuses("references", "In-Reply-To: <a>\nReferences: <b> <c>\n\n");
    }

    @Test
    void everyInReplyToIsCounted() {
        accepts("In-Reply-To: <a>\nIn-Reply-To: <b>\n\n");
        refuses("references", "In-Reply-To: <a>\nIn-Reply-To: <b>\nIn-Reply-To: <c>\n\n");
    }

    @Test
    void theErrorSaysWhatWasFoundAndWhatToDo() {
        assertThatExceptionOfType(UnreadableMail.class)
                .isThrownBy(() -> read("A: 1\nB: 2\nC: 3\nD: 4\n\n"))
                .withMessage(
                        "a mail may have at most 3 header fields in a section and this one has at"
                                + " least 4; raise the limit 'headers' if the mail is genuine");
    }

    private static void accepts(String mail) {
        assertThat(read(mail).headers()).isNotEmpty();
    }

    private static void refuses(String limit, String mail) {
        assertThatExceptionOfType(UnreadableMail.class)
                .isThrownBy(() -> read(mail))
                .matches(refused -> refused.limit().equals(limit));
    }

    private static Mail read(String mail) {
        return Mail.read(mail.getBytes(UTF_8), TIGHT).prepared();
    }
}
