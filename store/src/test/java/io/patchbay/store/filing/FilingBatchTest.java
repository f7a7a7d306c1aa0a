package io.patchbay.store.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.mail.Mail;
import io.patchbay.store.DatabaseStore;
import io.patchbay.store.Sample;
import io.patchbay.store.StoreContract;
import io.patchbay.store.StoreOpener;
import io.patchbay.store.WriteTransaction;
import io.patchbay.store.database.Row;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.filing.Filed;
import io.patchbay.tracker.filing.Tagging;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** A batch is nothing but its mails, one after another. */
final class FilingBatchTest extends StoreContract {

    private static final long SEED = 20260102;

    @Test
    void batchesOfAnySizeEqualMailsFiledOneByOne() {
        var mails = new FilingTraffic(SEED).mails(400);
        addProjects(store);
        var singly = fileInBatches(store, mails, new Random(SEED), 1);

        try (var other = StoreOpener.fresh(kind, folder.resolve("other")).open(clock, _ -> {})) {
            addProjects(other);
            var inBatches = fileInBatches(other, mails, new Random(SEED), 150);

            for (int place = 0; place < singly.size(); place++) {
                assertThat(toldAs(inBatches.get(place), singly.get(place)))
                        .as("mail %d", place)
                        .isEqualTo(singly.get(place));
            }
            assertThat(FilingTables.of(other)).isEqualTo(FilingTables.of(store));
        }
    }

    /**
     * A reply that comes with what it answers is told to be a comment, and where it came before,
     * that it waits; the tables are the same.
     */
    private static Filed toldAs(Filed inBatch, Filed singly) {
        boolean isLate =
                switch (singly) {
                    case Filed.Unwanted(var reason) -> reason.isOrphan();
                    case Filed.AsComment _ -> true;
                    case Filed.AsPatch _, Filed.AsCover _, Filed.Duplicate _, Filed.Broken _ ->
                            false;
                };
        return isLate && inBatch instanceof Filed.AsComment ? singly : inBatch;
    }

    /** Else the comparison would compare nothing much. */
    @Test
    void theTrafficHasEveryOutcome() {
        addProjects(store);

        var filed = fileInBatches(store, new FilingTraffic(SEED).mails(400), new Random(1), 150);

        assertThat(filed).hasAtLeastOneElementOfType(Filed.AsPatch.class);
        assertThat(filed).hasAtLeastOneElementOfType(Filed.AsCover.class);
        assertThat(filed).hasAtLeastOneElementOfType(Filed.AsComment.class);
        assertThat(filed).hasAtLeastOneElementOfType(Filed.Duplicate.class);
        assertThat(filed).hasAtLeastOneElementOfType(Filed.Unwanted.class);
        assertThat(filed).hasAtLeastOneElementOfType(Filed.Broken.class);
        assertThat(FilingTables.of(store))
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
    }

    @Test
    void keptCountsAreTheCountsOfTheRows() {
        addProjects(store);
        fileInBatches(store, new FilingTraffic(SEED).mails(400), new Random(2), 150);

        assertThat(
                        idsWhere(
                                "series",
                                "received_total <> (select count(*) from patch where series_id = series.id)"))
                .isEmpty();
        assertThat(
                        idsWhere(
                                "patch",
                                "comment_count <> (select count(*) from patch_comment where patch_id = patch.id)"))
                .isEmpty();
        assertThat(
                        list(
                                """
                                select project_id, kind / 2, entries from tally
                                 where list = 'patch' and unit = 'ALL'
                                   and project_id > 0 and kind > 0
                                except
                                select project_id, state_id, count(*) from patch group by project_id, state_id
                                """))
                .isEmpty();
        assertThat(tagsKept()).isEqualTo(tagsCounted());
    }

    @Test
    void countingTheTagsAgainFindsWhatFilingCounted() {
        addProjects(store);
        fileInBatches(store, new FilingTraffic(SEED).mails(400), new Random(2), 150);
        var filed = tagRows();
        change(writing ->
                ((WriteTransaction) writing).transaction().sql().update("delete from patch_tag"));

        long last = 0;
        while (last >= 0) {
            long after = last;
            last = write(writing -> writing.tagCounts().recount(after, 70)).orElse(-1);
        }

        assertThat(filed).isNotEmpty();
        assertThat(tagRows()).isEqualTo(filed);
    }

    private List<String> tagRows() {
        return list(
                """
                select patch_id || ' ' || tag_id || ' ' || count from patch_tag
                 order by patch_id, tag_id
                """);
    }

    private List<Filed> fileInBatches(
            DatabaseStore into, List<Mail> mails, Random random, int largest) {
        var filing = new Filing(into, clock);
        var filed = new ArrayList<Filed>();
        int at = 0;
        while (at < mails.size()) {
            int end = Math.min(mails.size(), at + 1 + random.nextInt(largest));
            filed.addAll(filing.file(mails.subList(at, end)));
            at = end;
        }
        return filed;
    }

    static void addProjects(DatabaseStore store) {
        store.write(writing -> {
            var sample = new Sample((WriteTransaction) writing);
            sample.project(FilingTraffic.HARBOR);
            return sample.project(FilingTraffic.LIGHTHOUSE);
        });
    }

    private List<Long> idsWhere(String table, String condition) {
        return sample(sample ->
                sample.writing()
                        .transaction()
                        .sql()
                        .list("select id from %s where %s".formatted(table, condition), Row::id));
    }

    private List<String> list(String query) {
        return sample(sample -> sample.writing().transaction().sql().list(query, Row::text));
    }

    private Map<String, Integer> tagsKept() {
        var kept = new HashMap<String, Integer>();
        sample(sample -> {
            sample.writing()
                    .transaction()
                    .sql()
                    .each(
                            "select patch_id, tag_id, count from patch_tag",
                            row -> kept.put(row.id() + " " + row.id(), row.number()));
            return kept;
        });
        return kept;
    }

    private Map<String, Integer> tagsCounted() {
        var tagging = new Tagging(read(reading -> reading.projects().tags()));
        var patches = idsWhere("patch", "id > 0");
        var texts = read(reading -> reading.patches().texts(patches));
        var comments = read(reading -> reading.comments().contentsOnPatches(patches));
        var counted = new HashMap<String, Integer>();
        for (long patch : patches) {
            var contents = new ArrayList<String>(comments.getOrDefault(patch, List.of()));
            contents.add(Objects.requireNonNull(texts.get(patch)).content());
            for (var content : contents) {
                tagging.count(content)
                        .forEach((tag, count) ->
                                counted.merge(patch + " " + tag, count, Integer::sum));
            }
        }
        return counted;
    }
}
