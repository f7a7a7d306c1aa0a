package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.testing.Corpus;
import io.patchbay.tracker.mbox.Mbox;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

/**
 * Gives the patches of the corpus to {@code git am}, in the order in which they build on another.
 */
class GitAmTest {

    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-06-01T12:00:00Z"));

    @TempDir Path folder;

    private GitRepository repository;
    private List<String> steps;

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        GitRepository.assumeInstalled();
        repository = new GitRepository(folder.resolve("harbor"));
        steps =
                Corpus.table("expected.tsv").stream()
                        .filter(row -> !row.isEmpty("step"))
                        .sorted(Comparator.comparingInt(row -> Integer.parseInt(row.cell("step"))))
                        .map(row -> row.cell("mail"))
                        .toList();
    }

    @Test
    void theMailsOfTheCorpusApply() throws IOException, InterruptedException {
        var mails = Corpus.mails();

        for (var step : steps) {
            repository.am(Files.readAllBytes(mails.get(step)));
        }

        assertThat(repository.git("log", "--format=%s").lines()).hasSameSizeAs(steps);
    }

    @Test
    void whatWeMakeOfThemAppliesWithSendersAndTrailersPutRight()
            throws IOException, InterruptedException {
        try (var store =
                DatabaseStore.sqlite(folder.resolve("corpus.db"), Durability.CHECKPOINTS, CLOCK)) {
            var corpus = FiledCorpus.in(store, CLOCK);

            for (var step : steps) {
                repository.am(mbox(store, corpus.patch(step).id()));
            }
        }

        var authors = repository.git("log", "--reverse", "--format=%an <%ae>").lines().toList();
        assertThat(authors)
                .hasSameSizeAs(steps)
                .contains(
                        "Tomasz Łukaszewski <tomasz@example.com>",
                        "渡辺 さくら <sakura@jp.example.org>",
                        "Şule Yıldız <sule@example.com>",
                        "O'Brien, Maeve <maeve@example.com>")
                .noneMatch(author -> author.contains(" via "));
        assertThat(repository.git("log", "--format=%B", "--grep=tide: read a table"))
                .contains(
                        "Tested-by: Νίκος Παπαδάκης <nikos@example.org>\n",
                        "Tested-by: Ελένη Μάρκου <eleni@example.org>\n");
        assertThat(repository.git("ls-files", "-s"))
                .contains("100755", "docs/lighthouse.png", "docs/manual.md")
                .doesNotContain("docs/harbor.md");
        assertThat(repository.git("show", "HEAD:docs/harbor.de.md")).contains("Führt das Buch");
    }

    private static byte[] mbox(DatabaseStore store, long id) {
        return store.read(reading ->
                new Mbox()
                        .add(
                                reading.patches().withId(id).orElseThrow(),
                                reading.patches().text(id),
                                reading.comments()
                                        .contentsOnPatches(List.of(id))
                                        .getOrDefault(id, List.of()))
                        .bytes());
    }
}
