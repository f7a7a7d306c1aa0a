package io.patchbay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.server.Storage.InFolder;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.Reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Function;

class CommandLineTest {

    @TempDir private Path data;

    @Test
    void helpNamesEveryVerb() {
        var help = Run.of("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .contains("demo", "serve", "project", "ingest", "import", "user", "token", "test")
                .doesNotContain("rehearse");
    }

    @Test
    void theVersionIsTheOneOfTheBuild() {
        assertThat(Run.of("--version").out()).matches("patchbay \\d+\\.\\d+\\.\\d+.*\\R");
    }

    @Test
    void anUnknownVerbIsNotUnderstood() {
        var run = Run.of("ingset");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("'ingset'").contains("See 'patchbay --help'.");
    }

    @Test
    void aMissingOptionIsNamed() {
        var run = Run.of("project", "add", "harbor");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--list-id").contains("See 'patchbay project add --help'.");
    }

    @Test
    void aVerbThatNeedsDataSaysWhereItLooked() {
        var run = Run.of("project", "list", "--data", data.resolve("none"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("there is no data in '" + data.resolve("none") + "'")
                .doesNotContain("Exception");
    }

    @Test
    void addedProjectsAreListed() {
        assertThat(add("quay", "quay.example.org").exitCode()).isZero();
        Run.of(
                "project",
                "add",
                "harbor",
                "--list-id",
                "harbor.example.org",
                "--list-email",
                "harbor@example.org",
                "--name",
                "The harbor",
                "--data",
                data);

        var list = Run.of("project", "list", "--data", data);

        assertThat(list.out())
                .isEqualTo(
                        """
                        2\tharbor\tharbor.example.org\tThe harbor
                        1\tquay\tquay.example.org\tquay
                        """);
    }

    @Test
    void aLinkNameIsTakenOnce() {
        add("harbor", "harbor.example.org");

        var again = add("harbor", "other.example.org");

        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err())
                .isEqualTo("patchbay: a project 'harbor' already exists; choose another name\n");
    }

    @Test
    void theRulesOfAProjectAreChosenAndChanged() {
        add("quay", "quay.example.org");

        var set = Run.of("project", "set", "quay", "--rules", "patchwork", "--data", data);
        var unknown = Run.of("project", "set", "pier", "--rules", "patchwork", "--data", data);
        var wrong = Run.of("project", "set", "quay", "--rules", "mine", "--data", data);

        assertThat(set.out())
                .isEqualTo(
                        "mails of quay that come from now on find their series by the rules of"
                                + " patchwork; what is filed stays as it is\n");
        assertThat(unknown.err()).contains("there is no project 'pier'");
        assertThat(wrong.err())
                .contains("rules does not accept 'mine'; there are patchbay, patchwork");
    }

    @Test
    void aListIdStandsWithoutBrackets() {
        var run = add("harbor", "<harbor.example.org>");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("between the angle brackets");
    }

    @Test
    void aLinkNameIsAWord() {
        assertThat(add("har/bor", "x.example.org").err()).contains("letters, digits, '-' and '_'");
    }

    @Test
    void aTokenOpensTheAccountOfItsUser() throws IOException {
        add("harbor", "harbor.example.org");
        var user =
                Run.of(
                        "user",
                        "add",
                        "ann",
                        "--email",
                        "ann@example.org",
                        "--maintainer",
                        "harbor",
                        "--data",
                        data);

        var token = Run.of("token", "ann", "--data", data);

        assertThat(user.exitCode()).isZero();
        assertThat(token.out()).matches("[0-9a-f]{40}\\R");
        var key = token.out().strip();
        long id = read(reading -> reading.users().ofToken(key)).orElseThrow().userId();
        assertThat(read(reading -> reading.users().viewer(id)).user())
                .extracting(known -> known.username())
                .isEqualTo("ann");
        assertThat(databaseBytes()).doesNotContain(key);
    }

    @Test
    void aLimitedTokenIsMadeListedAndRevoked() {
        add("harbor", "harbor.example.org");
        Run.of("user", "add", "ann", "--data", data);

        var made =
                Run.of(
                        "token",
                        "ann",
                        "--scope",
                        "checks",
                        "--project",
                        "harbor",
                        "--expires",
                        "90d",
                        "--label",
                        "ci",
                        "--data",
                        data);
        var list = Run.of("token", "list", "ann", "--data", data);
        var revoked = Run.of("token", "revoke", "ann", "1", "--data", data);
        var listAfter = Run.of("token", "list", "ann", "--data", data);

        assertThat(made.out()).matches("[0-9a-f]{40}\\R");
        assertThat(list.out()).startsWith("1: ci; may do checks in harbor; made ");
        assertThat(revoked.out()).contains("token 1 (ci) of ann is revoked");
        assertThat(listAfter.out()).isEmpty();
    }

    @Test
    void aTokenWithALimitThatIsNoneIsRefused() {
        add("harbor", "harbor.example.org");
        Run.of("user", "add", "ann", "--data", data);

        assertThat(Run.of("token", "ann", "--scope", "all", "--data", data).err())
                .contains("a scope is one of read, checks, state, but this is 'all'");
        assertThat(Run.of("token", "ann", "--project", "quay", "--data", data).err())
                .contains("there is no project 'quay'");
        assertThat(Run.of("token", "ann", "--expires", "2001-01-01", "--data", data).err())
                .contains("expected a number of days, such as 90d");
    }

    @Test
    void anUnknownProjectCannotBeMaintainedAndNobodyIsAdded() {
        add("harbor", "harbor.example.org");

        var run = Run.of("user", "add", "ann", "--maintainer", "quay", "--data", data);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("there is no project 'quay'; there are: harbor");
        assertThat(Run.of("token", "ann", "--data", data).err())
                .contains("there is no user 'ann'; 'user add' makes one");
    }

    private Run add(String linkName, String listId) {
        return Run.of("project", "add", linkName, "--list-id", listId, "--data", data);
    }

    private <T> T read(Function<Reading, T> work) throws IOException {
        try (var store = new InFolder(data).open(Durability.EVERY_WRITE, InstantSource.system())) {
            return store.read(work);
        }
    }

    private String databaseBytes() throws IOException {
        return new String(
                Files.readAllBytes(data.resolve("patchbay.db")),
                java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
