package io.patchbay.rest.resource;

import io.patchbay.rest.endpoint.Endpoint;
import io.patchbay.rest.endpoint.Listing;
import io.patchbay.rest.json.AuditJson;
import io.patchbay.rest.request.Call;
import io.patchbay.rest.request.Filters;
import io.patchbay.rest.request.Ordering;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.accounts.AuditEntry;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;

import java.util.ArrayList;
import java.util.List;

/** Who changed what in the projects that the caller maintains. */
public final class AuditResource {

    private final Store store;

    public AuditResource(Store store) {
        this.store = store;
    }

    public Endpoint list() {
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
