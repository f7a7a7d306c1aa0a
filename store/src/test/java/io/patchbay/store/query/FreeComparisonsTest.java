package io.patchbay.store.query;

import static io.patchbay.tracker.query.Criterion.Comparison.CONTAINS;
import static io.patchbay.tracker.query.Criterion.Comparison.CONTAINS_IGNORE_CASE;
import static io.patchbay.tracker.query.Criterion.Comparison.ENDS_WITH;
import static io.patchbay.tracker.query.Criterion.Comparison.ENDS_WITH_IGNORE_CASE;
import static io.patchbay.tracker.query.Criterion.Comparison.EQUAL;
import static io.patchbay.tracker.query.Criterion.Comparison.EQUAL_IGNORE_CASE;
import static io.patchbay.tracker.query.Criterion.Comparison.GREATER;
import static io.patchbay.tracker.query.Criterion.Comparison.GREATER_OR_EQUAL;
import static io.patchbay.tracker.query.Criterion.Comparison.IN;
import static io.patchbay.tracker.query.Criterion.Comparison.IS_NOT_NULL;
import static io.patchbay.tracker.query.Criterion.Comparison.IS_NULL;
import static io.patchbay.tracker.query.Criterion.Comparison.LESS;
import static io.patchbay.tracker.query.Criterion.Comparison.RANGE;
import static io.patchbay.tracker.query.Criterion.Comparison.STARTS_WITH;
import static io.patchbay.tracker.query.Criterion.Comparison.STARTS_WITH_IGNORE_CASE;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.Sample;
import io.patchbay.store.StoreContract;
import io.patchbay.store.database.Moment;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.query.Criterion.Compares;
import io.patchbay.tracker.query.Criterion.Comparison;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** The comparisons of the XML-RPC interface. */
final class FreeComparisonsTest extends StoreContract {

    @BeforeEach
    void fill() {
        sample(sample -> {
            long alpha = sample.project("alpha");
            long ann = sample.person("Ann");
            sample.patch(alpha, ann, "Net: fix it");
            sample.patch(alpha, ann, "net: fix 100%");
            sample.patch(alpha, ann, "mm: Fix");
            sample.edit(2, change -> change.commitRef("abc").archived(true));
            return true;
        });
    }

    @Test
    void textsAreComparedLetterByLetter() {
        assertThat(ids(Field.NAME, EQUAL, "mm: Fix")).containsExactly(3L);
        assertThat(ids(Field.NAME, EQUAL, "mm: fix")).isEmpty();
        assertThat(ids(Field.NAME, CONTAINS, "fix")).containsExactly(1L, 2L);
        assertThat(ids(Field.NAME, CONTAINS, "0%")).containsExactly(2L);
        assertThat(ids(Field.NAME, STARTS_WITH, "net")).containsExactly(2L);
        assertThat(ids(Field.NAME, ENDS_WITH, "Fix")).containsExactly(3L);
        assertThat(ids(Field.NAME, ENDS_WITH, "a text that is longer than any")).isEmpty();
    }

    @Test
    void textsAreComparedIgnoringCase() {
        assertThat(ids(Field.NAME, EQUAL_IGNORE_CASE, "MM: FIX")).containsExactly(3L);
        assertThat(ids(Field.NAME, EQUAL_IGNORE_CASE, "MM%")).isEmpty();
        assertThat(ids(Field.NAME, CONTAINS_IGNORE_CASE, "FIX")).containsExactly(1L, 2L, 3L);
        assertThat(ids(Field.NAME, STARTS_WITH_IGNORE_CASE, "NET")).containsExactly(1L, 2L);
        assertThat(ids(Field.NAME, ENDS_WITH_IGNORE_CASE, "fix")).containsExactly(3L);
    }

    @Test
    void numbersAndMomentsAreCompared() {
        long second = Moment.stored(Sample.MAIL_DATE.plusSeconds(2));

        assertThat(ids(Field.ID, GREATER, 1L)).containsExactly(2L, 3L);
        assertThat(ids(Field.ID, LESS, 2L)).containsExactly(1L);
        assertThat(ids(Field.ID, IN, 1L, 3L)).containsExactly(1L, 3L);
        assertThat(ids(Field.ID, IN)).isEmpty();
        assertThat(ids(Field.DATE, GREATER_OR_EQUAL, second)).containsExactly(2L, 3L);
        assertThat(ids(Field.DATE, RANGE, second, second)).containsExactly(2L);
        assertThat(ids(Field.ID, CONTAINS, "2")).containsExactly(2L);
    }

    @Test
    void flagsAndAbsenceAreCompared() {
        assertThat(ids(Field.ARCHIVED, EQUAL, true)).containsExactly(2L);
        assertThat(ids(Field.COMMIT_REF, IS_NULL)).containsExactly(1L, 3L);
        assertThat(ids(Field.COMMIT_REF, IS_NOT_NULL)).containsExactly(2L);
    }

    @Test
    void otherFieldsCanBeComparedToo() {
        assertThat(ids(Field.MESSAGE_ID, EQUAL, "<patch-1@example.org>")).containsExactly(1L);
        assertThat(ids(Field.HASH, EQUAL, "%040x".formatted(2))).containsExactly(2L);
    }

    @Test
    void aValueCanBeAmongMoreThanADatabaseTakesArguments() {
        var ids = LongStream.rangeClosed(2, 70_000).boxed().toArray();
        var texts = LongStream.rangeClosed(1, 70_000).mapToObj("<patch-%d@example.org>"::formatted);

        assertThat(ids(Field.ID, IN, ids)).doesNotContain(1L).contains(2L);
        assertThat(ids(Field.MESSAGE_ID, IN, texts.toArray())).contains(1L, 2L);
    }

    @Test
    void noTextIsLongerThanADatabaseCompares() {
        assertThat(ids(Field.NAME, CONTAINS_IGNORE_CASE, "a%".repeat(50_000))).isEmpty();
    }

    @Test
    void noTextHoldsANul() {
        assertThat(ids(Field.NAME, CONTAINS, "\0")).isEmpty();
    }

    private List<Long> ids(Field field, Comparison comparison, Object... values) {
        var criterion = new Compares(field, comparison, Arrays.asList(values));
        var selection = new Selection(List.of(criterion), List.of(), 0, 10);
        return read(reading -> reading.patches().list(selection)).rows().stream()
                .map(Patch::id)
                .toList();
    }
}
