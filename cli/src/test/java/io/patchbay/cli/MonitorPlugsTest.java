package io.patchbay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.qmp.client.QmpClient;
import io.patchbay.qmp.standalone.StartOptions;
import io.patchbay.server.Address;
import io.patchbay.server.Config;
import io.patchbay.server.Server;
import io.patchbay.server.Storage.InFolder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;

/** Monitors that {@code serve} is started with. */
class MonitorPlugsTest {

    @TempDir private Path folder;

    @Test
    void eachOptionPlugsWhatItSays() throws IOException {
        var plugs = new StartOptions();
        plugs.chardev("socket,id=ops,path=%s,server=on,wait=off".formatted(socket("ops")));
        plugs.monitor("ops,mode=control,id=operator");
        plugs.qmp("unix:%s,server=on,wait=off".formatted(socket("short")));
        try (var server = new Server(config(plugs), InstantSource.system());
                var operator = QmpClient.connect(socket("ops"));
                var other = QmpClient.connect(socket("short"))) {
            assertThat(server.url()).startsWith("http://");
            assertThat(operator.ask("query-projects")).isEqualTo(other.ask("query-projects"));
            assertThat(other.ask("query-monitors").toString())
                    .contains("\"id\": \"operator\"", "\"id\": \"compat_monitor0\"");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket("ops"))))
                    .isEqualTo("rw-------");
        }
        assertThat(socket("ops")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-mon | nope,mode=control | chardev \"nope\" not found",
                "-chardev | bogus,id=c | is not a valid char driver name",
                "-qmp | tcp:0.0.0.0:0,server=on,wait=off | is not a loopback address",
                "-object | tls-creds-x509,id=t,endpoint=server,dir=/none | server-cert.pem: No such file",
                "-object | tls-creds-x509,id=t,endpoint=server,dir=/none,verify-peer=off | leave it on"
            })
    void whatCannotBePluggedIsToldWithItsOption(String option, String value, String reason) {
        var run = Run.of("serve", "--http", "127.0.0.1:0", "--data", folder, option, value);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("patchbay: " + option + " " + value + ": ")
                .contains(reason)
                .hasLineCount(1);
        assertThat(folder.resolve("monitor.sock")).doesNotExist();
    }

    private Config config(StartOptions plugs) {
        return Config.of(new InFolder(folder.resolve("data")), new Address("127.0.0.1", 0))
                .withPlugs(plugs);
    }

    private Path socket(String name) {
        return folder.resolve(name + ".sock");
    }
}
