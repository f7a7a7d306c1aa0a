package io.patchbay.store.accounts;

import static java.util.stream.Collectors.toMap;

import io.patchbay.store.database.Ids;
import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.store.query.ListDefinition;
import io.patchbay.store.query.Listing;
import io.patchbay.store.query.Shape;
import io.patchbay.tracker.accounts.Grant;
import io.patchbay.tracker.accounts.Scope;
import io.patchbay.tracker.accounts.Token;
import io.patchbay.tracker.accounts.Users;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.model.UserSettings;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

public final class UserQueries implements Users {

    public static final Shape<User> USER =
            Shape.of(
                    "id, username, first_name, last_name, email",
                    row -> new User(row.id(), row.text(), row.text(), row.text(), row.text()));

    private static final Listing LISTING =
            new Listing(ListDefinition.USERS, USER.of("account"), List.of());

    private final Sql sql;
    private final Instant now;

    public UserQueries(Sql sql, Instant now) {
        this.sql = sql;
        this.now = now;
    }

    @Override
    public Page<User> list(Selection selection) {
        return LISTING.page(sql, selection, USER::read);
    }

    @Override
    public Optional<User> withId(long id) {
        return sql.findOne(LISTING.rows("where account.id = ?"), USER::read, id);
    }

    @Override
    public Map<Long, User> withIds(Collection<Long> ids) {
        return sql
                .list(
                        LISTING.rows("where " + sql.dialect().among("account.id")),
                        USER::read,
                        new Ids(ids))
                .stream()
                .collect(toMap(User::id, user -> user));
    }

    @Override
    public List<Long> idsNamed(String username) {
        return sql.list(
                "select id from account where username_key = ? order by id",
                Row::id,
                username.toLowerCase(Locale.ROOT));
    }

    @Override
    public UserSettings settings(long userId) {
        return sql.findOne(
                        "select send_email, items_per_page, show_ids from account where id = ?",
                        row -> new UserSettings(row.flag(), row.number(), row.flag()),
                        userId)
                .orElse(UserSettings.DEFAULT);
    }

    @Override
    public Viewer viewer(long userId) {
        var maintains = new HashSet<Long>();
        var people = new HashSet<Long>();
        sql.each(
                """
                select true, project_id from maintainer where account_id = ?
                 union all
                select false, id from person where account_id = ?
                """,
                row -> (row.flag() ? maintains : people).add(row.id()),
                userId,
                userId);
        return sql.findOne(
                        """
                        select %s, send_email, items_per_page, show_ids, staff
                          from account
                         where id = ?
                        """
                                .formatted(USER.of("account")),
                        row ->
                                new Viewer(
                                        USER.read(row),
                                        new UserSettings(row.flag(), row.number(), row.flag()),
                                        maintains,
                                        people,
                                        row.flag(),
                                        null),
                        userId)
                .orElse(Viewer.ANONYMOUS);
    }

    @Override
    public Optional<Credentials> credentials(String username) {
        return sql.findOne(
                "select id, password_hash, active from account where username = ?",
                UserQueries::credentials,
                username);
    }

    @Override
    public Optional<Bearer> ofToken(String key) {
        return sql.findOne(
                """
                select account.id, account.active, token.id, token.scopes, token.project_id,
                       token.expires, token.last_used
                  from token
                  join account on account.id = token.account_id
                 where token.key_hash = ?
                """,
                row ->
                        new Bearer(
                                row.id(),
                                row.flag(),
                                new Grant(row.id(), Scope.read(row.text()), row.idOrNull()),
                                row.momentOrNull(),
                                row.momentOrNull()),
                SecretKey.hash(key));
    }

    @Override
    public List<Token> tokens(long userId) {
        return sql.list(
                """
                select token.id, label, created, expires, scopes, project.link_name, last_used
                  from token
                  left join project on project.id = token.project_id
                 where account_id = ?
                 order by token.id
                """,
                row ->
                        new Token(
                                row.id(),
                                row.text(),
                                row.moment(),
                                row.momentOrNull(),
                                Scope.read(row.text()),
                                row.textOrNull(),
                                row.momentOrNull()),
                userId);
    }

    @Override
    public Optional<Credentials> ofSession(String key) {
        return sql.findOne(
                """
                select account.id, account.password_hash, account.active
                  from session
                  join account on account.id = session.account_id
                 where session.key_hash = ?
                   and session.expires > ?
                """,
                UserQueries::credentials,
                SecretKey.hash(key),
                now);
    }

    private static Credentials credentials(Row row) throws SQLException {
        return new Credentials(row.id(), row.text(), row.flag());
    }
}
