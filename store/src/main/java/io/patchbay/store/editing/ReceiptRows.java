package io.patchbay.store.editing;

import io.patchbay.store.database.Sql;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.Receipts;

import java.time.Instant;
import java.util.Optional;

public final class ReceiptRows implements Receipts {

    private final Sql sql;
    private final Instant now;

    public ReceiptRows(Transaction transaction) {
        this.sql = transaction.sql();
        this.now = transaction.now();
    }

    @Override
    public Optional<Receipt> of(long userId, String key) {
        return sql.findOne(
                """
                select request_hash, made
                  from receipt
                 where account_id = ?
                   and request_key = ?
                   and date > ?
                """,
                row -> new Receipt(row.text(), row.id()),
                userId,
                key,
                now.minus(KEPT));
    }

    @Override
    public void keep(long userId, String key, Receipt receipt) {
        sql.update("delete from receipt where date <= ?", now.minus(KEPT));
        sql.update(
                """
                insert into receipt (account_id, request_key, request_hash, made, date)
                values (?, ?, ?, ?, ?)
                """,
                userId,
                key,
                receipt.request(),
                receipt.made(),
                now);
    }
}
