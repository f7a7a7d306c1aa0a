package io.patchbay.bench.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.bench.measure.Corpus;
import io.patchbay.bench.pages.Pages;
import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Selection;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

class StoreMakerTest {

    @TempDir Path folder;

    private static final int COPIES = 10;
    private static final int MAILS_OF_A_COPY = 78;
    private static final long PATCHES_OF_A_COPY = 47;

    @Test
    void aMadeStoreHasManyListsSendersAndStates() throws IOException {
        var archive =
                Archive.of(
                        List.of(Corpus.folder()), new Archive.Size(COPIES * MAILS_OF_A_COPY, 2, 3));

        try (var store =
                        DatabaseStore.sqlite(
                                folder.resolve("made.db"),
                                Durability.CHECKPOINTS,
                                InstantSource.system());
                var mails = archive.source()) {
            var maker = new StoreMaker(store);
            maker.addLists(2);
            maker.file(mails);
            maker.work();

            assertThat(maker.countPatches()).isEqualTo(COPIES * PATCHES_OF_A_COPY);
            assertThat(count(store, new Criterion.InProjects(Set.of(1L))))
                    .isEqualTo(count(store, new Criterion.InProjects(Set.of(2L))));
            assertThat(count(store, new Criterion.InStates(Set.of(1L)))).isBetween(80L, 200L);
            assertThat(count(store, new Criterion.Archived(true))).isBetween(20L, 90L);
            var pages = store.read(Pages::of);
            assertThat(pages.get("patch")).hasSizeGreaterThan(100);
            assertThat(pages.values()).allSatisfy(paths -> assertThat(paths).isNotEmpty());
        }
    }

    private static long count(DatabaseStore store, Criterion criterion) {
        return store.read(reading ->
                reading.patches().list(new Selection(List.of(criterion), List.of(), 0, 1)).total());
    }
}
