package io.patchbay.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server in a process of its own. It takes mail at {@code lmtp.sock} in its data folder. */
final class ServerRun implements AutoCloseable {

    private final Process process;
    private final int port;

    private ServerRun(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Returns when it serves. */
    static ServerRun start(Path data) throws IOException {
        return start(List.of("--data", data.toString()));
    }

    /**
     * @param data where the data is, as options of the command line
     */
    static ServerRun start(List<String> data) throws IOException {
        return start(List.of(), data);
    }

    /**
     * @param java options of the Java machine
     * @param data where the data is, as options of the command line
     */
    static ServerRun start(List<String> java, List<String> data) throws IOException {
        var words = new ArrayList<>(List.of("serve", "--http", "127.0.0.1:0"));
        words.addAll(data);
        return run(ProgramRun.command(java, words.toArray(String[]::new)));
    }

    /**
     * @param command how a server is started; "serve" is among its words
     */
    static ServerRun run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new StringBuilder();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("serving ")) {
                Thread.ofVirtual().start(() -> drain(output));
                return new ServerRun(process, portIn(line));
            }
            said.append(line).append('\n');
        }
        throw new IOException("the server did not start:\n" + said);
    }

    /** Of {@code serving … on http://127.0.0.1:8000/ (Ctrl-C ends)}. */
    private static int portIn(String line) {
        int end = line.lastIndexOf("/ (");
        return Integer.parseInt(line.substring(line.lastIndexOf(':', end) + 1, end));
    }

    int port() {
        return port;
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
