package io.patchbay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.cli.data.MonitorLine;
import io.patchbay.server.Address;
import io.patchbay.server.Config;
import io.patchbay.server.Server;
import io.patchbay.server.Storage.InFolder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

@Timeout(60)
class ClosingTest {

    @Test
    void aServerThatIsClosedTwiceIsClosed(@TempDir Path data) throws IOException {
        var config =
                Config.of(new InFolder(data), new Address("127.0.0.1", 0))
                        .withMonitor(data.resolve(MonitorLine.SOCKET));
        var server = new Server(config, InstantSource.system());

        server.close();
        server.close();

        assertThat(data.resolve(MonitorLine.SOCKET)).doesNotExist();
    }
}
