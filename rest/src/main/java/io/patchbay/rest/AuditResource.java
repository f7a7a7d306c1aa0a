package io.patchbay.rest;

import io.patchbay.patches.AuditEntry;
import io.patchbay.patches.Criterion;
import io.patchbay.patches.Page;
import io.patchbay.patches.Reading;
import io.patchbay.patches.Selection;
import io.patchbay.patches.Selection.Field;
import io.patchbay.patches.Selection.Order;
import io.patchbay.patches.Store;

import java.util.ArrayList;
import java.util.List;

/** Who changed what in the projects that the caller maintains. */
final class AuditResource {

    private final Store store;

    AuditResource(Store store) {
        this.store = store;
    }

    Endpoint list() {
        return Endpoint.named("Audit", "List changes and who made them.")
                .signedInOnly()
                .list(
                        new Listing<>(
                                store,
                                AuditJson.SHAPE,
                                List.of(
                                        Filters.SINCE,
                                        Filters.BEFORE,
                                        Filters.PROJECT,
                                        Filters.ACTOR),
                                false,
                                Ordering.by(Field.ID, Field.DATE)
                                        .usually(new Order(Field.ID, true)),
                                AuditResource::ofMaintained));
    }

    private static Page<AuditEntry> ofMaintained(Reading reading, Call call, Selection selection) {
        var criteria = new ArrayList<>(selection.criteria());
        criteria.add(new Criterion.InProjects(call.viewer().maintains()));
        return reading.audit().list(selection.with(criteria));
    }
}
