package io.patchbay.qmp.chardev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.qmp.schema.QmpError;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.Optional;

/** TCP chardevs without TLS: this machine only. */
class NetworkTest {

    private final Chardevs chardevs = new Chardevs();

    @AfterEach
    void closeAll() throws InterruptedException {
        chardevs.closeAll(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0", "''", "::", "192.0.2.1"})
    void anAddressThatOthersCanReachIsRefused(String host) {
        assertThatThrownBy(() -> chardevs.add("t", Backend.tcpServer(host, 0)))
                .isInstanceOf(QmpError.class)
                .hasMessageContaining("is not a loopback address")
                .hasMessageContaining("use 127.0.0.1, ::1 or a unix socket")
                .hasMessageContaining("TLS with client certificates: tls-creds=ID");
    }

    @Test
    void connectingOutToOthersIsRefusedToo() {
        var elsewhere =
                new Backend.Socket(
                        SocketOptions.client(Address.inet("192.0.2.1", "4444"), Optional.empty()));

        assertThatThrownBy(() -> chardevs.add("t", elsewhere))
                .hasMessageContaining("is not a loopback address");
    }

    @Test
    void theRealPortIsShown() {
        chardevs.add("t", Backend.tcpServer("127.0.0.1", 0));

        assertThat(chardevs.get("t").filename())
                .matches("disconnected:tcp:127\\.0\\.0\\.1:[1-9][0-9]*,server=on");
    }

    @Test
    void theFirstFreePortOfARangeIsTaken() throws IOException {
        try (var taken = ServerSocketChannel.open()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            int port = ((InetSocketAddress) taken.getLocalAddress()).getPort();

            chardevs.add("t", range(port, port + 50));

            assertThat(chardevs.get("t").filename()).doesNotContain(":" + port + ",");
            assertThatThrownBy(() -> chardevs.add("u", range(port, port)))
                    .hasMessageContaining("Failed to bind socket to 127.0.0.1:%d", port);
        }
    }

    @ParameterizedTest
    @CsvSource({"http", "-1", "65536"})
    void aPortIsANumber(String port) {
        var backend = new Backend.Socket(SocketOptions.server(Address.inet("127.0.0.1", port)));

        assertThatThrownBy(() -> chardevs.add("t", backend))
                .hasMessageContaining("'%s' is not a port from 0 to 65535", port);
    }

    private static Backend range(int from, int to) {
        return new Backend.Socket(
                SocketOptions.server(
                        new Address.Inet(
                                new Address.InetData(
                                        "127.0.0.1",
                                        String.valueOf(from),
                                        Optional.empty(),
                                        Optional.of(to),
                                        Optional.of(true),
                                        Optional.empty(),
                                        Optional.of(true)))));
    }
}
