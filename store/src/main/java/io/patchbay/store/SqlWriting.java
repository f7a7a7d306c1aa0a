package io.patchbay.store;

import io.patchbay.store.accounts.SqlAccounts;
import io.patchbay.store.accounts.SqlAuditKeeping;
import io.patchbay.store.accounts.SqlConfirmations;
import io.patchbay.store.accounts.SqlSessions;
import io.patchbay.store.editing.SqlEdits;
import io.patchbay.store.editing.SqlReceipts;
import io.patchbay.store.editing.SqlSetup;
import io.patchbay.store.editing.SqlTagCounts;
import io.patchbay.store.filing.SqlBookmarks;
import io.patchbay.store.filing.SqlFilingCabinet;
import io.patchbay.store.filing.SqlMailKeeping;
import io.patchbay.store.importing.SqlImports;
import io.patchbay.store.reading.SqlNotifications;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.Receipts;
import io.patchbay.tracker.Setup;
import io.patchbay.tracker.TagCounts;
import io.patchbay.tracker.Writing;
import io.patchbay.tracker.accounts.Accounts;
import io.patchbay.tracker.accounts.AuditKeeping;
import io.patchbay.tracker.accounts.Confirmations;
import io.patchbay.tracker.accounts.Sessions;
import io.patchbay.tracker.editing.Edits;
import io.patchbay.tracker.events.Notifications;
import io.patchbay.tracker.filing.FilingCabinet;
import io.patchbay.tracker.importing.Imports;
import io.patchbay.tracker.mails.Bookmarks;
import io.patchbay.tracker.mails.MailKeeping;

/** Reads and changes within one transaction. */
public final class SqlWriting extends SqlReading implements Writing {

    private final Transaction transaction;

    SqlWriting(Transaction transaction) {
        super(transaction.sql(), transaction.now(), null);
        this.transaction = transaction;
    }

    @Override
    public Sessions sessions() {
        return new SqlSessions(transaction);
    }

    @Override
    public Edits edits() {
        return new SqlEdits(transaction);
    }

    @Override
    public Receipts receipts() {
        return new SqlReceipts(transaction);
    }

    @Override
    public Accounts accounts() {
        return new SqlAccounts(transaction);
    }

    @Override
    public Confirmations confirmations() {
        return new SqlConfirmations(transaction);
    }

    @Override
    public Notifications notifications() {
        return new SqlNotifications(this);
    }

    @Override
    public TagCounts tagCounts() {
        return new SqlTagCounts(transaction.sql());
    }

    @Override
    public Setup setup() {
        return new SqlSetup(transaction);
    }

    @Override
    public Imports imports() {
        return new SqlImports(transaction);
    }

    @Override
    public FilingCabinet filing() {
        return new SqlFilingCabinet(transaction, projects());
    }

    @Override
    public Bookmarks bookmarks() {
        return new SqlBookmarks(transaction.sql());
    }

    @Override
    public MailKeeping mailKeeping() {
        return new SqlMailKeeping(transaction);
    }

    @Override
    public AuditKeeping auditKeeping() {
        return new SqlAuditKeeping(transaction);
    }

    public Transaction transaction() {
        return transaction;
    }

    /** Writes what was put off, just before the commit. */
    void keep() {
        transaction.keep();
    }
}
