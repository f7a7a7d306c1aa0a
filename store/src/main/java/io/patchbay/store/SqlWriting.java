package io.patchbay.store;

import io.patchbay.patches.Accounts;
import io.patchbay.patches.AuditKeeping;
import io.patchbay.patches.Bookmarks;
import io.patchbay.patches.Confirmations;
import io.patchbay.patches.Edits;
import io.patchbay.patches.FilingCabinet;
import io.patchbay.patches.Imports;
import io.patchbay.patches.MailKeeping;
import io.patchbay.patches.Notifications;
import io.patchbay.patches.Receipts;
import io.patchbay.patches.Sessions;
import io.patchbay.patches.Setup;
import io.patchbay.patches.TagCounts;
import io.patchbay.patches.Writing;

/** Reads and changes within one transaction. */
final class SqlWriting extends SqlReading implements Writing {

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

    Transaction transaction() {
        return transaction;
    }

    /** Writes what was put off, just before the commit. */
    void keep() {
        transaction.keep();
    }
}
