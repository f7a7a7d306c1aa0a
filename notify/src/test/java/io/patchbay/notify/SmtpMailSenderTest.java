package io.patchbay.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.notify.SmtpServer.Encryption;
import io.patchbay.notify.SmtpServer.Login;
import io.patchbay.tracker.accounts.MailSender.OutgoingMail;
import io.patchbay.tracker.accounts.MailSender.Undelivered;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

@Timeout(60)
@SuppressWarnings("NullAway") // JUnit opens
class SmtpMailSenderTest {

    private static final String FROM = "Patchbay <patchbay@example.org>";
    private static final InstantSource NOON =
            InstantSource.fixed(Instant.parse("2026-01-02T12:00:00Z"));
    private static final OutgoingMail MAIL =
            new OutgoingMail("ann@example.org", "Zoë's patch", "Hello,\n.dots\nand ë\n");

    private SmtpSink sink;

    @BeforeEach
    void open() throws IOException {
        sink = new SmtpSink();
    }

    @AfterEach
    void close() throws IOException {
        sink.close();
    }

    @Test
    void aMailArrivesAsItWasWritten() {
        postman(Encryption.IF_OFFERED, null).deliver(MAIL);

        assertThat(sink.taken).hasSize(1);
        var taken = sink.taken.getFirst();
        assertThat(taken.from()).startsWith("<patchbay@example.org>");
        assertThat(taken.to()).startsWith("<ann@example.org>");
        assertThat(taken.mail())
                .contains("From: Patchbay <patchbay@example.org>\n")
                .contains("To: ann@example.org\n")
                .contains("Subject: =?UTF-8?")
                .containsPattern("Message-ID: <[^@\\n]+@example.org>\n")
                .contains("Date: Fri, 2 Jan 2026 ")
                .contains("Content-Type: text/plain; charset=UTF-8\n")
                .contains("Auto-Submitted: auto-generated\n")
                .contains("\n.dots\n")
                .doesNotContain("Precedence");
    }

    @Test
    void whatNobodyAskedForSaysSo() {
        postman(Encryption.IF_OFFERED, null)
                .deliver(new OutgoingMail("ann@example.org", "News", "Hello\n", true));

        assertThat(sink.taken.getFirst().mail()).contains("Precedence: bulk\n");
    }

    @ParameterizedTest
    @CsvSource({"550 nobody of that name, true", "451 not now, false"})
    void aRecipientIsRefusedForGoodOrForNow(String answer, boolean forGood) {
        sink.toRecipients = answer;

        assertThatThrownBy(() -> postman(Encryption.IF_OFFERED, null).deliver(MAIL))
                .isInstanceOfSatisfying(
                        Undelivered.class, e -> assertThat(e.isForGood()).isEqualTo(forGood))
                .hasMessageContaining("did not take the mail to ann@example.org")
                .hasMessageContaining(answer.substring(4));
    }

    @Test
    void aServerThatIsAwayIsNoReasonToGiveUp() throws IOException {
        sink.close();

        assertThatThrownBy(() -> postman(Encryption.IF_OFFERED, null).deliver(MAIL))
                .isInstanceOfSatisfying(
                        Undelivered.class, e -> assertThat(e.isForGood()).isFalse());
    }

    @Test
    void aPasswordIsNotToldInTheClear() {
        var login = new Login("patchbay", "sesame");

        assertThatThrownBy(() -> postman(Encryption.STARTTLS, login).deliver(MAIL))
                .isInstanceOf(Undelivered.class)
                .hasMessageContaining("STARTTLS");
        assertThatThrownBy(() -> postman(Encryption.IF_OFFERED, login))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("encrypted");

        assertThat(sink.heard).noneMatch(line -> line.startsWith("AUTH"));
        assertThat(sink.taken).isEmpty();
    }

    @Test
    void aPasswordIsToldToAServerWithAValidCertificateOnly(@TempDir Path folder) throws Exception {
        var login = new Login("patchbay", "sesame");
        var tls = SelfSigned.in(folder);
        try (var encrypting = new SmtpSink(tls)) {
            var server = new SmtpServer("127.0.0.1", encrypting.port(), Encryption.STARTTLS, login);
            var doubting = new SmtpMailSender(server, FROM, NOON);
            var trusting = new SmtpMailSender(server, FROM, NOON, tls.getSocketFactory());

            assertThatThrownBy(() -> doubting.deliver(MAIL)).isInstanceOf(Undelivered.class);
            assertThat(encrypting.heard).noneMatch(line -> line.startsWith("AUTH"));
            trusting.deliver(MAIL);

            assertThat(encrypting.heard).anyMatch(line -> line.startsWith("AUTH PLAIN"));
            assertThat(encrypting.taken).hasSize(1);
        }
    }

    @Test
    void encryptionThatIsOfferedIsTakenWhateverTheCertificate(@TempDir Path folder)
            throws Exception {
        try (var encrypting = new SmtpSink(SelfSigned.in(folder))) {
            var server =
                    new SmtpServer("127.0.0.1", encrypting.port(), Encryption.IF_OFFERED, null);

            new SmtpMailSender(server, FROM, NOON).deliver(MAIL);

            assertThat(encrypting.heard).contains("STARTTLS");
            assertThat(encrypting.taken).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "patchbay", "a@b@c", "two@x.org, three@x.org"})
    void itIsFromOneAddress(String from) {
        var server = new SmtpServer("127.0.0.1", sink.port(), Encryption.IF_OFFERED, null);

        assertThatThrownBy(() -> new SmtpMailSender(server, from, NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected an address such as");
    }

    private SmtpMailSender postman(Encryption encryption, @Nullable Login login) {
        return new SmtpMailSender(
                new SmtpServer("127.0.0.1", sink.port(), encryption, login), FROM, NOON);
    }
}
