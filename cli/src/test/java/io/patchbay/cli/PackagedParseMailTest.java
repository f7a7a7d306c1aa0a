package io.patchbay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One mail through a pipe, as a mail system starts it: to the server, or to the store. */
@Timeout(120)
class PackagedParseMailTest {

    private static final String JAVA = ProcessHandle.current().info().command().orElseThrow();
    private static final Path JAR = Path.of("target/patchbay/patchbay.jar");
    private static final Path HAND_OVER = Path.of("src/main/perl/hand-over");
    private static final String LIST_ID = "harbor-devel.lists.example.org";

    private static final String MAIL =
            """
            From: Ann <ann@example.org>
            Subject: [PATCH] quay: widen the steps
            Message-Id: <1@example.org>
            List-Id: <harbor-devel.lists.example.org>

            Because.

            --- a/file
            +++ b/file
            @@ -1 +1 @@
            -old
            +new
            """;

    @TempDir private Path folder;
    private Path data;
    private final List<Process> started = new ArrayList<>();

    /** What a mail system sees. */
    private record Result(int exitCode, String errors) {}

    @BeforeEach
    void addProject() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/perl")),
                "*** SKIPPED: /usr/bin/perl is missing (Debian: perl-base) ***");
        data = folder.resolve("data");
        assertThat(run("", java("project", "add", "harbor", "--list-id", LIST_ID)).exitCode())
                .isZero();
    }

    @AfterEach
    void endAll() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void theServerFilesWhatThePipeBrings() throws Exception {
        serve();

        assertThat(pipe(MAIL)).isEqualTo(new Result(0, ""));
        assertThat(pipe(MAIL))
                .isEqualTo(new Result(0, "patchbay: <1@example.org> is here already\n"));
        assertThat(pipe(MAIL.replace("[PATCH]", "Re:").replace("<1@", "<2@")))
                .isEqualTo(
                        new Result(
                                0,
                                "patchbay: Nothing added to database: it answers nothing that is here\n"));
        assertThat(pipe(MAIL.replaceFirst("From: .*\n", "")))
                .isEqualTo(
                        new Result(
                                1,
                                "patchbay: Missing 'From' header; the mail is kept in the quarantine\n"));
    }

    @Test
    void theScriptStartsNoJavaBesideAServer() throws Exception {
        serve();
        var file = Files.writeString(folder.resolve("one.eml"), MAIL);

        var first =
                new ProcessBuilder(
                        "../patchbay",
                        "parsemail",
                        "--data=" + data,
                        "--list-id",
                        LIST_ID,
                        file.toString());
        first.environment().put("PATH", "/usr/bin:/bin");
        first.environment().put("JAVA_HOME", "/nowhere");

        assertThat(run("", first)).isEqualTo(new Result(0, ""));
    }

    @Test
    void withoutAServerTheStoreTakesTheMail() throws Exception {
        assertThat(run(MAIL, java("parsemail"))).isEqualTo(new Result(0, ""));
        assertThat(run(MAIL, java("parsemail", "-")))
                .isEqualTo(new Result(0, "patchbay: <1@example.org> is here already\n"));
        var broken = run("nothing", java("parsemail"));
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.errors())
                .endsWith("patchbay: Missing 'From' header; the mail is kept in the quarantine\n");
    }

    @Test
    void aSocketThatNobodyListensOnIsPassedOver() throws Exception {
        try (var socket = listen()) {
            assertThat(socket.isOpen()).isTrue();
        }

        assertThat(pipe(MAIL)).isEqualTo(new Result(0, ""));
        assertThat(pipe(MAIL).errors()).contains("is here already");
    }

    @Test
    void aServerThatDiesWithTheMailInHandLosesNothing() throws Exception {
        try (var socket = listen()) {
            var dying =
                    Thread.startVirtualThread(() -> {
                        try (var client = socket.accept()) {
                            var unused = Channels.newInputStream(client).read(new byte[100]);
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    });

            assertThat(pipe(MAIL)).isEqualTo(new Result(0, ""));
            dying.join();
        }
        assertThat(pipe(MAIL).errors()).contains("is here already");
    }

    @Test
    void aMailThatIsPutOffStaysWithTheMailSystem() throws Exception {
        try (var socket = listen()) {
            var server =
                    Thread.startVirtualThread(() -> {
                        try (var client = socket.accept()) {
                            var head = "mail %d\n".formatted(MAIL.length());
                            var unused =
                                    Channels.newInputStream(client)
                                            .readNBytes(head.length() + MAIL.length());
                            Channels.newOutputStream(client)
                                    .write(
                                            "put-off the intake is stopped\n"
                                                    .getBytes(StandardCharsets.UTF_8));
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    });

            assertThat(pipe(MAIL)).isEqualTo(new Result(75, "patchbay: the intake is stopped\n"));
            server.join();
        }
    }

    @Test
    void withoutDataTheMailIsToComeAgain() throws Exception {
        data = folder.resolve("none");

        var result = run(MAIL, java("parsemail"));

        assertThat(result.exitCode()).isEqualTo(75);
        assertThat(result.errors()).contains("there is no data in");
    }

    private ServerSocketChannel listen() throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(data.resolve("mail.sock")));
    }

    private void serve() throws IOException {
        var server = java("serve", "--http", "127.0.0.1:0").start();
        started.add(server);
        var lines = server.inputReader();
        var line = lines.readLine();
        assertThat(line).startsWith("serving");
    }

    private Result pipe(String mail) throws Exception {
        var command =
                new ArrayList<>(
                        List.of(
                                "/usr/bin/perl",
                                HAND_OVER.toString(),
                                data.resolve("mail.sock").toString(),
                                "",
                                "-"));
        command.addAll(java("parsemail").command());
        return run(mail, new ProcessBuilder(command));
    }

    private ProcessBuilder java(String... arguments) {
        var command = new ArrayList<>(List.of(JAVA, "-Dpatchbay.home=..", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data.toString()));
        return new ProcessBuilder(command);
    }

    private Result run(String input, ProcessBuilder command) throws Exception {
        var process = command.start();
        started.add(process);
        try (var pipe = process.getOutputStream()) {
            pipe.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A program that reads none of it is judged by what it says.
            assertThat(input).isEmpty();
        }
        var errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), errors);
    }
}
