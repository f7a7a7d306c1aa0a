package io.patchbay.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.cli.Run;
import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.query.Selection;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * What was filed under the address of a list, before it was known to be one, goes to whoever wrote
 * it.
 */
class PersonVerbsTest {

    private static final String LIST = "dock@lists.example.com";
    private static final String ANN = "ann@example.com";
    private static final String BO = "bo@example.com";

    @TempDir private Path folder;
    private Path data;

    @BeforeEach
    void fileMailsThatAListHid() throws IOException {
        data = folder.resolve("data");
        Run.of(
                "project",
                "add",
                "dock",
                "--list-id",
                "dock.example.com",
                "--rules",
                "patchwork",
                "--data",
                data);
        ingest(
                1,
                LIST,
                "Reply-To: Ann Quay <ann@example.com>\nSubject: [PATCH 0/2] berth",
                "Words.");
        ingest(2, LIST, "Reply-To: Ann Quay <ann@example.com>\nSubject: [PATCH 1/2] berth", DIFF);
        ingest(3, LIST, "Reply-To: Ann Quay <ann@example.com>\nSubject: [PATCH 2/2] mole", DIFF);
        ingest(
                4,
                LIST,
                "Reply-To: Bo Pier <bo@example.com>\nSubject: Re: [PATCH 2/2] mole",
                "Fine.");
        ingest(5, BO, "Subject: [PATCH] quay", DIFF);
        ingest(6, LIST, "Subject: [PATCH] nobody's", DIFF);
    }

    private static final String DIFF =
            """
            --- a/berth.c
            +++ b/berth.c
            @@ -1 +1 @@
            -int x;
            +int y;
            """;

    private void ingest(int number, String from, String headers, String body) throws IOException {
        var mail =
                """
                From: Somebody via dock <%s>
                Message-Id: <%d@example.com>
                %s%s
                Date: Thu, 1 Oct 2026 10:00:0%d +0000
                List-Id: <dock.example.com>
                List-Post: <mailto:dock@lists.example.com>

                %s
                """
                        .formatted(
                                from,
                                number,
                                number > 1 && number < 5
                                        ? "References: <1@example.com> <3@example.com>\n"
                                        : "",
                                headers,
                                number,
                                body);
        var run = Run.of("ingest", "--data", data, Files.writeString(folder.resolve("mail"), mail));
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    /** Patches, covers, series and comments with the addresses of their submitters. */
    private List<String> submitters() throws IOException {
        try (var store =
                DatabaseStore.sqlite(
                        data.resolve("patchbay.db"),
                        Durability.EVERY_WRITE,
                        InstantSource.system())) {
            var all = new Selection(List.of(), List.of(), 0, 100);
            return store.read(reading -> {
                var lines = new ArrayList<String>();
                reading.patches()
                        .list(all)
                        .rows()
                        .forEach(patch ->
                                lines.add(
                                        "patch %d %s"
                                                .formatted(patch.id(), patch.submitter().email())));
                reading.covers()
                        .list(all)
                        .rows()
                        .forEach(cover ->
                                lines.add(
                                        "cover %d %s"
                                                .formatted(cover.id(), cover.submitter().email())));
                reading.series()
                        .list(all)
                        .rows()
                        .forEach(series ->
                                lines.add(
                                        "series %d %s"
                                                .formatted(
                                                        series.id(), series.submitter().email())));
                reading.people()
                        .list(all)
                        .rows()
                        .forEach(person ->
                                lines.add(
                                        "%s %s: %d mails"
                                                .formatted(
                                                        person.name(),
                                                        person.email(),
                                                        reading.people()
                                                                .mailsOf(person.id())
                                                                .size())));
                return lines;
            });
        }
    }

    @Test
    void withoutYesItIsOnlyTold() throws IOException {
        var before = submitters();

        var run = Run.of("persons", "split", LIST, "--data", data);

        assertThat(run.out())
                .contains(
                        "Ann Quay <ann@example.com>: 2 patches, 1 cover letters, 1 series, 0 comments\n",
                        "Somebody via dock <bo@example.com>: 0 patches, 0 cover letters, 0 series, 1 comments\n",
                        "<dock@lists.example.com>: 1 mails stay\n",
                        "nothing is changed yet");
        assertThat(submitters()).isEqualTo(before);
    }

    @Test
    void aSplitGivesEachMailToItsWriterAndIsUndone() throws IOException {
        var before = submitters();

        var split = Run.of("persons", "split", LIST, "--yes", "--data", data);

        assertThat(split.out()).contains("moved; 'persons undo ");
        assertThat(submitters())
                .contains(
                        "patch 1 " + ANN,
                        "patch 2 " + ANN,
                        "patch 3 " + BO,
                        "patch 4 " + LIST,
                        "cover 1 " + ANN,
                        "series 1 " + ANN,
                        "Ann Quay ann@example.com: 3 mails",
                        "Somebody via dock bo@example.com: 2 mails");
        assertThat(Run.of("audit", "--data", data).out())
                .contains("submitter of patch: 1 -> 3: 1 2", "patchbay persons");

        var undone = Run.of("persons", "undo", entry(split), "--data", data);

        assertThat(undone.out())
                .isEqualTo("5 patches, cover letters, series and comments are put back\n");
        assertThat(submitters()).isEqualTo(before);
    }

    @Test
    void aMergeGivesAllToAnotherAndIsUndone() throws IOException {
        var before = submitters();

        var merge = Run.of("persons", "merge", BO, LIST, "--yes", "--data", data);

        assertThat(submitters())
                .contains("patch 3 " + LIST, "Somebody via dock bo@example.com: 0 mails");
        Run.of("persons", "undo", entry(merge), "--data", data);
        assertThat(submitters()).isEqualTo(before);
    }

    @Test
    void whatWasMovedOnIsNotUndone() throws IOException {
        var split = Run.of("persons", "split", LIST, "--yes", "--data", data);
        var merge = Run.of("persons", "merge", ANN, BO, "--yes", "--data", data);
        var before = submitters();

        var refused = Run.of("persons", "undo", entry(split), "--data", data);

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains(
                        "2 of 2 (patch) that it gave to person 3 are somebody else's now; undo first what came later");
        assertThat(submitters()).isEqualTo(before);
        assertThat(Run.of("persons", "undo", entry(merge), "--data", data).exitCode()).isZero();
        assertThat(Run.of("persons", "undo", entry(split), "--data", data).exitCode()).isZero();
        assertThat(Run.of("persons", "undo", entry(split), "--data", data).exitCode()).isEqualTo(1);
    }

    @Test
    void whoIsUnknownIsTold() {
        assertThat(Run.of("persons", "split", "x@example.com", "--data", data).err())
                .contains("nothing came from 'x@example.com' yet");
        assertThat(Run.of("persons", "merge", "7", "8", "--data", data).err())
                .contains("there is no person '7'");
        assertThat(Run.of("persons", "undo", "99", "--data", data).err())
                .contains("there is no audit record '99'");
        assertThat(Run.of("persons", "split", "ann", "--data", data).err())
                .contains("expected the address or the id of a person, but this is 'ann'");
        assertThat(Run.of("persons", "merge", BO, BO, "--data", data).err())
                .contains("these are one person already");
    }

    @Test
    void anEntryThatMovedNobodyIsNotUndone() {
        assertThat(Run.of("persons", "undo", "1", "--data", data).err())
                .contains("it moved nothing of a person");
    }

    private static String entry(Run run) {
        return run.out().replaceFirst("(?s).*persons undo (\\d+)'.*", "$1");
    }
}
