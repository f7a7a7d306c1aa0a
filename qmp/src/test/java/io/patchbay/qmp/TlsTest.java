package io.patchbay.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.patchbay.qmp.chardev.Address;
import io.patchbay.qmp.chardev.Backend;
import io.patchbay.qmp.chardev.Certificates;
import io.patchbay.qmp.chardev.Chardev;
import io.patchbay.qmp.chardev.SocketOptions;
import io.patchbay.qmp.chardev.TlsCredentials;
import io.patchbay.qmp.chardev.TlsCredentials.Endpoint;
import io.patchbay.qmp.client.QmpClient;
import io.patchbay.qmp.schema.QmpError;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Monitors that other machines can reach: only with certificates on both ends. */
@Timeout(60)
class TlsTest {

    @TempDir private static Path certificates;

    private QmpServer server;

    @BeforeAll
    static void makeCertificates() throws Exception {
        Certificates.makeIn(certificates);
    }

    @BeforeEach
    void start() {
        server = new QmpServer(Version.of(1, 0, 0, ""));
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void aClientWithACertificateOfOurCaIsServed() throws IOException, InterruptedException {
        var stopped = new CountDownLatch(1);
        var address = listen();

        try (var client = connect(address, "client", stopped::countDown)) {
            assertThat(client.ask("query-version").toString()).contains("\"major\": 1");
            client.ask("stop");

            stopped.await();
        }
    }

    @Test
    void aClientWithACertificateOfAnotherCaIsRefusedAndTheNextOneServed() throws IOException {
        var address = listen();

        assertThatThrownBy(() -> connect(address, "stranger", () -> {}))
                .isInstanceOf(IOException.class);

        try (var client = connect(address, "client", () -> {})) {
            assertThat(client.ask("query-status").toString()).contains("running");
        }
    }

    @Test
    void aClientWhoseCertificateWasTakenBackIsRefused() throws Exception {
        var crl = certificates.resolve("server/ca-crl.pem");
        connect(listen(), "lost", () -> {}).close();
        server.close();
        Certificates.revokeLostIn(certificates);
        try {
            server = new QmpServer(Version.of(1, 0, 0, ""));
            var address = listen();

            assertThatThrownBy(() -> connect(address, "lost", () -> {}))
                    .isInstanceOf(IOException.class);
            connect(address, "client", () -> {}).close();
        } finally {
            Files.delete(crl);
        }
    }

    @Test
    void aClientWithoutTlsGetsNoGreeting() throws IOException {
        var address = listen();

        try (var plain = SocketChannel.open(address)) {
            plain.write(ByteBuffer.wrap("{'execute':'qmp_capabilities'}".getBytes(US_ASCII)));
            var answer = ByteBuffer.allocate(4096);

            int count = plain.read(answer);

            assertThat(new String(answer.array(), 0, Math.max(0, count), US_ASCII))
                    .doesNotContain("QMP");
        }
    }

    @Test
    void aClientRefusesAServerOfAnotherName() {
        var address = listen();
        var elsewhere = new InetSocketAddress("127.0.0.2", address.getPort());

        assertThatThrownBy(() -> connect(elsewhere, "client", () -> {}))
                .hasMessageContaining("127.0.0.2");
    }

    @Test
    void aServerThatDialsOutShowsItsCertificateToo() throws InterruptedException {
        var reached = listenWithoutMonitor();
        server.addTlsCredentials("out", load("client", Endpoint.CLIENT));
        var options =
                SocketOptions.client(
                                Address.inet("127.0.0.1", String.valueOf(port(reached))),
                                Optional.empty())
                        .withTls("out");

        server.addChardev("dialer", new Backend.Socket(options));

        reached.awaitClient();
        assertThat(reached.filename()).contains(",server=on <-> 127.0.0.1:");
    }

    @Test
    void aServerThatWouldLetAnybodyInIsRefused() {
        assertThatThrownBy(() -> TlsCredentials.load(certificates, Endpoint.SERVER, false))
                .isInstanceOf(QmpError.class)
                .hasMessageContaining("verify-peer=off would let in whoever connects")
                .hasMessageContaining("give each peer a certificate");
    }

    @Test
    void whatIsMissingOrUnusableIsNamed() throws IOException {
        var other = Files.createDirectories(certificates.resolve("other"));
        Files.copy(certificates.resolve("server/ca-cert.pem"), other.resolve("ca-cert.pem"));
        Files.copy(
                certificates.resolve("server/server-cert.pem"), other.resolve("server-cert.pem"));
        assertThatThrownBy(() -> TlsCredentials.load(other, Endpoint.SERVER, true))
                .hasMessageContaining("server-key.pem: No such file or directory");

        Files.writeString(other.resolve("server-key.pem"), "-----BEGIN RSA PRIVATE KEY-----");
        assertThatThrownBy(() -> TlsCredentials.load(other, Endpoint.SERVER, true))
                .hasMessageContaining("expects a key in PKCS #8")
                .hasMessageContaining("'openssl pkcs8 -topk8 -nocrypt'");
    }

    @Test
    void credentialsHaveToBeThereAndOfTheRightEnd() {
        server.addTlsCredentials("mine", load("client", Endpoint.CLIENT));
        var here = Address.inet("127.0.0.1", "0");

        assertThatThrownBy(() -> server.addChardev("t", tls(here, "none")))
                .hasMessageContaining("No TLS credentials with id 'none'");
        assertThatThrownBy(() -> server.addChardev("t", tls(here, "mine")))
                .hasMessageContaining("Expecting TLS credentials with a server endpoint");
        assertThatThrownBy(() -> server.addChardev("t", tls(Address.unix("x"), "mine")))
                .hasMessageContaining("TLS can only be used over TCP socket");
    }

    @Test
    void credentialsAreObjectsOfAMonitorToo(@TempDir Path folder) {
        var socket = folder.resolve("m.sock");
        server.listen("m", socket);
        try (var client = RawClient.negotiated(socket)) {
            var add =
                    "{'execute':'object-add','arguments':{'qom-type':'tls-creds-x509','id':'tls0','endpoint':'server','dir':'%s'}}"
                            .formatted(certificates.resolve("server"));

            assertThat(client.ask(add)).isEqualTo("{\"return\": {}}");
            assertThat(client.ask(add)).contains("attempt to add duplicate property 'tls0'");
            assertThat(
                            client.ask(
                                    "{'execute':'chardev-add','arguments':{'id':'t','backend':{'type':'socket','data':{'tls-creds':'tls0','addr':{'type':'inet','data':{'host':'0.0.0.0','port':'0'}}}}}}"))
                    .isEqualTo("{\"return\": {}}");
            assertThat(client.ask("{'execute':'qom-list','arguments':{'path':'/objects'}}"))
                    .contains("\"child<tls-creds-x509>\"");
            assertThat(client.ask("{'execute':'object-del','arguments':{'id':'tls0'}}"))
                    .isEqualTo("{\"return\": {}}");
        }
    }

    private InetSocketAddress listen() {
        var chardev = listenWithoutMonitor();
        server.addMonitor(MonitorOptions.on("remote").named("remote"));
        return new InetSocketAddress("127.0.0.1", port(chardev));
    }

    /** On every address of this machine, which is refused to a chardev without TLS. */
    private Chardev listenWithoutMonitor() {
        server.addTlsCredentials("tls0", load("server", Endpoint.SERVER));
        return server.addChardev("remote", tls(Address.inet("0.0.0.0", "0"), "tls0"));
    }

    private static int port(Chardev chardev) {
        return Integer.parseInt(chardev.filename().replaceFirst(".*:(\\d+),server=on.*", "$1"));
    }

    private static Backend tls(Address address, String credentials) {
        return new Backend.Socket(SocketOptions.server(address).withTls(credentials));
    }

    private static TlsCredentials load(String name, Endpoint endpoint) {
        return TlsCredentials.load(certificates.resolve(name), endpoint, true);
    }

    private static QmpClient connect(InetSocketAddress address, String name, Runnable onEvent)
            throws IOException {
        return QmpClient.connect(address, load(name, Endpoint.CLIENT), event -> onEvent.run());
    }
}
