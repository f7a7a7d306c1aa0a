package io.patchbay.patches;

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

    FilingCabinet filing();

    Bookmarks bookmarks();

    MailKeeping mailKeeping();

    AuditKeeping auditKeeping();
}
