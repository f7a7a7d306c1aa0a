package io.patchbay.store.editing;

import io.patchbay.store.database.Ids;
import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.store.packing.Packing;
import io.patchbay.store.packing.StoredText;
import io.patchbay.store.reading.ProjectQueries;
import io.patchbay.tracker.TagCounts;
import io.patchbay.tracker.filing.Tagging;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

public final class TagCountRows implements TagCounts {

    private final Sql sql;
    private final Packing packing;
    private final Tagging tagging;

    public TagCountRows(Sql sql, Packing packing) {
        this.sql = sql;
        this.packing = packing;
        this.tagging = new Tagging(new ProjectQueries(sql).tags());
    }

    @Override
    public OptionalLong recount(long after, int most) {
        var ids =
                sql.list(
                        "select id from patch where id > ? order by id limit ?",
                        Row::id,
                        after,
                        most);
        if (ids.isEmpty()) {
            return OptionalLong.empty();
        }
        recount(ids);
        return OptionalLong.of(ids.getLast());
    }

    /** A patch of a project that uses no tags has none. */
    public void recount(Collection<Long> ids) {
        record TextOf(long patch, StoredText text) {}

        var texts =
                sql.list(
                        """
                        select patch_text.patch_id, patch_text.headers, patch_text.content, patch_text.packed
                          from patch_text
                          join patch on patch.id = patch_text.patch_id
                          join project on project.id = patch.project_id
                         where project.use_tags and %1$s
                         union all
                        select patch_comment.patch_id, patch_comment.headers, patch_comment.content,
                               patch_comment.packed
                          from patch_comment
                          join patch on patch.id = patch_comment.patch_id
                          join project on project.id = patch.project_id
                         where project.use_tags and %2$s
                        """
                                .formatted(
                                        sql.dialect().among("patch_text.patch_id"),
                                        sql.dialect().among("patch_comment.patch_id")),
                        row -> new TextOf(row.id(), StoredText.of(row)),
                        new Ids(ids),
                        new Ids(ids));
        var counts = new HashMap<Long, Map<Long, Integer>>();
        for (var one : texts) {
            var ofPatch = counts.computeIfAbsent(one.patch(), _ -> new HashMap<>());
            var content = one.text().unpacked(packing, sql).content();
            if (content != null) {
                tagging.count(content)
                        .forEach((tag, count) -> ofPatch.merge(tag, count, Integer::sum));
            }
        }
        sql.update("delete from patch_tag where " + sql.dialect().among("patch_id"), new Ids(ids));
        var batch = sql.batch("insert into patch_tag (patch_id, tag_id, count) values (?, ?, ?)");
        counts.forEach((patch, tags) -> tags.forEach((tag, count) -> batch.add(patch, tag, count)));
        batch.run();
    }
}
