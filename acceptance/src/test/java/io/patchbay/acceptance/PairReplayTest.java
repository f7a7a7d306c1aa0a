package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.testing.SharedData;
import io.patchbay.tracker.filing.Filed;
import io.patchbay.tracker.model.Tag;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Mails beside what instances in production show of them. */
final class PairReplayTest {

    private static final List<String> COMPARED =
            List.of("msgid", "name", "date", "hash", "pull_url", "content", "diff");

    @TempDir Path folder;

    @Test
    void eachMailShowsWhatProductionShows() throws IOException {
        var comparison = new Comparison();
        try (var store =
                DatabaseStore.sqlite(
                        folder.resolve("pairs.db"),
                        Durability.CHECKPOINTS,
                        InstantSource.system())) {
            var instance = new Instance(store, InstantSource.system());
            var projects = new HashMap<String, String>();
            for (var eml : mails()) {
                var shown = Json.read(Path.of(eml.toString().replace(".eml", ".json")));
                var listId = listIdOf(shown);
                if (projects.putIfAbsent(listId, linkNameOf(shown)) == null) {
                    instance.addProject(
                            linkNameOf(shown), listId, linkNameOf(shown) + "@example.org");
                }
                var filed =
                        instance.filing.under(listId).file(Archive.readDelivered(eml).getFirst());
                compare(comparison, instance, shown, filed);
            }
            assertThat(projects).hasSizeGreaterThan(5);
        }
        assertThat(comparison.differencesBut(Set.of())).isEmpty();
    }

    private static List<Path> mails() throws IOException {
        try (var files = Files.list(SharedData.file("data/pairs"))) {
            return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
        }
    }

    /** The pairs name the list; the seed has the whole project instead. */
    private static String listIdOf(Json shown) {
        return shown.has("list_id")
                ? shown.text("list_id")
                : shown.object("project").text("list_id");
    }

    private static String linkNameOf(Json shown) {
        return shown.has("list_id")
                ? shown.text("project")
                : shown.object("project").text("link_name");
    }

    private static void compare(Comparison comparison, Instance instance, Json shown, Filed filed) {
        var what = "pair " + shown.number("id");
        var expected = new HashMap<String, @Nullable Object>(shown.members());
        expected.keySet().retainAll(COMPARED);
        var submitter = shown.object("submitter");
        expected.put("submitter", List.of(submitter.text("name"), submitter.text("email")));
        Map<String, @Nullable Object> actual =
                instance.store.read(reading -> new Stored(reading, Tag::name).outcome(filed));
        comparison.compare(what, expected, actual, Set.of());
        var version = versionShown(shown);
        if (version != null) {
            comparison.compare(what + " version", version, versionOf(instance, actual));
        }
    }

    /** Some pairs came without it. */
    private static @Nullable Long versionShown(Json shown) {
        List<Json> series = shown.list("series");
        return series.getFirst().numberOrNull("version");
    }

    private static long versionOf(Instance instance, Map<String, @Nullable Object> actual) {
        var id = (Long) actual.get("series");
        return id == null
                ? 0
                : instance.store
                        .read(reading -> reading.series().withId(id))
                        .orElseThrow()
                        .version();
    }
}
