package io.patchbay.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A server in a process of its own. It takes mail at {@code lmtp.sock} in its data folder. */
final class ServerRun implements AutoCloseable {

    private final Process process;

    private ServerRun(Process process) {
        this.process = process;
    }

    /** Returns when it serves. */
    static ServerRun start(Path data) throws IOException {
        return start(List.of("--data", data.toString()));
    }

    /**
     * @param data where the data is, as options of the command line
     */
    static ServerRun start(List<String> data) throws IOException {
        var process =
                new ProcessBuilder(
                                ProgramRun.command(
                                        Stream.concat(
                                                        Stream.of("serve", "--http", "127.0.0.1:0"),
                                                        data.stream())
                                                .toArray(String[]::new)))
                        .redirectErrorStream(true)
                        .start();
        var said = new StringBuilder();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("serving ")) {
                Thread.ofVirtual().start(() -> drain(output));
                return new ServerRun(process);
            }
            said.append(line).append('\n');
        }
        throw new IOException("the server did not start:\n" + said);
    }

    private static void drain(BufferedReader output) {
        try {
            while (output.readLine() != null) {
                // A full pipe would stop the server.
            }
        } catch (IOException e) {
            // It was killed.
        }
    }

    /** Its files cannot grow beyond this many bytes from now on. */
    void limitFiles(long bytes) throws IOException, InterruptedException {
        var limit = bytes == Long.MAX_VALUE ? "unlimited" : String.valueOf(bytes);
        var exit =
                new ProcessBuilder(
                                "/usr/bin/prlimit",
                                "--pid",
                                String.valueOf(process.pid()),
                                "--fsize=" + limit + ":unlimited")
                        .inheritIO()
                        .start()
                        .waitFor();
        if (exit != 0) {
            throw new IOException("prlimit failed with " + exit);
        }
    }

    /** SIGKILL: nothing of it runs any more when this returns. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
