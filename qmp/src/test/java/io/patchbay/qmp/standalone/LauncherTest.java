package io.patchbay.qmp.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.qmp.RawClient;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The script that starts a server of its own, run as harnesses run it. */
class LauncherTest {

    @TempDir private Path folder;

    @Test
    void itListsTheOneMachineThereIs() {
        var outcome = Shared.run(command("-M", "help"));

        assertThat(outcome.status()).isZero();
        assertThat(outcome.output())
                .isEqualTo("Supported machines are:\nnone                 empty machine\n");
    }

    @Test
    void itTellsWhatIsWrongAndExitsWithOne() {
        assertThat(Shared.run(command("-bogus")))
                .isEqualTo(new Shared.Outcome(1, Shared.LAUNCHER + ": -bogus: invalid option\n"));
        assertThat(Shared.run(command("-chardev", "socket,id=c,fd=77")))
                .isEqualTo(
                        new Shared.Outcome(
                                1,
                                Shared.LAUNCHER
                                        + ": -chardev socket,id=c,fd=77: File descriptor '77' is not a socket\n"));
        assertThat(Shared.run(command("-mon", "chardev=nope,mode=control")))
                .isEqualTo(
                        new Shared.Outcome(
                                1,
                                Shared.LAUNCHER
                                        + ": -mon chardev=nope,mode=control: chardev \"nope\" not found\n"));
    }

    @Test
    void itTalksOnStandardInputAndOutput() throws IOException, InterruptedException {
        var process = new ProcessBuilder(command("-qmp", "stdio")).start();
        try (var lines = process.inputReader(StandardCharsets.US_ASCII);
                var requests = process.outputWriter(StandardCharsets.US_ASCII)) {
            assertThat(lines.readLine()).startsWith("{\"QMP\"");

            requests.write("{'execute':'qmp_capabilities'} {'execute':'quit'}");
            requests.flush();

            assertThat(lines.readLine()).isEqualTo("{\"return\": {}}");
            assertThat(lines.readLine()).contains("host-qmp-quit");
            assertThat(lines.readLine()).isEqualTo("{\"return\": {}}");
            assertThat(lines.readLine()).isNull();
        }
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void aSignalEndsItInOrderAndWithStatusZero() throws IOException, InterruptedException {
        var socket = folder.resolve("q.sock");
        var process = new ProcessBuilder(command("-qmp", "unix:" + socket + ",server=on")).start();
        var waiting = process.errorReader().readLine();
        assertThat(waiting)
                .endsWith(
                        "info: QEMU waiting for connection on: disconnected:unix:"
                                + socket
                                + ",server=on");

        try (var client = RawClient.negotiated(socket)) {
            process.destroy();

            assertThat(client.line()).endsWith("{\"guest\": false, \"reason\": \"host-signal\"}}");
            client.expectEnd();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(socket).doesNotExist();
    }

    private static List<String> command(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Shared.LAUNCHER.toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
