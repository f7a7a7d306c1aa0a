package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.tracker.mbox.Mbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/** git-pw and b4, the clients that Debian packages, against the whole server. */
@TestInstance(Lifecycle.PER_CLASS)
class RealClientsTest {

    private ServedCorpus served;
    private ClientHome home;

    @BeforeAll
    void serveTheCorpus(@TempDir Path folder) throws Exception {
        GitRepository.assumeInstalled();
        served = ServedCorpus.in(folder.resolve("data"));
        home = new ClientHome(folder.resolve("home"));
        home.add(
                ".gitconfig",
                """
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
                        .formatted(served.url(), served.token()));
    }

    @AfterAll
    void close() {
        served.close();
    }

    @Test
    void gitPwListsShowsAndUpdatesPatches() throws Exception {
        assumeInstalled("git-pw");

        var list = home.run("git-pw", "patch", "list", "--format", "simple", "--limit", "5");
        assertThat(list).contains("new");

        var shown = home.run("git-pw", "patch", "show", "--format", "simple", "1");
        assertThat(shown).contains("Message ID").contains("harbor");

        var updated = home.run("git-pw", "patch", "update", "--state", "accepted", "1");
        assertThat(updated).contains("accepted");
        assertThat(served.stateOf(1)).isEqualTo("accepted");
    }

    @Test
    void gitPwDownloadsAPatchAndItsDiff() throws Exception {
        assumeInstalled("git-pw");

        home.run("git-pw", "patch", "download", "2", home.file("two.mbox").toString());
        var temporary = Files.createDirectory(home.file("tmp"));
        home.set("TMPDIR", temporary.toString());
        home.run("git-pw", "patch", "download", "--diff", "2");

        assertThat(Files.readString(home.file("two.mbox"))).startsWith("From patchwork ");
        try (var saved = Files.walk(temporary)) {
            assertThat(saved.filter(Files::isRegularFile))
                    .singleElement()
                    .satisfies(diff -> {
                        assertThat(diff).hasFileName(Mbox.fileName(name(2)) + ".diff");
                        assertThat(diff).content().startsWith("diff --git ");
                    });
        }
    }

    private String name(long patch) {
        return served.patch(patch).name();
    }

    @Test
    void gitPwAppliesASeries() throws Exception {
        assumeInstalled("git-pw");
        var list = home.run("git-pw", "series", "list", "--format", "simple", "--limit", "100");
        assertThat(list).contains("harbor: a ledger of berths");
        var series = String.valueOf(served.seriesOf("002"));

        var mbox = home.file("series.mbox");
        home.run("git-pw", "series", "download", series, mbox.toString());
        assertThat(Files.readString(mbox, UTF_8)).startsWith("From patchwork ");
        home.run("git-pw", "series", "apply", series);

        assertThat(home.run("git", "log", "--format=%s").lines()).hasSize(3);
    }

    @Test
    void gitPwKeepsBundles() throws Exception {
        assumeInstalled("git-pw");

        home.run("git-pw", "bundle", "create", "mine", "1", "2");

        assertThat(home.run("git-pw", "bundle", "list", "--format", "simple")).contains("mine");
        var id =
                served.store()
                        .read(reading -> reading.bundles().named("ann", "mine"))
                        .orElseThrow()
                        .id();
        assertThat(home.run("git-pw", "bundle", "show", "--format", "simple", "mine"))
                .contains("mine");
        home.run("git-pw", "bundle", "delete", String.valueOf(id));
        var left = served.store().read(reading -> reading.bundles().named("ann", "mine"));
        assertThat(left).isEmpty();
    }

    @Test
    void b4SetsTheStateOfWhatItHasTaken() throws Exception {
        assumeInstalled("b4");
        var script =
                """
                import sys
                import b4
                b4.patchwork_set_state([sys.argv[1]], "under-review")
                """;
        var id = served.patch(2).msgid().replaceAll("^<|>$", "");

        home.run("/usr/bin/python3", "-c", script, id);

        assertThat(served.stateOf(2)).isEqualTo("under-review");
    }

    private static void assumeInstalled(String client) {
        assumeTrue(
                ClientHome.program(client) != null,
                "SKIPPED: %s is not installed ('apt install %s')".formatted(client, client));
    }
}
