package io.patchbay.web.list;

import io.patchbay.tracker.Reading;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.reading.Patches.Tallied;
import io.patchbay.web.frame.Pager;

import java.util.List;

/** One page of a patch list. */
record PatchRows(Tallied found, Pager pager) {

    static PatchRows read(
            List<Criterion> criteria,
            PatchOrder order,
            String pageParameter,
            int perPage,
            Reading reading) {
        int wanted = Pager.wanted(pageParameter);
        var found = read(criteria, order, wanted, perPage, reading);
        var pager = Pager.of(wanted, found.page().total(), perPage);
        if (pager.page() != wanted) {
            found = read(criteria, order, pager.page(), perPage, reading);
        }
        return new PatchRows(found, pager);
    }

    private static Tallied read(
            List<Criterion> criteria, PatchOrder order, int page, int perPage, Reading reading) {
        long offset = (page - 1L) * perPage;
        return reading.patches().tallied(new Selection(criteria, order.fields(), offset, perPage));
    }
}
