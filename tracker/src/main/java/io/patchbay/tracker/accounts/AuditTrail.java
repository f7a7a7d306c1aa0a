package io.patchbay.tracker.accounts;

import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;

import java.util.Optional;

/** Who changed what. An entry is written in the transaction of its change, or not at all. */
public interface AuditTrail {

    /** Can be filtered by project, actor and date, and ordered by id and date. */
    Page<AuditEntry> list(Selection selection);

    Optional<AuditEntry> withId(long id);
}
