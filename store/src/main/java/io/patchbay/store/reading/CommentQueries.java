package io.patchbay.store.reading;

import io.patchbay.store.database.Ids;
import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.store.packing.Packing;
import io.patchbay.store.packing.StoredText;
import io.patchbay.store.query.Join;
import io.patchbay.store.query.ListDefinition;
import io.patchbay.store.query.Listing;
import io.patchbay.store.query.Shape;
import io.patchbay.tracker.model.Comment;
import io.patchbay.tracker.model.Comment.Parent;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.reading.Comments;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

public final class CommentQueries implements Comments {

    private static final Listing ON_PATCHES = listing(ListDefinition.PATCH_COMMENTS, "patch");
    private static final Listing ON_COVERS = listing(ListDefinition.COVER_COMMENTS, "cover");

    private final Sql sql;
    private final Packing packing;

    public CommentQueries(Sql sql, Packing packing) {
        this.sql = sql;
        this.packing = packing;
    }

    /** Both tables are alike except for the name of what is commented on. */
    private static Listing listing(ListDefinition list, String parent) {
        return new Listing(
                list,
                """
                COMMENT.id, COMMENT.PARENT_id, %s, COMMENT.msgid, COMMENT.date, %s,
                COMMENT.headers, COMMENT.content, COMMENT.packed, COMMENT.addressed
                """
                        .replace("COMMENT", list.table())
                        .replace("PARENT", parent)
                        .formatted(
                                ProjectQueries.PROJECT.of("project"),
                                PersonQueries.PERSON.of("person")),
                List.of(
                        new Join(
                                parent, "%s.id = %s.%s_id".formatted(parent, list.table(), parent)),
                        new Join("project", "project.id = %s.project_id".formatted(parent)),
                        new Join("person", "person.id = %s.submitter_id".formatted(list.table()))));
    }

    private static Listing listing(Parent.Kind kind) {
        return switch (kind) {
            case PATCH -> ON_PATCHES;
            case COVER -> ON_COVERS;
        };
    }

    @Override
    public Page<Comment> list(Parent parent, Selection selection) {
        var criteria = new ArrayList<Criterion>(selection.criteria());
        criteria.add(
                switch (parent.kind()) {
                    case PATCH -> new Criterion.OfPatches(Set.of(parent.id()));
                    case COVER -> new Criterion.OfCovers(Set.of(parent.id()));
                });
        var ofParent =
                new Selection(criteria, selection.order(), selection.offset(), selection.limit());
        var page = listing(parent.kind()).page(sql, ofParent, new Rows(parent.kind()));
        return page.with(page.rows().stream().map(this::read).toList());
    }

    @Override
    public Optional<Comment> withId(Parent parent, long id) {
        return anyWithId(parent.kind(), id).filter(comment -> comment.parent().equals(parent));
    }

    @Override
    public Optional<Comment> anyWithId(Parent.Kind kind, long id) {
        var listing = listing(kind);
        return sql.findOne(
                        listing.rows(
                                "where %s_comment.id = ?"
                                        .formatted(kind.name().toLowerCase(Locale.ROOT))),
                        new Rows(kind),
                        id)
                .map(this::read);
    }

    private Comment read(Packed row) {
        return row.comment().with(row.text().unpacked(packing, sql));
    }

    @Override
    public Map<Long, List<String>> contentsOnPatches(Collection<Long> patchIds) {
        var texts = new LinkedHashMap<Long, List<StoredText>>();
        sql.each(
                """
                select patch_id, %s
                  from patch_comment
                 where %s
                 order by patch_id, date, id
                """
                        .formatted(StoredText.COLUMNS, sql.dialect().among("patch_id")),
                row ->
                        texts.computeIfAbsent(row.id(), _ -> new ArrayList<>())
                                .add(StoredText.of(row)),
                new Ids(patchIds));
        var contents = new HashMap<Long, List<String>>();
        texts.forEach((patch, ofPatch) -> {
            var known = contents(ofPatch);
            if (!known.isEmpty()) {
                contents.put(patch, known);
            }
        });
        return contents;
    }

    @Override
    public List<String> contentsOnCover(long coverId) {
        return contents(
                sql.list(
                        """
                        select %s
                          from cover_comment
                         where cover_id = ?
                         order by date, id
                        """
                                .formatted(StoredText.COLUMNS),
                        StoredText::of,
                        coverId));
    }

    private List<String> contents(List<StoredText> texts) {
        return texts.stream()
                .map(text -> text.unpacked(packing, sql).content())
                .filter(Objects::nonNull)
                .toList();
    }

    /** A comment whose text is not unpacked yet. */
    private record Packed(Comment comment, StoredText text) {}

    private static final class Rows implements Row.Reader<Packed> {

        private final Parent.Kind kind;
        private final Shape.Shared<Project> projects = ProjectQueries.PROJECT.shared();
        private final Shape.Shared<Person> people = PersonQueries.PERSON.shared();

        Rows(Parent.Kind kind) {
            this.kind = kind;
        }

        @Override
        public Packed read(Row row) throws SQLException {
            long id = row.id();
            var parent = new Parent(kind, row.id());
            var project = projects.read(row);
            var msgid = row.text();
            var date = row.moment();
            var submitter = people.read(row);
            var text = StoredText.of(row);
            var addressed = row.flagOrNull();
            return new Packed(
                    new Comment(id, parent, project, msgid, date, submitter, "", null, addressed),
                    text);
        }
    }
}
