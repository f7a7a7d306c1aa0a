package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.testing.SharedData;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.mbox.Mbox;
import io.patchbay.tracker.model.Patch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Downloads of the golden corpus, byte by byte. */
final class GoldenMboxTest {

    @TempDir Path folder;

    @Test
    void eachDownloadIsTheSame() throws IOException {
        var mails = Archive.read(SharedData.file("golden/corpus-2k.mbox.gz"));
        var recorded = recordings();
        try (var store =
                DatabaseStore.sqlite(
                        folder.resolve("golden.db"),
                        Durability.CHECKPOINTS,
                        InstantSource.system())) {
            var instance = new Instance(store, InstantSource.system());
            instance.addProject("qemu-devel", "qemu-devel.nongnu.org", "qemu-devel@nongnu.org");
            instance.file(mails, 300);

            var ours =
                    store.read(reading ->
                            recorded.keySet().stream()
                                    .collect(
                                            Collectors.toMap(
                                                    name -> name, name -> mbox(reading, name))));

            assertThat(recorded).hasSizeGreaterThan(10);
            recorded.forEach((name, mbox) -> assertThat(ours.get(name)).as(name).isEqualTo(mbox));
        }
    }

    /** By names such as {@code patch-57}. */
    private static Map<String, String> recordings() throws IOException {
        var recorded = new TreeMap<String, String>();
        for (var place : List.of("golden/web", "golden/web/mbox")) {
            try (var files = Files.list(SharedData.file(place))) {
                for (var file : files.filter(one -> one.toString().endsWith(".mbox")).toList()) {
                    var name = file.getFileName().toString().replaceFirst("(-mbox)?\\.mbox$", "");
                    recorded.put(name, Files.readString(file, UTF_8));
                }
            }
        }
        recorded.remove("patch-57-mbox-series");
        return recorded;
    }

    private static String mbox(Reading reading, String name) {
        long id = Long.parseLong(name.substring(name.indexOf('-') + 1));
        return switch (name.substring(0, name.indexOf('-'))) {
            case "patch" -> mbox(reading, reading.patches().withId(id).orElseThrow());
            case "series" ->
                    Mbox.of(
                            reading.patches().numberedInSeries(id).stream()
                                    .map(patch -> mbox(reading, patch))
                                    .toList());
            case "cover" ->
                    Mbox.of(
                            reading.covers().withId(id).orElseThrow(),
                            reading.covers().text(id),
                            reading.comments().contentsOnCover(id));
            default -> throw new IllegalArgumentException("no download is called " + name);
        };
    }

    private static String mbox(Reading reading, Patch patch) {
        var comments =
                reading.comments()
                        .contentsOnPatches(List.of(patch.id()))
                        .getOrDefault(patch.id(), List.of());
        return Mbox.of(patch, reading.patches().text(patch.id()), comments);
    }
}
