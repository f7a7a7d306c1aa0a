package io.patchbay.qmp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.qmp.QmpServer;
import io.patchbay.qmp.Version;
import io.patchbay.qmp.json.JsonObject;
import io.patchbay.qmp.schema.ErrorClass;
import io.patchbay.qmp.schema.QmpError;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;

/** The library's own client on its own server. */
@Timeout(30)
class QmpClientTest {

    @TempDir private Path folder;
    private final QmpServer server = new QmpServer(Version.of(1, 2, 3, "test"));
    private Path socket = Path.of("");

    @BeforeEach
    void start() {
        socket = folder.resolve("m.sock");
        server.listen("m", socket);
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void whatACommandReturnsIsItsAnswer() throws IOException {
        try (var client = QmpClient.connect(socket)) {
            assertThat(client.greeting().get("version")).isEqualTo(client.ask("query-version"));
            assertThat(client.ask("query-status").toString())
                    .isEqualTo("{\"status\": \"running\", \"running\": true}");
        }
    }

    @Test
    void anErrorOfTheServerIsThrown() throws IOException {
        try (var client = QmpClient.connect(socket)) {
            assertThatThrownBy(() -> client.ask("no-such"))
                    .isInstanceOfSatisfying(
                            QmpError.class,
                            error ->
                                    assertThat(error.errorClass())
                                            .isEqualTo(ErrorClass.COMMAND_NOT_FOUND))
                    .hasMessage("The command no-such has not been found");
            assertThat(client.ask("query-status")).isNotNull();
        }
    }

    @Test
    void eventsComeInTheirOrderBesideTheReplies() throws IOException, InterruptedException {
        var events = new LinkedBlockingQueue<JsonObject>();
        try (var client = QmpClient.connect(UnixDomainSocketAddress.of(socket), events::add)) {
            client.ask("stop");
            client.ask("cont");

            assertThat(events.take().get("event")).hasToString("Text[value=STOP]");
            assertThat(events.take().get("event")).hasToString("Text[value=RESUME]");
        }
    }

    @Test
    void aServerThatHangsUpIsNamed() throws IOException, InterruptedException {
        try (var client = QmpClient.connect(socket)) {
            server.close();

            client.awaitEnd();
            assertThatThrownBy(() -> client.ask("query-status")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatIsNoQmpServerIsRefused() throws IOException {
        var other = UnixDomainSocketAddress.of(folder.resolve("other.sock"));
        try (var listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(other)) {
            Thread.ofVirtual()
                    .start(() -> {
                        try (var client = listener.accept()) {
                            client.write(
                                    ByteBuffer.wrap(
                                            "220 mail.example.org LMTP\r\n"
                                                    .getBytes(StandardCharsets.US_ASCII)));
                        } catch (IOException closed) {
                            throw new IllegalStateException(closed);
                        }
                    });

            assertThatThrownBy(() -> QmpClient.connect(other, event -> {}))
                    .hasMessageContaining("expected");
        }
    }
}
