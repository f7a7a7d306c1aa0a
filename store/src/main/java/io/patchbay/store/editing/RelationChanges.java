package io.patchbay.store.editing;

import io.patchbay.store.database.Ids;
import io.patchbay.store.database.Sql;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.events.Event.Category;
import io.patchbay.tracker.model.User;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which patches are versions of one another. */
final class RelationChanges {

    private record Member(long patch, long project, @Nullable Long relation) {}

    private final Transaction transaction;
    private final Sql sql;

    RelationChanges(Transaction transaction) {
        this.transaction = transaction;
        this.sql = transaction.sql();
    }

    void relate(Set<Long> patchIds, long edited, @Nullable User actor) {
        var members = members(patchIds, edited);
        var relations = new TreeSet<Long>();
        for (var member : members) {
            if (member.relation() != null) {
                relations.add(member.relation());
            }
        }
        if (relations.size() > 1) {
            throw new IllegalArgumentException(
                    "patches %s are in several relations, %s; take them out first"
                            .formatted(patchIds, relations));
        }
        long relation = relations.isEmpty() ? newRelation() : relations.getFirst();
        var joining = members.stream().filter(member -> member.relation() == null).toList();
        move(joining, relation);
        tell(joining, edited, actor);
    }

    void unrelate(Set<Long> patchIds, long edited, @Nullable User actor) {
        var leaving =
                members(patchIds, edited).stream()
                        .filter(member -> patchIds.contains(member.patch()))
                        .filter(member -> member.relation() != null)
                        .toList();
        move(leaving, null);
        for (var member : leaving) {
            // The last member leaves with it: the column is set to null.
            sql.update(
                    """
                    delete from relation
                     where id = ?
                       and (select count(*) from patch where relation_id = relation.id) < 2
                    """,
                    member.relation());
        }
        tell(leaving, edited, actor);
    }

    /** The edited one last. */
    private List<Member> members(Set<Long> patchIds, long edited) {
        var all = new TreeSet<Long>(patchIds);
        all.add(edited);
        return sql.list(
                """
                select id, project_id, relation_id
                  from patch
                 where %s
                 order by case when id = ? then 1 else 0 end, id
                """
                        .formatted(sql.dialect().among("id")),
                row -> new Member(row.id(), row.id(), row.idOrNull()),
                new Ids(all),
                edited);
    }

    private long newRelation() {
        long id = transaction.ids().next("relation");
        sql.update("insert into relation (id) values (?)", id);
        return id;
    }

    private void move(List<Member> members, @Nullable Long relation) {
        for (var member : members) {
            transaction
                    .audit()
                    .of(member.project(), "patch", member.patch())
                    .field("relation", member.relation(), relation)
                    .keep();
        }
        var batch = sql.batch("update patch set relation_id = ? where id = ?");
        members.forEach(member -> batch.add(relation, member.patch()));
        batch.run();
    }

    private void tell(List<Member> changed, long edited, @Nullable User actor) {
        for (var member : changed) {
            boolean isEdited = member.patch() == edited;
            transaction
                    .events()
                    .add(
                            Category.PATCH_RELATION_CHANGED,
                            member.project(),
                            isEdited && actor != null ? actor.id() : null,
                            member.patch());
        }
    }
}
