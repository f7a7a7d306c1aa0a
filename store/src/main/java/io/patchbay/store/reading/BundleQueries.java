package io.patchbay.store.reading;

import static java.util.stream.Collectors.toMap;

import io.patchbay.store.accounts.UserQueries;
import io.patchbay.store.database.Ids;
import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.store.query.Heads;
import io.patchbay.store.query.Join;
import io.patchbay.store.query.ListDefinition;
import io.patchbay.store.query.Listing;
import io.patchbay.store.query.Shape;
import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.reading.Bundles;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

public final class BundleQueries implements Bundles {

    private static final Listing LISTING =
            new Listing(
                    ListDefinition.BUNDLES,
                    "bundle.id, %s, bundle.name, %s, bundle.public"
                            .formatted(
                                    ProjectQueries.PROJECT.of("project"),
                                    UserQueries.USER.of("account")),
                    List.of(
                            new Join("project", "project.id = bundle.project_id"),
                            new Join("account", "account.id = bundle.account_id")));

    private final Sql sql;

    public BundleQueries(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Page<Bundle> list(Selection selection) {
        var page = LISTING.page(sql, selection, new Rows());
        fill(page.rows());
        return page;
    }

    @Override
    public Optional<Bundle> withId(long id) {
        return findOne("where bundle.id = ?", id);
    }

    @Override
    public Optional<Bundle> named(String owner, String name) {
        return findOne("where account.username = ? and bundle.name = ?", owner, name);
    }

    private Optional<Bundle> findOne(String condition, Object... arguments) {
        var bundles = sql.list(LISTING.rows(condition), new Rows(), arguments);
        fill(bundles);
        return bundles.stream().findFirst();
    }

    /** Puts the patches into bundles that were read without them. */
    private void fill(List<Bundle> bundles) {
        if (bundles.isEmpty()) {
            return;
        }
        var patches = bundles.stream().collect(toMap(Bundle::id, Bundle::patches));
        var projects = ProjectQueries.PROJECT.shared();
        sql.each(
                """
                select bundle_patch.bundle_id, %s, %s
                  from bundle_patch
                  join patch on patch.id = bundle_patch.patch_id
                  join project on project.id = patch.project_id
                 where %s
                 order by bundle_patch.bundle_id, bundle_patch.position, patch.id
                """
                        .formatted(
                                ProjectQueries.PROJECT.of("project"),
                                Heads.patch("patch"),
                                sql.dialect().among("bundle_patch.bundle_id")),
                row ->
                        patches.getOrDefault(row.id(), List.of())
                                .add(Heads.patch(row, projects.read(row))),
                new Ids(patches.keySet()));
    }

    private static final class Rows implements Row.Reader<Bundle> {

        private final Shape.Shared<Project> projects = ProjectQueries.PROJECT.shared();
        private final Shape.Shared<User> users = UserQueries.USER.shared();

        @Override
        public Bundle read(Row row) throws SQLException {
            return new Bundle(
                    row.id(),
                    projects.read(row),
                    row.text(),
                    users.read(row),
                    row.flag(),
                    new ArrayList<PatchHead>());
        }
    }
}
