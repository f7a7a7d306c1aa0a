package io.patchbay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testing.Corpus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program as it is packaged, in processes of its own. */
@Timeout(120)
class PackagedServerTest {

    private static final Path JAR = Path.of("target/patchbay/patchbay.jar");

    private static final String LIST_ID = "harbor-devel.lists.example.org";

    @TempDir private Path folder;
    private final List<Process> started = new ArrayList<>();
    private HttpClient client;

    @BeforeEach
    void openClient() {
        client = HttpClient.newHttpClient();
    }

    @AfterEach
    void endAll() {
        client.close();
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void mailsThatAreIngestedBesideARunningServerAreServed() throws Exception {
        assertThat(done("project", "add", "harbor", "--list-id", LIST_ID, "--data", data()))
                .isZero();
        var server = start("serve", "--http", "127.0.0.1:0", "--data", data());
        var url = addressToldBy(server);
        assertThat(get(url + "/api/patches/").body()).isEqualTo("[]");

        assertThat(done("ingest", "--data", data(), corpus("001"), corpus("002"))).isZero();

        assertThat(get(url + "/api/patches/").body()).contains("\"link_name\":\"harbor\"");
        assertThat(get(url + "/project/harbor/list/").statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenOfTheCommandLineOpensTheApi() throws Exception {
        done("project", "add", "harbor", "--list-id", LIST_ID, "--data", data());
        done("user", "add", "ann", "--maintainer", "harbor", "--data", data());
        var token = outputOf(start("token", "ann", "--data", data())).strip();
        var url = addressToldBy(start("serve", "--http", "127.0.0.1:0", "--data", data()));

        assertThat(get(url + "/api/users/").statusCode()).isEqualTo(403);
        assertThat(get(url + "/api/users/", "Token " + token).body())
                .contains("\"username\":\"ann\"");
    }

    @Test
    void theServerStopsCleanlyWhenItIsTold() throws Exception {
        done("project", "add", "harbor", "--list-id", LIST_ID, "--data", data());
        var server = start("serve", "--http", "127.0.0.1:0", "--data", data());
        addressToldBy(server);

        server.destroy();

        assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isZero();
        assertThat(folder.resolve("data/patchbay.db-wal")).doesNotExist();
    }

    @Test
    void aTakenPortIsToldInOneLine() throws Exception {
        var url = addressToldBy(start("serve", "--http", "127.0.0.1:0", "--data", data()));

        var taken = url.substring("http://".length());
        var other = folder.resolve("other").toString();
        var second = start("serve", "--http", taken, "--data", other, "--lmtp", "none");

        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(errorsOf(second))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("patchbay: cannot serve HTTP on 127.0.0.1:");
    }

    @Test
    void mailsComeThroughAPipe() throws Exception {
        done("project", "add", "harbor", "--list-id", LIST_ID, "--data", data());

        var ingest = start("ingest", "--data", data(), "-");
        try (var pipe = ingest.getOutputStream()) {
            Files.copy(Path.of(corpus("009")), pipe);
        }

        assertThat(outputOf(ingest)).contains("     1 patches\n");
        assertThat(ingest.waitFor()).isZero();
    }

    @Test
    void theDemoServesASampleAndLeavesNothingBehind() throws Exception {
        var demo = start("demo", "--http", "127.0.0.1:0");
        var lines = demo.inputReader();
        var url = lineWith("/project/harbor/list/", lines).strip().split("/project/")[0];
        var left =
                Path.of(
                        lineWith("./patchbay ingest", lines)
                                .replaceFirst(".*--data (\\S+) .*", "$1"));

        assertThat(get(url + "/project/harbor/list/").statusCode()).isEqualTo(200);
        assertThat(left).isDirectory();

        demo.destroy();
        assertThat(demo.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(demo.exitValue()).isZero();
        assertThat(left).doesNotExist();
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static String corpus(String number) throws IOException {
        return Corpus.mail(number).toString();
    }

    private Process start(String... arguments) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-Dpatchbay.home=..",
                                "-jar",
                                JAR.toString()));
        command.addAll(Arrays.asList(arguments));
        var process = new ProcessBuilder(command).start();
        started.add(process);
        return process;
    }

    private int done(String... arguments) throws Exception {
        return start(arguments).waitFor();
    }

    private static String outputOf(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes());
    }

    private static List<String> errorsOf(Process process) {
        return process.errorReader().lines().toList();
    }

    private static String addressToldBy(Process server) throws IOException {
        return lineWith("serving", server.inputReader())
                .replaceFirst(".* on (http://[^/]+)/ .*", "$1");
    }

    private static String lineWith(String text, BufferedReader lines) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(text)) {
                return line;
            }
        }
        throw new AssertionError("the program ended without a line with '" + text + "'");
    }

    private HttpResponse<String> get(String url) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String url, String authorization) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", authorization)
                        .build(),
                BodyHandlers.ofString());
    }
}
