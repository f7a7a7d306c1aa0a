package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * pwclient, Patchwork's own client, over both its ways: the old XML-RPC interface with a password,
 * and REST with a token. It is in no Debian package: the variable {@code PATCHBAY_PWCLIENT} names
 * the program, or it stands on the search path.
 */
@ParameterizedClass
@ValueSource(strings = {"xmlrpc", "rest"})
class PwclientTest {

    @Parameter String backend = "";

    private String program = "";
    private ServedCorpus served;
    private ClientHome home;

    @TempDir Path folder;

    @BeforeEach
    void serveTheCorpus() throws Exception {
        program = assumeInstalled();
        GitRepository.assumeInstalled();
        served = ServedCorpus.in(folder.resolve("data"));
        home = new ClientHome(folder.resolve("home"));
        boolean rest = backend.equals("rest");
        home.write(
                ".pwclientrc",
                """
                [options]
                default = harbor
                [harbor]
                backend = %s
                url = %s
                %s
                """
                        .formatted(
                                backend,
                                served.url() + (rest ? "/api" : "/xmlrpc/"),
                                rest
                                        ? "token = " + served.token()
                                        : "username = ann\npassword = "
                                                + ServedCorpus.passwordOf("ann")));
    }

    @AfterEach
    void close() {
        if (served != null) {
            served.close();
        }
    }

    private static String assumeInstalled() {
        var named = System.getenv("PATCHBAY_PWCLIENT");
        var found = named == null ? ClientHome.program("pwclient") : Path.of(named);
        assumeTrue(
                found != null && Files.isExecutable(found),
                "SKIPPED: there is no pwclient; put it on the PATH ('pip install pwclient') or"
                        + " name it in PATCHBAY_PWCLIENT");
        return String.valueOf(found);
    }

    private String pwclient(String... words) throws Exception {
        var command = new ArrayList<>(List.of(program));
        command.addAll(List.of(words));
        return home.run(command.toArray(String[]::new));
    }

    @Test
    void listsAreFiltered() throws Exception {
        var all = pwclient("list", "-f", "%{id} %{name}").lines().toList();
        var patches = served.store().read(reading -> reading.patches().list(Instance.EVERYTHING));
        assertThat(all).hasSameSizeAs(patches.rows());

        var rfc = pwclient("list", "-s", "RFC");
        assertThat(rfc).contains("harbor: an option to be quiet").doesNotContain("tide");

        var patch = served.patch("055");
        assertThat(pwclient("list", "-w", patch.submitter().email(), "-f", "%{name}"))
                .contains("für Flößer")
                .doesNotContain("tide");
        assertThat(pwclient("list", "-a", "yes", "-f", "%{id}")).isBlank();
        assertThat(pwclient("list", "-H", hash("055"), "-f", "%{id}").strip())
                .isEqualTo(String.valueOf(patch.id()));
    }

    private String hash(String mail) {
        return String.valueOf(served.patch(mail).hash());
    }

    @Test
    void aPatchIsFoundByItsMessageId() throws Exception {
        var id = served.patch("003").msgid();
        var asked = backend.equals("rest") ? id.replaceAll("^<|>$", "") : id;

        var found = pwclient("list", "-m", asked, "-f", "%{id} %{_msgid_}");

        assertThat(found.strip())
                .isEqualTo(served.patch("003").id() + " " + id.replaceAll("^<|>$", ""));
    }

    @Test
    void infoTellsTheFieldsInUtf8() throws Exception {
        var patch = served.patch("038");

        var info = pwclient("info", String.valueOf(patch.id()));

        assertThat(info)
                .contains("- submitter     : 渡辺 さくら <sakura@jp.example.org>")
                .contains("- name          : docs: 日本語の手引き")
                .contains("- project       : Harbor")
                .contains("- hash          : " + patch.hash());
    }

    @Test
    void patchesAreShownSavedAndApplied() throws Exception {
        var first = String.valueOf(served.patch("002").id());
        var second = String.valueOf(served.patch("003").id());

        assertThat(pwclient("view", first)).contains("From patchwork ", "diff --git ");
        var saved = pwclient("get", first).strip().replace("Saved patch to ", "");
        assertThat(saved).endsWith(".patch");
        assertThat(Files.readString(home.file(saved))).startsWith("From patchwork ");
        Files.delete(home.file(saved));

        pwclient("git-am", first);
        pwclient("git-am", "-s", second);

        assertThat(home.run("git", "log", "--format=%an: %s").lines())
                .containsExactly("Ingrid Sørbø: " + title("003"), "Ingrid Sørbø: " + title("002"));
        assertThat(home.run("git", "log", "-1", "--format=%b")).contains("Signed-off-by: Ann");
        home.run("git", "update-ref", "-d", "HEAD");
        home.run("git", "rm", "-rfq", "--cached", ".");
        home.run("git", "clean", "-fdxq");

        assertThat(pwclient("apply", first)).contains("Applying patch #" + first);
    }

    private String title(String mail) {
        return served.patch(mail).name().replaceFirst("^\\[.*?] *", "");
    }

    @Test
    void updatesReachTheStore() throws Exception {
        var patch = served.patch("009").id();
        var id = String.valueOf(patch);

        pwclient("update", "-s", "Under Review", id);
        assertThat(served.stateOf(patch)).isEqualTo("under-review");

        pwclient("update", "-s", "Accepted", "-a", "yes", "-c", "0123abcd", id);
        assertThat(served.stateOf(patch)).isEqualTo("accepted");
        assertThat(served.patch(patch).archived()).isTrue();
        assertThat(served.patch(patch).commitRef()).isEqualTo("0123abcd");
        pwclient("update", "-s", "New", "-a", "no", id);
        assertThat(served.patch(patch).archived()).isFalse();
    }

    @Test
    void checksAreReportedAndRead() throws Exception {
        var patch = served.patch("041").id();
        var id = String.valueOf(patch);

        pwclient(
                "check-create",
                "-c",
                "build",
                "-s",
                "warning",
                "-u",
                "https://ci.example.org/1",
                "-d",
                "één waarschuwing",
                id);

        var checks = served.store().read(reading -> reading.checks().latest(patch));
        assertThat(checks.toString()).contains("build", "WARNING", "één waarschuwing");
        assertThat(pwclient("check-list", id)).contains("build", "warning");
        assertThat(pwclient("check-get", "-f", "%{context} %{state}", id).strip())
                .isEqualTo("build warning");
    }

    @Test
    void projectsAreListed() throws Exception {
        assertThat(pwclient("projects")).contains("harbor", "Harbor");
    }

    @Test
    void statesAreListedOverXmlRpcAndEventsOverRest() throws Exception {
        if (backend.equals("rest")) {
            assertThat(pwclient("event-list", "-c", "series-completed"))
                    .contains("series-completed");
        } else {
            assertThat(pwclient("states")).contains("Awaiting Upstream");
        }
    }
}
