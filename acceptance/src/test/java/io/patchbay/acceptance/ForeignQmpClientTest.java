package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.server.Address;
import io.patchbay.server.Config;
import io.patchbay.server.Server;
import io.patchbay.server.Storage;
import io.patchbay.testing.Corpus;
import io.patchbay.tracker.Setup.NewProject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * QEMU's own client and shell, from Debian's sources of QEMU, on a running Patchbay. {@code
 * .ci/run} fetches them; they are never committed.
 */
@Timeout(120)
class ForeignQmpClientTest {

    @TempDir private Path folder;
    private Server server;
    private Path socket;

    @BeforeEach
    void serve() throws IOException {
        socket = folder.resolve("monitor.sock");
        var config =
                Config.of(new Storage.InFolder(folder.resolve("data")), new Address("127.0.0.1", 0))
                        .withMonitor(socket);
        server = new Server(config, InstantSource.system());
        var project = new NewProject("harbor", "Harbor", "harbor-devel.lists.example.org", "", "");
        var unused = server.store().write(writing -> writing.setup().addProject(project));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void qemusClientPlugsAMonitorInSeesAPatchArriveOnItAndPullsItOut() throws Exception {
        var told =
                python(
                        "",
                        "src/test/resources/foreign-qmp-client.py",
                        socket.toString(),
                        folder.resolve("second.sock").toString(),
                        patch().toString());

        assertThat(told)
                .isEqualTo(
                        """
                        commands True True
                        refused Command stop has been disabled: this monitor may only run query-*
                        filed patch
                        event harbor <ID>
                        left False
                        """
                                .replace("<ID>", messageIdOf(patch())));
    }

    @Test
    void qmpShellRunsOurCommands() throws Exception {
        var told =
                python(
                        "query-projects\nquery-patch id=7\n",
                        "-m",
                        "qemu.qmp.qmp_shell",
                        socket.toString());

        assertThat(told)
                .contains("\"link-name\": \"harbor\"")
                .contains("\"desc\": \"Patch 7 not found\"");
    }

    private static Path patch() throws IOException {
        return Corpus.mail("002");
    }

    private static String messageIdOf(Path mail) throws IOException {
        return Files.readAllLines(mail).stream()
                .filter(line -> line.regionMatches(true, 0, "Message-Id: ", 0, 12))
                .findFirst()
                .orElseThrow()
                .substring(12)
                .strip();
    }

    private static String python(String input, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("python3"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PYTHONPATH", client().toString());
        var process = builder.start();
        try (var toIt = process.getOutputStream()) {
            toIt.write(input.getBytes(UTF_8));
        }
        var told = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(told).isZero();
        return told;
    }

    /** The folder "python" of QEMU's sources. */
    private static Path client() throws IOException {
        var fetched = Path.of("target", "foreign");
        Optional<Path> found = Optional.empty();
        if (Files.isDirectory(fetched)) {
            try (var folders = Files.newDirectoryStream(fetched, "qemu-*")) {
                for (var sources : folders) {
                    found = Optional.of(sources.resolve("python").toAbsolutePath());
                }
            }
        }
        assumeTrue(
                found.filter(folder -> Files.exists(folder.resolve("qemu/qmp/qmp_shell.py")))
                        .isPresent(),
                "SKIPPED: QEMU's own QMP client is not in acceptance/target/foreign; .ci/fetch-qmp-client gets it from Debian's sources");
        return found.orElseThrow();
    }
}
