package io.patchbay.store.accounts;

import io.patchbay.store.database.Sql;
import io.patchbay.store.transaction.AuditLog;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.accounts.Accounts;
import io.patchbay.tracker.accounts.NewToken;
import io.patchbay.tracker.accounts.Scope;
import io.patchbay.tracker.model.NameTaken;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Locale;

public final class AccountRows implements Accounts {

    private final Transaction transaction;
    private final Sql sql;

    public AccountRows(Transaction transaction) {
        this.transaction = transaction;
        this.sql = transaction.sql();
    }

    @Override
    public long add(NewUser user) {
        if (sql.any("select 1 from account where username_key = ?", key(user.username()))) {
            throw new NameTaken("user", user.username());
        }
        long id = transaction.ids().next("account");
        sql.update(
                """
                insert into account (
                    id, username, username_key, password_hash, first_name, last_name,
                    email, email_key, active, staff, joined)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                user.username(),
                key(user.username()),
                user.passwordHash(),
                user.firstName(),
                user.lastName(),
                user.email(),
                key(user.email()),
                user.active(),
                user.staff(),
                transaction.now());
        entry(id).field("username", null, user.username()).keep();
        return id;
    }

    @Override
    public void password(long userId, String hash) {
        sql.update("update account set password_hash = ? where id = ?", hash, userId);
        entry(userId).field("password", null, "changed").keep();
    }

    @Override
    public void active(long userId, boolean active) {
        sql.update("update account set active = ? where id = ?", active, userId);
        entry(userId).field("active", !active, active).keep();
    }

    @Override
    public void maintains(long userId, long projectId, boolean maintains) {
        sql.update(
                maintains
                        ? """
                        insert into maintainer (account_id, project_id) values (?, ?)
                        on conflict (account_id, project_id) do nothing
                        """
                        : "delete from maintainer where account_id = ? and project_id = ?",
                userId,
                projectId);
        entry(userId).field("maintains project " + projectId, !maintains, maintains).keep();
    }

    @Override
    public String addToken(long userId, NewToken token) {
        var key = SecretKey.random();
        keep(userId, token, key);
        return key;
    }

    @Override
    public void keepToken(long userId, String label, String key) {
        keep(userId, NewToken.full(label, null), key);
    }

    @Override
    public void tokenUsed(long tokenId, Instant when) {
        sql.update("update token set last_used = ? where id = ?", when, tokenId);
    }

    private void keep(long userId, NewToken token, String key) {
        long id = transaction.ids().next("token");
        int added =
                sql.update(
                        """
                        insert into token (
                            id, account_id, key_hash, label, scopes, project_id, created, expires)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (key_hash) do nothing
                        """,
                        id,
                        userId,
                        SecretKey.hash(key),
                        token.label(),
                        Scope.labels(token.scopes()),
                        token.projectId(),
                        transaction.now(),
                        token.expires());
        if (added > 0) {
            entry(userId)
                    .field("token " + id, null, token.label())
                    .field("scopes", null, Scope.labels(token.scopes()))
                    .field("project", null, token.projectId())
                    .field("expires", null, token.expires())
                    .keep();
        }
    }

    @Override
    public void removeToken(long userId, long tokenId) {
        if (sql.update("delete from token where id = ? and account_id = ?", tokenId, userId) > 0) {
            entry(userId).field("token " + tokenId, "valid", "revoked").keep();
        }
    }

    @Override
    public void link(long userId, String email, @Nullable String name) {
        entry(userId).field("address", null, email).keep();
        int linked =
                sql.update(
                        """
                        update person
                           set account_id = ?, name = coalesce(?, name)
                         where email_key = ?
                        """,
                        userId,
                        name,
                        key(email));
        if (linked == 0) {
            sql.update(
                    """
                    insert into person (id, email, email_key, name, account_id)
                    values (?, ?, ?, ?, ?)
                    """,
                    transaction.ids().next("person"),
                    email,
                    key(email),
                    name,
                    userId);
        }
    }

    @Override
    public void unlink(long userId, long personId) {
        entry(userId).field("person " + personId, "linked", null).keep();
        sql.update(
                "update person set account_id = null where id = ? and account_id = ?",
                personId,
                userId);
    }

    private AuditLog.Entry entry(long userId) {
        return transaction.audit().of(null, "user", userId);
    }

    /** As it is compared: without regard to case. */
    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
