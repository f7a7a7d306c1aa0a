package io.patchbay.web.list;

import io.patchbay.tracker.Reading;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;
import io.patchbay.web.frame.Pager;

import java.util.List;

/** One page of a patch list. */
record PatchRows(Page<Patch> found, Pager pager) {

    static PatchRows read(
            List<Criterion> criteria,
            PatchOrder order,
            String pageParameter,
            int perPage,
            Reading reading) {
        int wanted = Pager.wanted(pageParameter);
        var found = read(criteria, order, wanted, perPage, reading);
        var pager = Pager.of(wanted, found.total(), perPage);
        if (pager.page() != wanted) {
            found = read(criteria, order, pager.page(), perPage, reading);
        }
        return new PatchRows(found, pager);
    }

    private static Page<Patch> read(
            List<Criterion> criteria, PatchOrder order, int page, int perPage, Reading reading) {
        long offset = (page - 1L) * perPage;
        return reading.patches().list(new Selection(criteria, order.fields(), offset, perPage));
    }
}
