package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.patches.Accounts.NewUser;
import io.patchbay.server.Address;
import io.patchbay.server.Config;
import io.patchbay.server.Server;
import io.patchbay.server.Storage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The clients that people use, against the whole server. */
@TestInstance(Lifecycle.PER_CLASS)
class RealClientsTest {

    private static final InstantSource CLOCK = InstantSource.system();

    private Path folder;
    private Server server;
    private String token = "";

    @BeforeAll
    void serveTheCorpus(@TempDir Path temporary) throws Exception {
        folder = temporary;
        var storage = new Storage.InFolder(folder.resolve("data"));
        server = new Server(Config.of(storage, new Address("127.0.0.1", 0)), CLOCK);
        FiledCorpus.in(server.store(), CLOCK);
        token =
                server.store()
                        .write(writing -> {
                            long user =
                                    writing.accounts()
                                            .add(
                                                    new NewUser(
                                                            "ann",
                                                            "",
                                                            "Ann",
                                                            "",
                                                            "ann@example.org",
                                                            true,
                                                            false));
                            writing.accounts().maintains(user, 1, true);
                            return writing.accounts().addToken(user, "", null);
                        });
        var home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(
                home.resolve(".gitconfig"),
                """
                [user]
                    name = Ann
                    email = ann@example.org
                [pw]
                    server = %1$s/api/1.2
                    token = %2$s
                    project = harbor
                [b4]
                    pw-url = %1$s
                    pw-key = %2$s
                    pw-project = harbor
                    pw-review-state = under-review
                    pw-accept-state = accepted
                """
                        .formatted(server.url(), token));
        run("git", "init", "--quiet", "--initial-branch=main", "work");
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void gitPwListsShowsAndUpdatesPatches() throws Exception {
        assumeInstalled("git-pw");

        var list = run("git-pw", "patch", "list", "--format", "simple", "--limit", "5");
        assertThat(list).contains("new");

        var shown = run("git-pw", "patch", "show", "--format", "simple", "1");
        assertThat(shown).contains("Message ID").contains("harbor");

        var updated = run("git-pw", "patch", "update", "--state", "accepted", "1");
        assertThat(updated).contains("accepted");
        assertThat(stateOf(1)).isEqualTo("accepted");
    }

    @Test
    void gitPwListsAndAppliesASeries() throws Exception {
        assumeInstalled("git-pw");

        var list = run("git-pw", "series", "list", "--format", "simple", "--limit", "100");
        assertThat(list).isNotBlank();

        var mbox = folder.resolve("series.mbox");
        run("git-pw", "series", "download", "1", mbox.toString());
        assertThat(Files.readString(mbox, UTF_8)).startsWith("From patchwork ");
    }

    @Test
    void gitPwKeepsBundles() throws Exception {
        assumeInstalled("git-pw");

        run("git-pw", "bundle", "create", "mine", "1", "2");

        assertThat(run("git-pw", "bundle", "list", "--format", "simple")).contains("mine");
        var id =
                server.store()
                        .read(reading -> reading.bundles().named("ann", "mine"))
                        .orElseThrow()
                        .id();
        assertThat(run("git-pw", "bundle", "show", "--format", "simple", "mine")).contains("mine");
        run("git-pw", "bundle", "delete", String.valueOf(id));
        var left = server.store().read(reading -> reading.bundles().named("ann", "mine"));
        assertThat(left).isEmpty();
    }

    @Test
    void b4SetsTheStateOfWhatItHasTaken() throws Exception {
        assumeInstalled("b4");
        var patch = server.store().read(reading -> reading.patches().withId(2)).orElseThrow();
        var script =
                """
                import sys
                import b4
                b4.patchwork_set_state([sys.argv[1]], "under-review")
                """;

        run("/usr/bin/python3", "-c", script, patch.msgid().replaceAll("^<|>$", ""));

        assertThat(stateOf(2)).isEqualTo("under-review");
    }

    private String stateOf(long patch) {
        return server.store()
                .read(reading -> reading.patches().withId(patch))
                .orElseThrow()
                .state()
                .slug();
    }

    private static void assumeInstalled(String client) {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin", client)),
                "SKIPPED: %s is not installed ('apt install %s')".formatted(client, client));
    }

    /** What it prints; a failure or more than a minute fails the test. */
    private String run(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(words));
        var home = folder.resolve("home");
        var work = folder.resolve("home/work");
        var builder =
                new ProcessBuilder(command)
                        .directory((Files.exists(work) ? work : home).toFile())
                        .redirectErrorStream(true);
        var environment = builder.environment();
        environment.put("HOME", home.toString());
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended: %s", command).isTrue();
        assertThat(process.exitValue()).as("%s: %s", command, output).isZero();
        return output;
    }
}
