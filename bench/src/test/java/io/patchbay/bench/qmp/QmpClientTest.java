package io.patchbay.bench.qmp;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.qmp.QmpServer;
import io.patchbay.qmp.Version;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

class QmpClientTest {

    @TempDir Path folder;

    @Test
    void aReplyIsReadToItsEndAgainAndAgain() throws IOException {
        var socket = folder.resolve("qmp.sock");
        try (var server = new QmpServer(Version.of(1, 2, 3, "x"))) {
            server.listen("bench", socket);

            try (var client = new QmpClient(socket, "query-version")) {
                var expected =
                        "{\"return\": {\"qemu\": {\"micro\": 3, \"minor\": 2, \"major\": 1}, \"package\": \"x\"}}\r\n";
                assertThat(client.ask()).isEqualTo(client.ask()).isEqualTo(expected.length());
            }
        }
    }
}
