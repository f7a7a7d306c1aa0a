package io.patchbay.tracker;

import io.patchbay.tracker.accounts.Accounts;
import io.patchbay.tracker.accounts.AuditKeeping;
import io.patchbay.tracker.accounts.Confirmations;
import io.patchbay.tracker.accounts.Sessions;
import io.patchbay.tracker.editing.Edits;
import io.patchbay.tracker.events.Notifications;
import io.patchbay.tracker.filing.FilingStore;
import io.patchbay.tracker.importing.Imports;
import io.patchbay.tracker.mails.Bookmarks;
import io.patchbay.tracker.mails.MailKeeping;
import io.patchbay.tracker.mails.MirrorKeeping;
import io.patchbay.tracker.versions.Relinking;

/** Everything that can be asked and changed inside one transaction. */
public interface Writing extends Reading {

    Sessions sessions();

    Edits edits();

    Receipts receipts();

    Accounts accounts();

    Confirmations confirmations();

    Notifications notifications();

    TagCounts tagCounts();

    Setup setup();

    Imports imports();

    FilingStore filing();

    Bookmarks bookmarks();

    MailKeeping mailKeeping();

    MirrorKeeping mirrorKeeping();

    AuditKeeping auditKeeping();

    Relinking relinking();
}
