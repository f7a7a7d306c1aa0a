package io.patchbay.qmp;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.qmp.chardev.Address;
import io.patchbay.qmp.chardev.Backend;
import io.patchbay.qmp.chardev.SocketOptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;

/** A monitor on each kind of chardev. */
class ChardevKindsTest {

    private static final Pattern PORT = Pattern.compile("tcp:127\\.0\\.0\\.1:(\\d+)");

    private final QmpServer server = new QmpServer(Version.of(1, 0, 0, ""));
    @TempDir private Path folder;

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void aTcpServer() {
        var chardev = server.addChardev("tcp", Backend.tcpServer("127.0.0.1", 0));
        server.addMonitor(MonitorOptions.on("tcp"));
        var port = PORT.matcher(chardev.filename());
        assertThat(port.find()).isTrue();

        var address = new InetSocketAddress("127.0.0.1", Integer.parseInt(port.group(1)));
        try (var client = RawClient.connect(address)) {
            assertThat(client.line()).startsWith("{\"QMP\"");
            client.ask("{'execute':'qmp_capabilities'}");

            assertThat(client.ask("{'execute':'query-chardev'}"))
                    .contains("\"tcp:127.0.0.1:" + port.group(1) + ",server=on <-> 127.0.0.1:");
        }
    }

    @Test
    void aClientThatConnectsAgainAndAgain() throws IOException {
        var path = folder.resolve("listener.sock");
        var options = SocketOptions.client(Address.unix(path.toString()), Optional.of(1L));
        server.addChardev("dial", new Backend.Socket(options));
        server.addMonitor(MonitorOptions.on("dial").named("dial"));

        try (var listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(UnixDomainSocketAddress.of(path));
            for (int round = 0; round < 2; round++) {
                try (var accepted = listener.accept();
                        var lines = reader(Channels.newInputStream(accepted))) {
                    assertThat(lines.readLine()).startsWith("{\"QMP\"");
                }
            }
        }
    }

    @Test
    void aFileWithInputIsAScript() throws IOException {
        var script =
                Files.writeString(
                        folder.resolve("script"),
                        "{'execute':'qmp_capabilities'} {'execute':'query-status','id':'last'}");
        var out = folder.resolve("out");
        server.addChardev(
                "file",
                new Backend.File(
                        new Backend.FileOptions(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(script.toString()),
                                out.toString(),
                                Optional.empty())));

        server.addMonitor(MonitorOptions.on("file"));

        try (var lines = Files.newBufferedReader(out)) {
            assertThat(waitForLine(lines)).startsWith("{\"QMP\"");
            assertThat(waitForLine(lines)).isEqualTo("{\"return\": {}}");
            assertThat(waitForLine(lines)).endsWith("\"id\": \"last\"}");
        }
    }

    @Test
    void aPairOfPipes() throws IOException, InterruptedException {
        var made =
                new ProcessBuilder(
                                "mkfifo",
                                folder.resolve("p.in").toString(),
                                folder.resolve("p.out").toString())
                        .start();
        assertThat(made.waitFor()).isZero();
        server.addChardev(
                "pipe",
                new Backend.Pipe(
                        new Backend.PipeOptions(
                                Optional.empty(),
                                Optional.empty(),
                                folder.resolve("p").toString())));
        server.addMonitor(MonitorOptions.on("pipe"));

        try (var in = FileChannel.open(folder.resolve("p.in"), StandardOpenOption.WRITE);
                var lines = Files.newBufferedReader(folder.resolve("p.out"))) {
            assertThat(lines.readLine()).contains("oob");
            write(in, "{'execute':'qmp_capabilities','arguments':{'enable':['oob']}}");
            assertThat(lines.readLine()).isEqualTo("{\"return\": {}}");
            write(in, "{'exec-oob':'query-yank','id':1}");
            assertThat(lines.readLine()).endsWith("\"id\": 1}");
        }
    }

    @Test
    void whatAClientIsSentCanBeLogged() throws IOException {
        var log = folder.resolve("log");
        var socket = folder.resolve("logged.sock");
        var options = SocketOptions.server(Address.unix(socket.toString()));
        server.addChardev(
                "logged",
                new Backend.Socket(
                        new SocketOptions(
                                Optional.of(log.toString()),
                                Optional.empty(),
                                options.addr(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(true),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
        server.addMonitor(MonitorOptions.on("logged"));

        RawClient.negotiated(socket).close();
        RawClient.negotiated(socket).close();

        assertThat(Files.readAllLines(log))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("{\"QMP\""),
                        line -> assertThat(line).isEqualTo("{\"return\": {}}"),
                        line -> assertThat(line).startsWith("{\"QMP\""),
                        line -> assertThat(line).isEqualTo("{\"return\": {}}"));
    }

    @Test
    void aYankedConnectionIsCutThoughItsCommandHangs() {
        server.listen("first", folder.resolve("first.sock"));
        server.listen("second", folder.resolve("second.sock"));
        try (var first = RawClient.negotiated(folder.resolve("first.sock"));
                var second = RawClient.negotiated(folder.resolve("second.sock"))) {
            assertThat(
                            second.ask(
                                    "{'execute':'yank','arguments':{'instances':[{'type':'chardev','id':'first'}]}}"))
                    .isEqualTo("{\"return\": {}}");

            first.expectEnd();
        }
    }

    private static String waitForLine(BufferedReader lines) throws IOException {
        var line = lines.readLine();
        while (line == null) {
            Thread.onSpinWait();
            line = lines.readLine();
        }
        return line;
    }

    private static void write(FileChannel channel, String text) throws IOException {
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static BufferedReader reader(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
    }
}
