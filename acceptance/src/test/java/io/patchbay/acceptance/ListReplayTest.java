package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.testing.SharedData;
import io.patchbay.tracker.filing.Filed;
import io.patchbay.tracker.model.Tag;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Slices of real lists, compared with what Patchwork made of each mail. */
final class ListReplayTest {

    /**
     * Where we mean to do better (mail-ingest §20, §22): bare UTF-8 in a subject is read, what
     * format=flowed puts into a patch is taken out, a message may have a line that begins with
     * "diff ", a file may follow a binary one, and the output of git format-patch may be attached.
     */
    private static final Map<String, Set<String>> INTENDED =
            Map.of(
                    "linux-aspeed-2026",
                    Set.of("mail 170 content", "mail 170 diff", "mail 170 hash"),
                    "openwrt-devel-2019",
                    Set.of(
                            "mail 509 name",
                            "series 112 name",
                            "mail 1635 content",
                            "mail 1635 diff",
                            "mail 1635 hash",
                            "mail 2712 content",
                            "mail 2712 diff",
                            "mail 253 content",
                            "mail 253 diff",
                            "mail 253 hash",
                            "mail 869 content",
                            "mail 953 content",
                            "mail 953 diff",
                            "mail 953 hash",
                            "mail 1703 diff",
                            "mail 1703 hash",
                            "mail 1704 content",
                            "mail 1704 diff",
                            "mail 1704 hash",
                            "mail 1705 content",
                            "mail 1705 diff",
                            "mail 1705 hash",
                            "mail 1856 diff",
                            "mail 1856 hash",
                            "mail 1857 content",
                            "mail 1857 diff",
                            "mail 1857 hash",
                            "mail 1858 content",
                            "mail 1858 diff",
                            "mail 1858 hash",
                            "mail 1925 content",
                            "mail 1925 diff",
                            "mail 1925 hash"));

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linux-aspeed-2026",
                "linux-pwm-2026",
                "netfilter-devel-2026",
                "openwrt-devel-2019",
                "uboot-stm32-2019"
            })
    void everyMailBecomesWhatPatchworkMadeOfIt(String list) throws IOException {
        var mails = Archive.read(SharedData.file("data/lists/" + list + ".mbox.gz"));
        var expected = Json.read(SharedData.file("data/lists/" + list + ".expected.json.gz"));
        var listId = expected.text("list_id");
        try (var store = open()) {
            var instance = new Instance(store, InstantSource.fixed(Instant.EPOCH));
            // Another address than the one in the mails: the reference did not uncover senders
            // either.
            instance.addProject("list", listId, "list@example.org");

            // One of the slices is of a list whose mails were filed under another list's id.
            var filed = Instance.file(instance.filing.under(listId), mails, 500);

            var comparison = compare(instance, filed, expected);

            assertThat(comparison.differencesBut(INTENDED.getOrDefault(list, Set.of()))).isEmpty();
        }
    }

    private DatabaseStore open() {
        return DatabaseStore.sqlite(
                folder.resolve("list.db"), Durability.CHECKPOINTS, InstantSource.system());
    }

    private static Comparison compare(Instance instance, List<Filed> filed, Json expected) {
        var comparison = new Comparison();
        List<Json> outcomes = expected.list("outcomes");
        List<Json> series = expected.list("series");
        comparison.compare("mails", outcomes.size(), filed.size());
        instance.store.read(reading -> {
            var stored = new Stored(reading, Tag::abbrev);
            for (int n = 0; n < filed.size(); n++) {
                var outcome = outcomes.get(n);
                var actual = stored.outcome(filed.get(n));
                boolean isKept = outcome.has("content");
                comparison.compare(
                        "mail " + n,
                        outcome.members(),
                        actual,
                        isKept ? Set.of("n") : Set.of("n", "msgid", "error"));
            }
            var actual = stored.series();
            comparison.compare("number of series", series.size(), actual.size());
            for (int n = 0; n < Math.min(series.size(), actual.size()); n++) {
                comparison.compare(
                        "series " + (n + 1), series.get(n).members(), actual.get(n), Set.of());
            }
            comparison.compare(
                    "people",
                    new HashSet<>(expected.list("people")),
                    new HashSet<>(stored.people()));
            comparison.compare("events", expected.number("events"), stored.events());
            return comparison;
        });
        return comparison;
    }
}
