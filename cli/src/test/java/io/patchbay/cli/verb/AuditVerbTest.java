package io.patchbay.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.cli.Run;
import io.patchbay.server.AuditRetention;
import io.patchbay.server.Storage.InFolder;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.Setup.NewProject;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.Origin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.IntStream;

class AuditVerbTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @TempDir private Path data;

    @Test
    void whatTheCommandLineChangesIsTold() {
        Run.of("user", "add", "ann", "--data", data);

        assertThat(Run.of("audit", "--data", data).out())
                .contains(" - from command line, patchbay user: user 1: ");
    }

    @Test
    void theNewestFiftyAreToldUnlessAllAreWanted() throws IOException {
        addProjects(NOON, 1, 600);

        var some = Run.of("audit", "--data", data).out().lines().toList();
        var all = Run.of("audit", "--all", "--data", data).out().lines().toList();

        assertThat(some).hasSize(50);
        assertThat(all)
                .hasSize(600)
                .startsWith(some.toArray(String[]::new))
                .doesNotHaveDuplicates();
        assertThat(all.getFirst()).contains("project 600");
        assertThat(all.getLast()).contains("project 1:");
    }

    @Test
    void aStretchOfTimeIsShown() throws IOException {
        addProjects(NOON, 1, 1);
        addProjects(NOON.plus(Duration.ofDays(1)), 2, 2);
        addProjects(NOON.plus(Duration.ofDays(2)), 3, 3);

        var run =
                Run.of(
                        "audit",
                        "--since",
                        "2026-01-03",
                        "--before",
                        "2026-01-04T12:00:00Z",
                        "--data",
                        data);

        assertThat(run.out().lines()).hasSize(1);
        assertThat(run.out()).contains("project 2");
        assertThat(Run.of("audit", "--since", "yesterday", "--data", data).err())
                .contains("expected a day or a moment, such as 2027-01-31");
    }

    @Test
    void whatIsOlderThanItIsKeptIsRemoved() throws IOException {
        addProjects(NOON, 1, 450);
        addProjects(NOON.plus(Duration.ofDays(1)), 451, 451);
        InstantSource later = () -> NOON.plus(Duration.ofDays(30));

        try (var store = new InFolder(data).open(Durability.EVERY_WRITE, later)) {
            assertThat(new AuditRetention(store, later, Duration.ofDays(29)).trim()).isEqualTo(450);
        }

        assertThat(Run.of("audit", "--all", "--data", data).out().lines()).hasSize(1);
    }

    @Test
    void keepingItForNoTimeIsRefused() {
        var run = Run.of("serve", "--keep-audit", "0", "--data", data);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("--keep-audit expects a number of days from 1");
    }

    private void addProjects(Instant when, int first, int last) throws IOException {
        try (var store = new InFolder(data).open(Durability.CHECKPOINTS, () -> when)) {
            var actor = Actor.operator(new Origin("somewhere", "a test"));
            store.<Long>write(
                    actor,
                    writing ->
                            IntStream.rangeClosed(first, last)
                                    .mapToLong(i -> writing.setup().addProject(project(i)))
                                    .sum());
        }
    }

    private static NewProject project(int number) {
        var name = "p" + number;
        return new NewProject(name, name, name + ".example.org", "", "");
    }
}
