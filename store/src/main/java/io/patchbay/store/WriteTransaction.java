package io.patchbay.store;

import io.patchbay.store.accounts.AccountRows;
import io.patchbay.store.accounts.AuditRows;
import io.patchbay.store.accounts.ConfirmationRows;
import io.patchbay.store.accounts.SessionRows;
import io.patchbay.store.editing.EditRows;
import io.patchbay.store.editing.ReceiptRows;
import io.patchbay.store.editing.SetupRows;
import io.patchbay.store.editing.TagCountRows;
import io.patchbay.store.filing.BookmarkRows;
import io.patchbay.store.filing.FilingRows;
import io.patchbay.store.filing.KeptMailRows;
import io.patchbay.store.filing.MirrorRows;
import io.patchbay.store.importing.ImportRows;
import io.patchbay.store.reading.NotificationRows;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.store.versions.RelinkRows;
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
import io.patchbay.tracker.filing.FilingStore;
import io.patchbay.tracker.importing.Imports;
import io.patchbay.tracker.mails.Bookmarks;
import io.patchbay.tracker.mails.MailKeeping;
import io.patchbay.tracker.mails.MirrorKeeping;
import io.patchbay.tracker.versions.Relinking;

/** Reads and changes within one transaction. */
public final class WriteTransaction extends ReadTransaction implements Writing {

    private final Transaction transaction;

    WriteTransaction(Transaction transaction) {
        super(transaction.sql(), transaction.packing(), transaction.now(), null);
        this.transaction = transaction;
    }

    @Override
    public Sessions sessions() {
        return new SessionRows(transaction);
    }

    @Override
    public Edits edits() {
        return new EditRows(transaction);
    }

    @Override
    public Receipts receipts() {
        return new ReceiptRows(transaction);
    }

    @Override
    public Accounts accounts() {
        return new AccountRows(transaction);
    }

    @Override
    public Confirmations confirmations() {
        return new ConfirmationRows(transaction);
    }

    @Override
    public Notifications notifications() {
        return new NotificationRows(transaction);
    }

    @Override
    public TagCounts tagCounts() {
        return new TagCountRows(transaction.sql(), transaction.packing());
    }

    @Override
    public Setup setup() {
        return new SetupRows(transaction);
    }

    @Override
    public Imports imports() {
        return new ImportRows(transaction);
    }

    @Override
    public FilingStore filing() {
        return new FilingRows(transaction, projects());
    }

    @Override
    public Bookmarks bookmarks() {
        return new BookmarkRows(transaction.sql());
    }

    @Override
    public MailKeeping mailKeeping() {
        return new KeptMailRows(transaction);
    }

    @Override
    public MirrorKeeping mirrorKeeping() {
        return new MirrorRows(transaction);
    }

    @Override
    public AuditKeeping auditKeeping() {
        return new AuditRows(transaction);
    }

    @Override
    public Relinking relinking() {
        return new RelinkRows(transaction);
    }

    public Transaction transaction() {
        return transaction;
    }

    /** Writes what was put off, just before the commit. */
    void keep() {
        transaction.keep();
    }
}
