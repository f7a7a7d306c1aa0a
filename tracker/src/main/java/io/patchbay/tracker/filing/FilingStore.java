package io.patchbay.tracker.filing;

import io.patchbay.tracker.filing.Changes.Waiting;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.versions.VersionStore;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What filing asks of the store, inside one transaction. */
public interface FilingStore {

    FilingContext rulebook();

    /** Everything that is known about what was asked. */
    Conversation around(Questions questions);

    /**
     * The mails that wait for some others, and those that wait for these, and so on; by project id
     * and Message-ID.
     */
    List<Waiting> waitingFor(Map<Long, Set<String>> msgids);

    /** What was read of the mails with these Message-IDs, by project id. */
    Map<Long, Map<String, List<MailText>>> textsOf(Map<Long, Set<String>> msgids);

    /** Writes all of it. The ids of the new rows are those that {@link #around} handed out. */
    void keep(Changes ledger);

    /** Of the same transaction, with what was kept in it. */
    VersionStore versions();
}
