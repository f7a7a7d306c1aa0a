package io.patchbay.bench.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The packaged server in a process of its own, so that its processor time can be told. */
public final class ServerProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");

    private final Process process;
    private final int port;
    private final Thread atExit = new Thread(this::end);

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** With the options of {@code ./patchbay serve}. */
    public static ServerProcess start(Path data) throws IOException {
        return start(
                List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=4",
                        "-jar",
                        SourceTree.file("cli/target/patchbay/patchbay.jar").toString()),
                data);
    }

    /**
     * @param program what is given the verb; the process that it begins as becomes the server
     */
    public static ServerProcess start(List<String> program, Path data) throws IOException {
        var command = new ArrayList<>(program);
        command.addAll(List.of("serve", "--data", data.toString(), "--http", "127.0.0.1:0"));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new StringBuilder();
        var output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            var address = ADDRESS.matcher(line);
            if (address.find()) {
                // A virtual thread would hold one of few processors while it waits for a pipe.
                Thread.ofPlatform().daemon().start(() -> drain(output));
                return new ServerProcess(process, Integer.parseInt(address.group(1)));
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
            // It was ended.
        }
    }

    public int port() {
        return port;
    }

    public CpuClock cpu() {
        return CpuClock.of(process.toHandle());
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        end();
    }

    private void end() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
