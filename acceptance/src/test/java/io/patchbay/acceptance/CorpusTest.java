package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.testing.Corpus;
import io.patchbay.testing.Corpus.Row;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;

/** Files the mails of our own and compares with what {@code corpus/expected.tsv} says. */
class CorpusTest {

    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-06-01T12:00:00Z"));

    @TempDir static Path folder;

    private static DatabaseStore store;
    private static FiledCorpus corpus;

    @BeforeAll
    static void file() throws IOException {
        store = DatabaseStore.sqlite(folder.resolve("corpus.db"), Durability.CHECKPOINTS, CLOCK);
        corpus = FiledCorpus.in(store, CLOCK);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expectedMails")
    void aMailBecomesWhatTheTableSays(Row expected) {
        var told = new TreeMap<>(expected.cells());
        told.keySet().removeAll(List.of("step", "text", "not"));

        assertThat(new TreeMap<>(corpus.told(expected.cell("mail")))).isEqualTo(told);
    }

    static List<Row> expectedMails() throws IOException {
        return Corpus.table("expected.tsv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mailsWithText")
    void aTextIsDecodedAndCutAsTheTableSays(Row expected) {
        var text = corpus.text(expected.cell("mail"));

        assertThat(text.content()).contains(expected.cell("text")).doesNotContain("�", "\r");
        if (!expected.isEmpty("not")) {
            assertThat(text.content()).doesNotContain(expected.cell("not"));
        }
    }

    static List<Row> mailsWithText() throws IOException {
        return Corpus.table("expected.tsv").stream().filter(row -> !row.isEmpty("text")).toList();
    }

    @Test
    void theSeriesStandAsTheTableSays() throws IOException {
        assertThat(corpus.series())
                .containsExactlyElementsOf(
                        Corpus.table("series.tsv").stream().map(Row::cells).toList());
    }

    @Test
    void everyMailStandsInTheTable() throws IOException {
        assertThat(Corpus.mails().keySet())
                .containsExactlyElementsOf(
                        expectedMails().stream().map(row -> row.cell("mail")).toList());
    }

    @Test
    void aPullRequestKnowsWhereToPullFrom() {
        var id = corpus.patch("033").id();

        var patch = store.read(reading -> reading.patches().withId(id)).orElseThrow();

        assertThat(patch.pullUrl())
                .isEqualTo("https://git.example.org/priya/harbor.git tags/harbor-fixes-1.1");
    }

    @Test
    void aDiffIsDecodedWithTheCharsetOfItsMail() {
        assertThat(corpus.text("053").diff()).contains("\n+- *Чайка*, Балтийск\n");
        assertThat(corpus.text("055").diff()).contains("\n+Führt das Buch eines Hafens mit zwölf");
    }

    @Test
    void aBinaryDiffIsKeptToTheEndOfTheMail() {
        assertThat(corpus.text("046").diff())
                .contains("\nGIT binary patch\nliteral ")
                .contains("\n-- \n2.47.1\n");
    }
}
