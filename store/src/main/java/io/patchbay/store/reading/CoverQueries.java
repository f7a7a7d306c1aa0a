package io.patchbay.store.reading;

import io.patchbay.mail.header.MessageId;
import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.store.packing.Packing;
import io.patchbay.store.packing.StoredText;
import io.patchbay.store.query.Heads;
import io.patchbay.store.query.Join;
import io.patchbay.store.query.ListDefinition;
import io.patchbay.store.query.Listing;
import io.patchbay.store.query.Shape;
import io.patchbay.tracker.model.Cover;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.reading.Covers;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

public final class CoverQueries implements Covers {

    private static final Listing LISTING =
            new Listing(
                    ListDefinition.COVERS,
                    "%s, cover.id, cover.msgid, cover.date, cover.name, %s, %s"
                            .formatted(
                                    ProjectQueries.PROJECT.of("project"),
                                    PersonQueries.PERSON.of("person"),
                                    Heads.series("series")),
                    List.of(
                            new Join("project", "project.id = cover.project_id"),
                            new Join("person", "person.id = cover.submitter_id"),
                            new Join("series", "series.cover_id = cover.id")));

    private final Sql sql;
    private final Packing packing;

    public CoverQueries(Sql sql, Packing packing) {
        this.sql = sql;
        this.packing = packing;
    }

    @Override
    public Page<Cover> list(Selection selection) {
        return LISTING.page(sql, selection, new Rows());
    }

    @Override
    public Optional<Cover> withId(long id) {
        return sql.findOne(LISTING.rows("where cover.id = ?"), new Rows(), id);
    }

    @Override
    public Optional<Cover> withMessageId(long projectId, String msgid) {
        return storedAs(projectId, msgid)
                .or(() -> storedAs(projectId, new MessageId(msgid).bare()));
    }

    private Optional<Cover> storedAs(long projectId, String msgid) {
        return sql.findOne(
                LISTING.rows("where cover.project_id = ? and cover.msgid = ?"),
                new Rows(),
                projectId,
                msgid);
    }

    @Override
    public MailText text(long id) {
        return sql.one(
                        "select %s from cover_text where cover_id = ?"
                                .formatted(StoredText.COLUMNS),
                        StoredText::of,
                        id)
                .unpacked(packing, sql);
    }

    private static final class Rows implements Row.Reader<Cover> {

        private final Heads heads = new Heads();
        private final Shape.Shared<Project> projects = ProjectQueries.PROJECT.shared();
        private final Shape.Shared<Person> people = PersonQueries.PERSON.shared();

        @Override
        public Cover read(Row row) throws SQLException {
            var project = projects.read(row);
            return new Cover(
                    row.id(),
                    project,
                    row.text(),
                    row.moment(),
                    row.text(),
                    people.read(row),
                    heads.seriesOrNull(row, project));
        }
    }
}
