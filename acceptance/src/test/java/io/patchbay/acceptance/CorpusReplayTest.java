package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.testing.SharedData;
import io.patchbay.tracker.model.Tag;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The odd mails that four other programs test themselves with, each file into an empty store. */
final class CorpusReplayTest {

    private static final String LIST_ID = "example.com";

    /**
     * Where we mean to do better (mail-ingest §20, §22): a part whose bytes do not fit its
     * character set is read all the same, a mail needs neither Message-ID nor subject, a file may
     * follow a binary one, and the output of git format-patch may be attached.
     */
    private static final Map<String, Set<String>> INTENDED =
            Map.of(
                    "patchew",
                    Set.of(
                            "0010-invalid-byte.mbox.gz 0 outcome",
                            "0029-diffstat-in-patch.gz 0 content",
                            "0029-diffstat-in-patch.gz 0 diff",
                            "0010-invalid-byte.mbox.gz series",
                            "0037-foo-patch-for-git-am.mbox.gz 0 outcome",
                            "0037-foo-patch-for-git-am.mbox.gz series"),
                    "notmuch",
                    Set.of(
                            "05:2, 0 content",
                            "05:2, 0 diff",
                            "05:2, 0 hash",
                            "1382298793.002267:2, 0 outcome",
                            "1382298793.002267:2, series",
                            "mbox-attachment.eml 1 outcome",
                            "mbox-attachment.eml series",
                            "subjectless-protected-header.eml 0 outcome"),
                    "public-inbox",
                    Set.of(
                            "filter_base-junk.eml 0 outcome",
                            "filter_base-xhtml.eml 0 outcome",
                            "msg_iter-nested.eml 0 outcome",
                            "msg_iter-order.eml 0 outcome"));

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"patchew", "b4", "notmuch", "public-inbox"})
    void everyMailBecomesWhatPatchworkMadeOfIt(String corpus) throws IOException {
        var files = SharedData.file("data/corpora/" + corpus);
        var expected = Json.read(SharedData.file("data/corpora/" + corpus + ".expected.json.gz"));
        var empty = emptyStore();
        var comparison = new Comparison();

        for (var file : expected.members().entrySet()) {
            var copy = Files.copy(empty, folder.resolve("copy.db"));
            compare(comparison, files.resolve(file.getKey()), (Json) file.getValue(), copy);
            Files.delete(copy);
        }

        assertThat(comparison.differencesBut(INTENDED.getOrDefault(corpus, Set.of()))).isEmpty();
    }

    /** A store costs a quarter of a second to make, and nothing to copy. */
    private Path emptyStore() {
        var file = folder.resolve("empty.db");
        try (var store = open(file)) {
            new Instance(store, InstantSource.system())
                    .addProject("list", LIST_ID, "list@example.org");
        }
        return file;
    }

    private static DatabaseStore open(Path file) {
        return DatabaseStore.sqlite(file, Durability.CHECKPOINTS, InstantSource.system());
    }

    private static void compare(Comparison comparison, Path file, Json expected, Path database)
            throws IOException {
        var mails = Archive.readDelivered(file);
        List<Json> outcomes = expected.list("outcomes");
        List<Json> series = expected.list("series");
        try (var store = open(database)) {
            var instance = new Instance(store, InstantSource.system());
            var filed = Instance.file(instance.filing.under(LIST_ID), mails, 10);
            var name = file.getFileName().toString();
            comparison.compare(name + " mails", outcomes.size(), filed.size());
            store.read(reading -> {
                var stored = new Stored(reading, Tag::abbrev);
                for (int n = 0; n < Math.min(outcomes.size(), filed.size()); n++) {
                    var outcome = outcomes.get(n);
                    comparison.compare(
                            "%s %d".formatted(name, n),
                            outcome.members(),
                            stored.outcome(filed.get(n)),
                            outcome.has("content") ? Set.of() : Set.of("msgid", "error"));
                }
                var actual = stored.series();
                comparison.compare(name + " series", series.size(), actual.size());
                for (int n = 0; n < Math.min(series.size(), actual.size()); n++) {
                    comparison.compare(
                            "%s series %d".formatted(name, n + 1),
                            series.get(n).members(),
                            actual.get(n),
                            Set.of());
                }
                return comparison;
            });
        }
    }
}
