package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.testing.Corpus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What would be released of this commit, made by the real Maven and run where there is a JDK and
 * nothing else: no Maven, no git, and of Unix only bash. Takes some minutes.
 */
class PackedReleaseTest {

    private static final Pattern SERVING = Pattern.compile("serving .* on (http://\\S+)/ .*");

    @TempDir Path parent;

    @Test
    void theReleaseOfThisCommitNeedsOnlyAJdk() throws Exception {
        assumeTrue(
                Boolean.getBoolean("patchbay.long"),
                "SKIPPED: packing a release takes minutes; './patchbay test --long' does it");
        GitRepository.assumeInstalled();
        var home = release("999.0");
        var data = parent.resolve("data");

        assertThat(patchbay(home, "--version").output()).isEqualTo("patchbay 999.0.0\n");
        var project =
                patchbay(
                        home,
                        "project",
                        "add",
                        "harbor",
                        "--list-id=harbor-devel.lists.example.org",
                        "--data=" + data);
        assertThat(project.exitCode()).as(project.errors()).isZero();
        serve(home, data);
    }

    /** The folder that its archive is unpacked to. */
    private Path release(String version) throws Exception {
        var clone = parent.resolve("clone");
        var cloned =
                ScriptRun.in(parent, Map.of(), "git", "clone", "--quiet", here(), clone.toString());
        assumeTrue(
                cloned.exitCode() == 0, "SKIPPED: this is no git repository: " + cloned.errors());
        var ann =
                Map.of(
                        "GIT_AUTHOR_NAME", "Ann",
                        "GIT_AUTHOR_EMAIL", "ann@example.org",
                        "GIT_COMMITTER_NAME", "Ann",
                        "GIT_COMMITTER_EMAIL", "ann@example.org");
        // Right behind a release there is nothing to tell.
        Files.writeString(clone.resolve("docs/release-notes/packed.md"), "All is new.\n");
        ScriptRun.in(clone, ann, "git", "switch", "--quiet", "--force-create", "packed");
        ScriptRun.in(clone, ann, "git", "add", "--all");
        ScriptRun.in(clone, ann, "git", "commit", "--quiet", "--message", "Something to tell");

        var released = ScriptRun.in(clone, ann, "./patchbay", "release", version).place();

        assertThat(released.resolve("patchbay-qmp-999.0.0.jar")).isRegularFile();
        assertThat(released.resolve("patchbay-qmp-999.0.0-sources.jar")).isRegularFile();
        assertThat(released.resolve("patchbay-qmp-999.0.0-javadoc.jar")).isRegularFile();
        var archive = released.resolve("patchbay-999.0.0.tar.gz").toString();
        assertThat(ScriptRun.in(parent, Map.of(), "tar", "-xzf", archive).exitCode()).isZero();
        return parent.resolve("patchbay-999.0.0");
    }

    private static String here() {
        return Path.of("..").toAbsolutePath().normalize().toString();
    }

    private ScriptRun patchbay(Path home, String... words) throws Exception {
        return ScriptRun.in(parent, Map.of("PATH", onlyBash()), command(home, words));
    }

    private static String[] command(Path home, String... words) {
        var command = new String[words.length + 1];
        command[0] = home.resolve("patchbay").toString();
        System.arraycopy(words, 0, command, 1, words.length);
        return command;
    }

    private String onlyBash() throws Exception {
        var folder = parent.resolve("only-bash");
        if (!Files.exists(folder)) {
            Files.createDirectory(folder);
            Files.createSymbolicLink(folder.resolve("bash"), Path.of("/bin/bash"));
        }
        return folder.toString();
    }

    private void serve(Path home, Path data) throws Exception {
        var builder =
                new ProcessBuilder(command(home, "serve", "--http=127.0.0.1:0", "--data=" + data))
                        .redirectErrorStream(true);
        builder.environment().put("PATH", onlyBash());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var server = builder.start();
        try (var output =
                new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8))) {
            var url = address(output);

            var handedOver = patchbay(home, "parsemail", "--data=" + data, firstMail());

            assertThat(handedOver.exitCode()).as(handedOver.errors()).isZero();
            assertThat(get(url + "/api/1.3/covers/")).contains("harbor");
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static String firstMail() throws Exception {
        return Corpus.mails().firstEntry().getValue().toAbsolutePath().toString();
    }

    private static String address(BufferedReader output) throws Exception {
        var said = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            var serving = SERVING.matcher(line);
            if (serving.matches()) {
                return serving.group(1);
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("the server did not start:\n" + said);
    }

    private static String get(String url) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Accept", "application/json")
                            .build();
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }
}
