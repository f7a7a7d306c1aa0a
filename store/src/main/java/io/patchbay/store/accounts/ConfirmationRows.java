package io.patchbay.store.accounts;

import io.patchbay.store.database.Sql;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.accounts.Confirmation;
import io.patchbay.tracker.accounts.Confirmation.Kind;
import io.patchbay.tracker.accounts.Confirmations;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;

public final class ConfirmationRows implements Confirmations {

    private final Transaction transaction;
    private final Sql sql;

    public ConfirmationRows(Transaction transaction) {
        this.transaction = transaction;
        this.sql = transaction.sql();
    }

    @Override
    public String ask(Kind kind, String email, @Nullable Long userId) {
        var key = SecretKey.random();
        sql.update(
                """
                insert into email_confirmation (id, type, email, account_id, key_hash, date)
                values (?, ?, ?, ?, ?, ?)
                """,
                transaction.ids().next("email_confirmation"),
                kind.label(),
                email,
                userId,
                SecretKey.hash(key),
                transaction.now());
        return key;
    }

    @Override
    public Optional<Confirmation> withKey(String key) {
        return sql.findOne(
                """
                select email_confirmation.id, email_confirmation.type, email_confirmation.email,
                       email_confirmation.date, email_confirmation.active, %s
                  from email_confirmation
                  left join account on account.id = email_confirmation.account_id
                 where email_confirmation.key_hash = ?
                """
                        .formatted(UserQueries.USER.of("account")),
                row -> {
                    var id = row.id();
                    var kind = Kind.of(row.text());
                    var email = row.text();
                    var asked = row.moment();
                    var open = row.flag();
                    var user = UserQueries.USER.shared().readOrNull(row);
                    return new Confirmation(id, kind, email, user, asked, open);
                },
                SecretKey.hash(key));
    }

    @Override
    public void close(Confirmation confirmation) {
        sql.update(
                "update email_confirmation set active = ? where id = ?", false, confirmation.id());
    }

    @Override
    public int forget() {
        var now = transaction.now();
        // Whoever was made a maintainer or a delegate is known to somebody, confirmed or not.
        int accounts =
                sql.update(
                        """
                        delete from account
                         where active = ?
                           and last_login is null
                           and id in (select account_id
                                        from email_confirmation
                                       where type = ? and active = ? and date < ?)
                           and id not in (select account_id
                                            from email_confirmation
                                           where account_id is not null
                                             and (active = ? or date >= ?))
                           and id not in (select account_id from maintainer)
                           and not exists (select 1 from patch where delegate_id = account.id)
                        """,
                        false,
                        Kind.REGISTRATION.label(),
                        true,
                        now.minus(Kind.REGISTRATION.validity()),
                        false,
                        now.minus(Kind.REGISTRATION.validity()));
        sql.update("delete from email_confirmation where active = ?", false);
        for (var kind : Kind.values()) {
            sql.update(
                    "delete from email_confirmation where type = ? and date < ?",
                    kind.label(),
                    now.minus(kind.validity()));
        }
        return accounts;
    }

    @Override
    public void optOut(String email) {
        sql.update(
                "insert into email_optout (email) values (?) on conflict (email) do nothing",
                email.toLowerCase(Locale.ROOT));
    }

    @Override
    public void optIn(String email) {
        sql.update("delete from email_optout where email = ?", email.toLowerCase(Locale.ROOT));
    }
}
