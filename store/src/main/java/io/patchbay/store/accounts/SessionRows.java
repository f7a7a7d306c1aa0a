package io.patchbay.store.accounts;

import io.patchbay.store.database.Sql;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.accounts.Sessions;

import java.time.Instant;

public final class SessionRows implements Sessions {

    private final Sql sql;
    private final Instant now;

    public SessionRows(Transaction transaction) {
        this.sql = transaction.sql();
        this.now = transaction.now();
    }

    @Override
    public void open(long userId, String key, Instant expires) {
        sql.update("delete from session where expires <= ?", now);
        sql.update(
                "insert into session (key_hash, account_id, expires) values (?, ?, ?)",
                SecretKey.hash(key),
                userId,
                expires);
        sql.update("update account set last_login = ? where id = ?", now, userId);
    }

    @Override
    public void close(String key) {
        sql.update("delete from session where key_hash = ?", SecretKey.hash(key));
    }

    @Override
    public void closeOthers(long userId, String key) {
        sql.update(
                "delete from session where account_id = ? and key_hash <> ?",
                userId,
                SecretKey.hash(key));
    }
}
