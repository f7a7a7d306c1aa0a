package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.mail.Mail;
import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.testing.SharedData;
import io.patchbay.tracker.model.RuleSet;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * How the series of real lists differ between the two sets of rules. The counts stand in
 * docs/measured/mail.md; each kind of difference was looked at.
 */
final class SeriesOfListsTest {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "linux-aspeed-2026, 0",
        "linux-pwm-2026, 0",
        "netfilter-devel-2026, 27",
        "openwrt-devel-2019, 19",
        "uboot-stm32-2019, 1"
    })
    void theRulesDifferInSoManySeries(String list, int series) throws IOException {
        var mails = Archive.read(SharedData.file("data/lists/" + list + ".mbox.gz"));
        var expected = Json.read(SharedData.file("data/lists/" + list + ".expected.json.gz"));

        var patchworks = series(mails, expected.text("list_id"), RuleSet.PATCHWORK);
        var ours = series(mails, expected.text("list_id"), RuleSet.PATCHBAY);

        var only = new ArrayList<>(ours);
        only.removeAll(patchworks);
        var gone = new ArrayList<>(patchworks);
        gone.removeAll(ours);
        if (Boolean.getBoolean("patchbay.differences")) {
            gone.forEach(one -> System.err.println("- " + list + " " + one));
            only.forEach(one -> System.err.println("+ " + list + " " + one));
        }
        assertThat(only).hasSize(series);
    }

    private List<String> series(List<Mail> mails, String listId, RuleSet rules) {
        var file = folder.resolve(rules.word() + ".db");
        try (var store =
                DatabaseStore.sqlite(file, Durability.CHECKPOINTS, InstantSource.system())) {
            var instance = new Instance(store, InstantSource.fixed(Instant.EPOCH));
            instance.addProject("list", listId, "list@example.org", rules);
            var unused = Instance.file(instance.filing.under(listId), mails, 500);
            return store.read(reading ->
                    reading.series().list(Instance.EVERYTHING).rows().stream()
                            .map(one -> {
                                var patches = new TreeMap<Integer, String>();
                                reading.patches()
                                        .numberedInSeries(one.id())
                                        .forEach(patch -> {
                                            var unusedName =
                                                    patches.put(patch.number(), patch.name());
                                        });
                                return "v%d %s of %d: %s, %s"
                                        .formatted(
                                                one.version(),
                                                one.date(),
                                                one.total(),
                                                one.cover() == null ? "-" : one.cover().name(),
                                                patches);
                            })
                            .toList());
        }
    }
}
