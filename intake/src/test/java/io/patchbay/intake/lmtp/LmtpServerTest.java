package io.patchbay.intake.lmtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.intake.Delivery;
import io.patchbay.intake.Gate;
import io.patchbay.intake.IntakeMeter;
import io.patchbay.intake.Quarantine;
import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.Setup.NewProject;
import io.patchbay.tracker.mails.KeptMail;
import io.patchbay.tracker.query.Selection;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

@Timeout(60)
class LmtpServerTest {

    private static final LmtpLimits LIMITS =
            new LmtpLimits(20_000, 1_024, 4, 10, Duration.ofMinutes(1));

    private static final String PATCH =
            """
            From: Ann <ann@example.org>
            Subject: [PATCH] one
            Message-Id: <one@example.org>
            List-Id: <demo.example.org>

            --- a/file
            +++ b/file
            @@ -1 +1 @@
            -old
            +new
            """;

    @TempDir private Path folder;
    private final Gate gate = new Gate();
    private DatabaseStore store;
    private Delivery delivery;
    private Quarantine quarantine;
    private LmtpServer server;

    @BeforeEach
    void listen() throws IOException {
        var clock = InstantSource.system();
        store = DatabaseStore.sqlite(folder.resolve("test.db"), Durability.CHECKPOINTS, clock);
        addProject("demo");
        addProject("other");
        var filing = new Filing(store, clock);
        delivery = new Delivery(store, filing, gate, new IntakeMeter(clock), Duration.ofDays(30));
        quarantine = new Quarantine(store, filing);
        server = listen(LIMITS);
    }

    private LmtpServer listen(LmtpLimits limits) throws IOException {
        return LmtpServer.listen(
                new LmtpAddress.Unix(folder.resolve("lmtp.sock")),
                "here.example.org",
                delivery,
                gate,
                limits);
    }

    private long patches() {
        var all = new Selection(List.of(), List.of(), 0, Integer.MAX_VALUE);
        return store.read(reading -> reading.patches().list(all).total());
    }

    private void addProject(String name) {
        store.write(writing ->
                writing.setup()
                        .addProject(new NewProject(name, name, name + ".example.org", "", "")));
    }

    @AfterEach
    void close() {
        server.close();
        delivery.close();
        store.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-mail", "recipients", "outcomes", "order", "arguments"})
    void theDialogueIsAsWritten(String name) throws IOException {
        try (var text = LmtpServerTest.class.getResourceAsStream(name + ".txt");
                var client = new LmtpClient(server.address())) {
            Dialogue.of(new String(text.readAllBytes(), StandardCharsets.UTF_8)).replay(client);
        }
    }

    @Test
    void theBytesAreKeptAsTheyWereSent() throws IOException {
        var mail = "From: a\nSubject: x\r\n\r\n\0 \u00fc.\n.\n..\r\r\n..dots\r\n";
        try (var client = new LmtpClient(server.address())) {
            client.begin("patches@here");
            client.ask("DATA");
            client.send(mail + ".\r\n");
            client.answer();
        }

        var kept = quarantine.bytes(quarantine.listAllKept().getFirst().id()).orElseThrow();
        assertThat(new String(kept, StandardCharsets.UTF_8))
                .isEqualTo(mail.replace("..dots", ".dots"));
    }

    @Test
    void commandsMayComeInGroups() throws IOException {
        try (var client = new LmtpClient(server.address())) {
            client.send(
                    """
                    LHLO there
                    MAIL FROM:<a@example.org>
                    RCPT TO:<b@here>
                    RCPT TO:<c@here>
                    DATA
                    """
                            .replace("\n", "\r\n"));
            client.answer();
            client.answer();
            assertThat(client.line()).startsWith("250 2.1.0");
            assertThat(client.line()).startsWith("250 2.1.5");
            assertThat(client.line()).startsWith("250 2.1.5");
            assertThat(client.line()).startsWith("354 ");
            client.send(PATCH.replace("\n", "\r\n") + ".\r\nMAIL FROM:<d@example.org>\r\nQUIT\r\n");
            assertThat(client.line()).isEqualTo("250 2.0.0 filed as patch");
            assertThat(client.line()).isEqualTo("250 2.0.0 filed as patch");
            assertThat(client.line()).startsWith("250 2.1.0");
            assertThat(client.line()).startsWith("221 ");
        }
        assertThat(patches()).isEqualTo(1);
    }

    @Test
    void severalMailsComeOverOneConnection() throws IOException {
        try (var client = new LmtpClient(server.address())) {
            client.answer();
            client.ask("LHLO there");
            for (int number = 1; number <= 5; number++) {
                var mail = PATCH.replace("<one@", "<" + number + "@");
                assertThat(client.deliver(mail, "patches@here"))
                        .containsExactly("250 2.0.0 filed as patch");
            }
            assertThat(client.deliver(PATCH.replace("<one@", "<3@"), "patches@here"))
                    .containsExactly("250 2.0.0 here already");
        }
    }

    @Test
    void aMailThatIsTooLargeIsRefusedForEveryRecipientAndTheNextIsTaken() throws IOException {
        try (var client = new LmtpClient(server.address())) {
            client.answer();
            client.ask("LHLO there");

            assertThat(client.deliver(PATCH + "x\n".repeat(20_000), "a@here", "b@here"))
                    .hasSize(2)
                    .containsOnly("552 5.3.4 The mail is larger than LHLO told");
            assertThat(client.deliver(PATCH, "a@here")).containsExactly("250 2.0.0 filed as patch");
        }
        assertThat(patches()).isEqualTo(1);
    }

    @Test
    void whileTheIntakeIsStoppedMailStaysWithItsSender() throws IOException {
        try (var client = new LmtpClient(server.address())) {
            client.begin("patches@here");
            gate.close();

            client.ask("DATA");
            assertThat(client.ask(PATCH.replace("\n", "\r\n") + "."))
                    .isEqualTo("451 4.3.0 the intake is stopped; try again when it is open");
            assertThat(client.ask("MAIL FROM:<a@here>"))
                    .isEqualTo("451 4.3.2 The intake is stopped; try again when it is open");

            gate.open();
            assertThat(client.deliver(PATCH, "patches@here"))
                    .containsExactly("250 2.0.0 filed as patch");
        }
    }

    @Test
    void aLineThatIsTooLongIsNotObeyed() throws IOException {
        try (var client = new LmtpClient(server.address())) {
            client.answer();

            assertThat(client.ask("NOOP " + "x".repeat(100_000)))
                    .isEqualTo("500 5.5.2 The line is too long");
            assertThat(client.ask("NOOP")).isEqualTo("250 2.0.0 OK");
        }
    }

    @Test
    void aClientThatUnderstandsNothingIsSentAway() throws IOException {
        try (var client = new LmtpClient(server.address())) {
            client.answer();
            for (int error = 0; error < 21; error++) {
                assertThat(client.ask("GET / HTTP/1.1")).startsWith("500 5.5.1");
            }
            assertThat(client.line()).isEqualTo("421 4.7.0 Too many errors");
            assertThat(client.line()).isNull();
        }
    }

    @Test
    void aClientThatGoesAwayInTheMiddleOfAMailLeavesNothing() throws IOException {
        try (var client = new LmtpClient(server.address())) {
            client.begin("patches@here");
            client.ask("DATA");
            client.send(PATCH.replace("\n", "\r\n"));
        }
        try (var client = new LmtpClient(server.address())) {
            client.answer();
        }
        server.close();

        assertThat(quarantine.listAllKept()).isEmpty();
    }

    @Test
    void aSilentClientIsSentAway() throws IOException {
        server.close();
        server = listen(new LmtpLimits(20_000, 1_024, 4, 10, Duration.ofMillis(100)));
        try (var client = new LmtpClient(server.address())) {
            client.begin("patches@here");

            assertThat(client.line()).isEqualTo("421 4.4.2 Nothing came for too long");
            assertThat(client.line()).isNull();
        }
    }

    @Test
    void oneConnectionTooManyIsPutOff() throws IOException {
        server.close();
        server = listen(new LmtpLimits(20_000, 1_024, 4, 1, Duration.ofMinutes(1)));
        try (var first = new LmtpClient(server.address())) {
            first.answer();
            try (var second = new LmtpClient(server.address())) {
                assertThat(second.line()).startsWith("421 4.3.2 Too many connections");
                assertThat(second.line()).isNull();
            }
        }
    }

    @Test
    void largeMailsAtOnceArePutOffWhereMemoryEnds() throws IOException {
        server.close();
        server = listen(new LmtpLimits(1_000_000, 100, 4, 10, Duration.ofMinutes(1)));
        try (var client = new LmtpClient(server.address())) {
            client.answer();
            client.ask("LHLO there");

            assertThat(client.deliver(PATCH + "x\n".repeat(100_000), "a@here"))
                    .containsExactly("452 4.3.1 Too many large mails at once; try again later");
            assertThat(client.deliver(PATCH, "a@here")).containsExactly("250 2.0.0 filed as patch");
        }
    }

    @Test
    void whenTheServerEndsClientsAreToldAndTheSocketIsGone() throws IOException {
        try (var client = new LmtpClient(server.address())) {
            client.begin("patches@here");

            server.close();

            assertThat(client.line()).isEqualTo("421 4.3.2 The server is ending; try again later");
            assertThat(client.line()).isNull();
        }
        assertThat(folder.resolve("lmtp.sock")).doesNotExist();
    }

    @Test
    void theSocketIsForItsOwnerAndGroup() throws IOException {
        var mode = Files.getPosixFilePermissions(folder.resolve("lmtp.sock"));

        assertThat(PosixFilePermissions.toString(mode)).isEqualTo("rw-rw----");
    }

    @Test
    void aSecondServerDoesNotTakeThePlaceOfTheFirst() {
        assertThatThrownBy(() -> listen(LIMITS).close())
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("another server does");
    }

    @Test
    void theSocketOfAServerThatWasKilledIsReplaced() throws IOException {
        server.close();
        // Closing a channel leaves its file behind, as a killed process does.
        try (var killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            killed.bind(UnixDomainSocketAddress.of(folder.resolve("lmtp.sock")));
        }
        assertThat(folder.resolve("lmtp.sock")).exists();

        server = listen(LIMITS);

        try (var client = new LmtpClient(server.address())) {
            assertThat(client.answer()).startsWith("220 ");
        }
    }

    @Test
    void aFileThatIsNoSocketIsNotRemoved() throws IOException {
        server.close();
        Files.writeString(folder.resolve("lmtp.sock"), "precious");

        assertThatThrownBy(() -> listen(LIMITS).close()).hasMessageContaining("no socket");
        assertThat(folder.resolve("lmtp.sock")).hasContent("precious");
    }

    @Test
    void itListensOnAPortToo() throws IOException {
        try (var onPort =
                        LmtpServer.listen(LmtpAddress.parse("0"), "here", delivery, gate, LIMITS);
                var client = new LmtpClient(onPort.address())) {
            client.answer();
            client.ask("LHLO there");
            assertThat(client.deliver(PATCH, "a@here")).containsExactly("250 2.0.0 filed as patch");
            client.deliver(PATCH.replace("<demo.", "<nobody."), "a@here");
        }
        assertThat(quarantine.list())
                .extracting(KeptMail::origin)
                .containsExactly("LMTP from <sender@example.org>");
    }
}
