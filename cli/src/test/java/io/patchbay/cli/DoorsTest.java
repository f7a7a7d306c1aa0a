package io.patchbay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.cli.data.MonitorLine;
import io.patchbay.qmp.client.QmpClient;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Verbs do the same through a running server as without one. */
@Timeout(120)
class DoorsTest {

    @TempDir private Path folder;

    @Test
    void everyVerbShowsTheSameWithAndWithoutAServer() throws IOException {
        var alone = verbsOn(Files.createDirectory(folder.resolve("alone")), false);

        var beside = verbsOn(Files.createDirectory(folder.resolve("beside")), true);

        assertThat(beside).isEqualTo(alone);
        assertThat(alone.toString())
                .contains("project 1: harbor, list harbor.example.org")
                .contains("already exists; choose another name")
                .contains("   2 patches", "   1 errors", "   2 duplicates")
                .contains("Missing 'From' header")
                .contains("no project has the list id");
    }

    @Test
    void theServerDoesTheWorkWhereOneRuns() throws IOException {
        var data = folder.resolve("data");
        try (var running = RunningServer.on(data);
                var watcher = MonitorLine.own(data, event -> {})) {
            var run = add(data, "harbor");
            Run.of("ingest", "--data", data, archive());

            assertThat(run.exitCode()).isZero();
            assertThat(running.server().url()).isNotEmpty();
            assertThat(watcher.ask("query-jobs").toString())
                    .contains("\"what\": \"ingest " + archive());
        }
    }

    @Test
    void theSocketOfAServerThatWasKilledIsPassedOver() throws IOException {
        var data = Files.createDirectory(folder.resolve("data"));
        var stale = UnixDomainSocketAddress.of(data.resolve(MonitorLine.SOCKET));
        try (var killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            killed.bind(stale);
        }
        assertThat(data.resolve(MonitorLine.SOCKET)).exists();

        assertThat(add(data, "harbor").exitCode()).isZero();
        assertThat(Run.of("project", "list", "--data", data).out()).startsWith("1\tharbor");
    }

    @Test
    void theFirstMonitorIsLeftToOthersAndOurOwnGoesWithUs() throws IOException {
        var data = folder.resolve("data");
        try (var running = RunningServer.on(data)) {
            try (var longWork = MonitorLine.own(data, event -> {});
                    var other = QmpClient.connect(data.resolve(MonitorLine.SOCKET))) {
                assertThat(longWork.ask("query-status")).isEqualTo(other.ask("query-status"));
                assertThat(other.ask("query-monitors").toString()).contains("\"id\": \"cli-");
            }

            try (var later = QmpClient.connect(data.resolve(MonitorLine.SOCKET))) {
                while (later.ask("query-monitors").toString().contains("cli-")) {
                    Thread.onSpinWait();
                }
            }
            assertThat(running.server().url()).isNotEmpty();
            assertThat(data.toFile().list((_, name) -> name.startsWith("cli-"))).isEmpty();
        }
    }

    /** What each verb of a working day shows. */
    private List<Run> verbsOn(Path data, boolean served) throws IOException {
        var archive = archive();
        var runs = new ArrayList<Run>();
        try (var _ = served ? RunningServer.on(data) : null) {
            runs.add(add(data, "harbor"));
            runs.add(add(data, "harbor"));
            runs.add(Run.of("project", "list", "--data", data));
            runs.add(Run.of("ingest", "--data", data, archive));
            runs.add(Run.of("ingest", "--data", data, archive, folder.resolve("none")));
            runs.add(Run.of("ingest", "--data", data, "--list-id", "x.example.org", archive));
            runs.add(fromInput(archive, "ingest", "--data", data, "-"));
            runs.add(
                    fromInput(
                            archive,
                            "ingest",
                            "--data",
                            data,
                            "--list-id",
                            "harbor.example.org",
                            "-"));
        }
        return runs;
    }

    private static Run add(Path data, String name) {
        return Run.of(
                "project",
                "add",
                name,
                "--list-id",
                name + ".example.org",
                "--subject-match",
                "PATCH",
                "--data",
                data);
    }

    private static Run fromInput(Path file, Object... arguments) throws IOException {
        var input = System.in;
        System.setIn(new ByteArrayInputStream(Files.readAllBytes(file)));
        try {
            return Run.of(arguments);
        } finally {
            System.setIn(input);
        }
    }

    /** Two patches, one mail of an unknown list, and one that is broken. */
    private Path archive() throws IOException {
        var text =
                mail("one", "harbor")
                        + mail("two", "harbor")
                        + mail("three", "quay")
                        + mail("four", "harbor").replaceFirst("From: .*\n", "");
        return Files.writeString(folder.resolve("list.mbox"), text, StandardCharsets.UTF_8);
    }

    private static String mail(String name, String list) {
        return """
        From mboxrd@z Thu Jan  1 00:00:00 1970
        From: Ann <ann@example.org>
        Subject: [PATCH] %1$s
        Message-Id: <%1$s@example.org>
        Date: Mon, 01 Jan 2024 00:00:00 +0000
        List-Id: <%2$s.example.org>

        Because.

        --- a/file
        +++ b/file
        @@ -1 +1 @@
        -old
        +new

        """
                .formatted(name, list);
    }
}
