package io.patchbay.store.query;

import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.store.query.PatchBlock.Column;
import io.patchbay.tracker.query.Criterion.Before;
import io.patchbay.tracker.query.Criterion.Mentions;
import io.patchbay.tracker.query.Criterion.Since;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which patches stand on a page, told by the index before any row is read. */
final class FilteredPage {

    private FilteredPage() {}

    /** Whether a database would walk past many rows, or sort them all, before it has the page. */
    static boolean isFoundSooner(Selection selection) {
        return switch (orderOf(selection)) {
            case ID ->
                    selection.criteria().stream()
                            .anyMatch(one ->
                                    one instanceof Mentions
                                            || one instanceof Since
                                            || one instanceof Before);
            case STATE, ARCHIVED -> true;
            default -> false;
        };
    }

    /** The only field that the page is ordered by, or any that the index knows nothing of. */
    private static Field orderOf(Selection selection) {
        return switch (selection.order().size()) {
            case 0 -> Field.ID;
            case 1 -> selection.order().getFirst().field();
            default -> Field.MESSAGE_ID;
        };
    }

    /** In no order. */
    static Set<Long> ids(Sql sql, PatchPredicate sieve, Selection selection) {
        boolean descends =
                !selection.order().isEmpty() && selection.order().getFirst().descending();
        long offset = selection.offset();
        var ids = new HashSet<Long>();
        for (var part :
                descends ? parts(sql, sieve, selection).reversed() : parts(sql, sieve, selection)) {
            ids.addAll(part.ids(offset, selection.limit() - ids.size(), descends));
            offset = Math.max(0, offset - part.count());
        }
        return ids;
    }

    /** In rising order of what the page is ordered by; each is ordered by id. */
    private static List<PatchPredicate> parts(Sql sql, PatchPredicate sieve, Selection selection) {
        return switch (orderOf(selection)) {
            case STATE ->
                    sql.list("select id from state order by ordering", Row::id).stream()
                            .map(state -> sieve.with(Column.STATE, state))
                            .toList();
            case ARCHIVED ->
                    List.of(sieve.with(Column.ARCHIVED, 0), sieve.with(Column.ARCHIVED, 1));
            default -> List.of(sieve);
        };
    }
}
