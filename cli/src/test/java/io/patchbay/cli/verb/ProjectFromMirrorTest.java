package io.patchbay.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.cli.Run;
import io.patchbay.cli.RunningServer;
import io.patchbay.testing.GitHttp;
import io.patchbay.testing.GitInbox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** The recipe of the README: a project from a mirror, then served. */
@Timeout(60)
class ProjectFromMirrorTest {

    @TempDir private Path folder;
    private Path data;
    private GitInbox inbox;
    private GitHttp http;

    @BeforeEach
    void open() throws IOException {
        data = folder.resolve("data");
        inbox = new GitInbox(folder.resolve("list"));
        inbox.add(0, mail(1));
        inbox.add(0, mail(2));
        http = new GitHttp(inbox.folder());
    }

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void theMailsTellWhatListItIs() {
        var run = project("add", "harbor", "--from", http.url() + "/0");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith(
                        "project 1: harbor, list harbor.lists.example.org,"
                                + " harbor@lists.example.org, from %s/0\n".formatted(http.url()))
                .contains("     2 patches\n")
                .contains("http://127.0.0.1:8000/project/harbor/list/");
        assertThat(project("show", "harbor").out())
                .contains("name\tThe Harbor\n")
                .contains("list-archive\t%s/\n".formatted(http.url()))
                .contains("from\t%s/0\n".formatted(http.url()))
                .contains("every\t5m\n")
                .doesNotContain("trouble");
        assertThat(project("list").out())
                .isEqualTo(
                        "1\tharbor\tharbor.lists.example.org\tThe Harbor\t%s/0\n"
                                .formatted(http.url()));
    }

    @Test
    void whatIsSaidGoesBeforeWhatTheMailsTell() {
        var run =
                project(
                        "add",
                        "harbor",
                        "--from",
                        inbox.folder(),
                        "--list-id",
                        "h.example.org",
                        "--list-email",
                        "h@example.org",
                        "--name",
                        "H",
                        "--every",
                        "90s");

        assertThat(run.out()).contains("harbor, list h.example.org, h@example.org, from ");
        assertThat(run.out()).contains("     2 patches\n");
        assertThat(project("show", "harbor").out()).contains("name\tH\n", "every\t90s\n");
    }

    @Test
    void theNewestMailsAreEnough() {
        assertThat(project("add", "harbor", "--from", http.url() + "/0", "--newest", 1).out())
                .contains("     1 patches\n");
    }

    @Test
    void theSameAgainGoesOn() {
        project("add", "harbor", "--from", http.url());
        inbox.add(0, mail(3));

        var again = project("add", "harbor", "--from", http.url());

        assertThat(again.err()).isEmpty();
        assertThat(again.out()).contains("Processed 1 messages").contains("     1 patches\n");
        assertThat(project("add", "harbor", "--from", inbox.folder()).err())
                .contains("there is a project 'harbor' already");
    }

    @Test
    void whatIsWrongIsSaidAndMakesNoProject() {
        assertThat(project("add", "harbor", "--from", http.url() + "/pages/x").err())
                .contains("there is no git repository at " + http.url() + "/pages/x");
        assertThat(project("add", "harbor").err()).contains("expected --list-id ID, or --from");
        assertThat(project("add", "harbor", "--from", http.url(), "--every", "soon").err())
                .contains("--every expects a time, such as 30s, 5m or 1h, but this is 'soon'");
        assertThat(project("list").out()).isEmpty();
    }

    @Test
    void aMirrorIsChangedAndLeft() {
        project("add", "harbor", "--list-id", "harbor.lists.example.org");

        assertThat(project("set", "harbor", "--from", http.url()).out())
                .contains("harbor is filled from " + http.url() + ", every 5m")
                .contains("     2 patches\n");
        assertThat(project("set", "harbor", "--every", "1h").out()).contains("every 1h");
        assertThat(data.resolve("mirrors/harbor")).exists();

        assertThat(project("set", "harbor", "--no-from").out())
                .contains("follows no mirror any more");
        assertThat(data.resolve("mirrors/harbor")).doesNotExist();
        assertThat(project("show", "harbor").out()).doesNotContain("from\t");
        assertThat(project("set", "harbor", "--every", "1h").err()).contains("follows no mirror");
        assertThat(Run.of("audit", "--data", data).out()).contains("mirror");
    }

    @Test
    void aServerFollowsAndTellsOfTrouble() throws IOException {
        project("add", "harbor", "--from", http.url(), "--every", "1s");
        try (var _ = RunningServer.on(data)) {
            inbox.add(1, mail(3));
            await("3");

            int port = http.port();
            http.close();
            awaitShown("cannot be reached");
            assertThat(Run.of("monitor", "--data", data, "query-mirrors").out())
                    .contains("\"project\": \"harbor\"")
                    .contains("cannot be reached");

            http = new GitHttp(inbox.folder(), port);
            inbox.add(1, mail(4));
            await("4");
            while (project("show", "harbor").out().contains("trouble")) {
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    private void awaitShown(String text) {
        while (!project("show", "harbor").out().contains(text)) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    private void await(String number) {
        while (!Run.of("monitor", "--data", data, "query-patch", "id=" + number)
                .out()
                .contains("change " + number)) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    private Run project(Object... arguments) {
        var all = new Object[arguments.length + 3];
        all[0] = "project";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--data";
        all[arguments.length + 2] = data;
        return Run.of(all);
    }

    private static String mail(int number) {
        return """
        From: Ann <ann@example.org>
        Subject: [PATCH] change %1$d
        Message-Id: <%1$d@example.org>
        Date: Mon, 01 Jan 2024 00:00:00 +0000
        To: harbor@lists.example.org
        List-Id: The Harbor <harbor.lists.example.org>
        List-Post: <mailto:harbor@lists.example.org>
        List-Archive: <https://lists.example.org/pipermail/harbor>

        --- a/file
        +++ b/file
        @@ -1 +1 @@
        -old
        +new %1$d
        """
                .formatted(number);
    }
}
