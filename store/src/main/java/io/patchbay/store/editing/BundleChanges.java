package io.patchbay.store.editing;

import io.patchbay.store.database.Sql;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.editing.BundleContent;
import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.model.NameTaken;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.User;

import java.util.List;

/** Changes of bundles. */
final class BundleChanges {

    private final Transaction transaction;
    private final Sql sql;

    BundleChanges(Transaction transaction) {
        this.transaction = transaction;
        this.sql = transaction.sql();
    }

    long add(User owner, BundleContent content) {
        refuseTaken(owner, content.name(), 0);
        long id = transaction.ids().next("bundle");
        sql.update(
                """
                insert into bundle (id, account_id, project_id, name, public)
                values (?, ?, ?, ?, ?)
                """,
                id,
                owner.id(),
                content.projectId(),
                content.name(),
                content.isPublic());
        fill(id, content.patchIds());
        transaction
                .audit()
                .of(content.projectId(), "bundle", id)
                .field("name", null, content.name())
                .field("public", null, content.isPublic())
                .field("patches", null, content.patchIds())
                .keep();
        return id;
    }

    void change(Bundle bundle, BundleContent to) {
        refuseTaken(bundle.owner(), to.name(), bundle.id());
        sql.update(
                "update bundle set project_id = ?, name = ?, public = ? where id = ?",
                to.projectId(),
                to.name(),
                to.isPublic(),
                bundle.id());
        sql.update("delete from bundle_patch where bundle_id = ?", bundle.id());
        fill(bundle.id(), to.patchIds());
        transaction
                .audit()
                .of(to.projectId(), "bundle", bundle.id())
                .field("name", bundle.name(), to.name())
                .field("public", bundle.isPublic(), to.isPublic())
                .field("patches", patchesOf(bundle), to.patchIds())
                .keep();
    }

    private void refuseTaken(User owner, String name, long except) {
        if (sql.any(
                "select 1 from bundle where account_id = ? and name = ? and id <> ?",
                owner.id(),
                name,
                except)) {
            throw new NameTaken("bundle", name);
        }
    }

    void remove(Bundle bundle) {
        sql.update("delete from bundle where id = ?", bundle.id());
        transaction
                .audit()
                .of(bundle.project().id(), "bundle", bundle.id())
                .field("name", bundle.name(), null)
                .field("patches", patchesOf(bundle), null)
                .keep();
    }

    private static List<Long> patchesOf(Bundle bundle) {
        return bundle.patches().stream().map(PatchHead::id).toList();
    }

    private void fill(long bundle, List<Long> patches) {
        var batch =
                sql.batch(
                        "insert into bundle_patch (bundle_id, patch_id, position) values (?, ?, ?)");
        for (int i = 0; i < patches.size(); i++) {
            batch.add(bundle, patches.get(i), i + 1);
        }
        batch.run();
    }
}
