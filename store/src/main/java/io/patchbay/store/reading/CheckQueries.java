package io.patchbay.store.reading;

import io.patchbay.store.accounts.UserQueries;
import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.store.query.Join;
import io.patchbay.store.query.ListDefinition;
import io.patchbay.store.query.Listing;
import io.patchbay.store.query.Shape;
import io.patchbay.tracker.model.Check;
import io.patchbay.tracker.model.CheckState;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.reading.Checks;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

public final class CheckQueries implements Checks {

    private static final Listing LISTING =
            new Listing(
                    ListDefinition.CHECKS,
                    columns("patch_check", "account"),
                    List.of(
                            new Join("account", "account.id = patch_check.account_id"),
                            new Join("patch", "patch.id = patch_check.patch_id")));

    private static final int WIDTH = 7;

    private final Sql sql;

    public CheckQueries(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Page<Check> list(Selection selection) {
        return LISTING.page(sql, selection, rows());
    }

    @Override
    public Optional<Check> withId(long patchId, long id) {
        return sql.findOne(
                LISTING.rows("where patch_check.id = ? and patch_check.patch_id = ?"),
                rows(),
                id,
                patchId);
    }

    @Override
    public List<Check> latest(long patchId) {
        return sql.list(
                LISTING.rows(
                        """
                        where patch_check.id in (
                                select id
                                  from (select id,
                                               row_number() over (
                                                   partition by account_id, context
                                                   order by date desc, id desc) as age
                                          from patch_check
                                         where patch_id = ?) aged
                                 where age = 1)
                        order by patch_check.id
                        """),
                rows(),
                patchId);
    }

    /** Under the names by which a statement knows the check and its user. */
    static String columns(String check, String user) {
        return """
        CHECK.id, CHECK.patch_id, CHECK.date, CHECK.state, CHECK.target_url,
        CHECK.description, CHECK.context, USER
        """
                .replace("CHECK", check)
                .replace("USER", UserQueries.USER.of(user));
    }

    static @Nullable Check checkOrNull(Row row, Shape.Shared<User> users) throws SQLException {
        if (row.absent(WIDTH)) {
            users.readOrNull(row);
            return null;
        }
        return check(row, users);
    }

    private static Check check(Row row, Shape.Shared<User> users) throws SQLException {
        var id = row.id();
        var patch = row.id();
        var date = row.moment();
        var state = CheckState.of(row.number());
        var targetUrl = row.textOrNull();
        var description = row.textOrNull();
        var context = row.text();
        return new Check(id, patch, users.read(row), date, state, targetUrl, description, context);
    }

    private static Row.Reader<Check> rows() {
        var users = UserQueries.USER.shared();
        return row -> check(row, users);
    }
}
