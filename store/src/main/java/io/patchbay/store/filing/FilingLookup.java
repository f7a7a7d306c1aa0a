package io.patchbay.store.filing;

import io.patchbay.store.database.Ids;
import io.patchbay.store.database.Moment;
import io.patchbay.store.database.Row;
import io.patchbay.store.database.Spans;
import io.patchbay.store.database.Sql;
import io.patchbay.store.database.StoreFailure;
import io.patchbay.store.database.Texts;
import io.patchbay.tracker.filing.Conversation;
import io.patchbay.tracker.filing.KnownSeries;
import io.patchbay.tracker.filing.Questions;
import io.patchbay.tracker.model.Comment.Parent;
import io.patchbay.tracker.model.CommentHead;
import io.patchbay.tracker.model.CoverHead;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.Project;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Answers what filing wants to know of the store: a fixed number of statements, however many mails
 * are asked about, each of which goes through an index.
 */
final class FilingLookup {

    private static final String PATCH =
            "patch.project_id, patch.id, patch.msgid, patch.date, patch.name, patch.series_id";
    private static final String COVER =
            "cover.project_id, cover.id, cover.msgid, cover.date, cover.name, series.id";

    private final Sql sql;
    private final Map<Long, Project> projects;
    private final Conversation known;

    FilingLookup(Sql sql, Map<Long, Project> projects, Conversation known) {
        this.sql = sql;
        this.projects = projects;
        this.known = known;
    }

    Conversation answer(Questions questions) {
        var idsByEmail = learnPeople(questions.people());
        learnUsers(questions.users());
        learnPatches(questions.patches());
        learnCovers("cover.msgid", questions.covers());
        learnCovers("cover.name", questions.coverNames());
        learnPatchComments(questions.comments());
        learnCoverComments(questions.comments());
        if (questions.asksWaiting()) {
            learnWaiting(questions.comments());
        }
        var series = new HashSet<>(questions.series());
        series.addAll(learnReferences(questions.references()));
        series.addAll(seriesIn(questions.windows(), idsByEmail));
        learnSeries(series, questions.asksThreads());
        return known;
    }

    private Map<String, List<Long>> learnPeople(Set<String> emails) {
        var ids = new HashMap<String, List<Long>>();
        among(
                "select id, name, email, account_id from person where %s",
                "email_key",
                emails,
                row -> {
                    var person = new Person(row.id(), row.textOrNull(), row.text(), row.idOrNull());
                    known.learn(person);
                    return ids.computeIfAbsent(
                                    person.email().toLowerCase(Locale.ROOT),
                                    email -> new ArrayList<>(1))
                            .add(person.id());
                });
        return ids;
    }

    private void learnUsers(Set<String> emails) {
        among(
                "select email, id from account where %s order by id",
                "email_key",
                emails,
                row -> {
                    known.learnUser(row.text(), row.id());
                    return row;
                });
    }

    private void learnPatches(Set<String> msgids) {
        among(
                "select " + PATCH + " from patch where %s",
                "patch.msgid",
                msgids,
                row -> {
                    learnPatch(row);
                    return row;
                });
    }

    private void learnCovers(String column, Set<String> values) {
        among(
                "select "
                        + COVER
                        + " from cover left join series on series.cover_id = cover.id where %s",
                column,
                values,
                row -> {
                    learnCover(row);
                    return row;
                });
    }

    private void learnPatchComments(Set<String> msgids) {
        among(
                """
                select patch_comment.id, patch_comment.msgid, patch_comment.date, %s
                  from patch_comment
                  join patch on patch.id = patch_comment.patch_id
                 where %%s
                """
                        .formatted(PATCH),
                "patch_comment.msgid",
                msgids,
                row -> {
                    var comment = new CommentColumns(row);
                    var patch = learnPatch(row);
                    known.learn(
                            comment.on(new Parent(Parent.Kind.PATCH, patch.id()), patch.project()));
                    return row;
                });
    }

    private void learnCoverComments(Set<String> msgids) {
        among(
                """
                select cover_comment.id, cover_comment.msgid, cover_comment.date, %s
                  from cover_comment
                  join cover on cover.id = cover_comment.cover_id
                  left join series on series.cover_id = cover.id
                 where %%s
                """
                        .formatted(COVER),
                "cover_comment.msgid",
                msgids,
                row -> {
                    var comment = new CommentColumns(row);
                    var cover = learnCover(row);
                    known.learn(
                            comment.on(new Parent(Parent.Kind.COVER, cover.id()), cover.project()));
                    return row;
                });
    }

    private void learnWaiting(Set<String> msgids) {
        among(
                "select project_id, msgid from waiting_mail where %s",
                "msgid",
                msgids,
                row -> {
                    known.learnWaiting(row.id(), row.text());
                    return row;
                });
    }

    private record CommentColumns(long id, String msgid, Instant date) {

        CommentColumns(Row row) throws SQLException {
            this(row.id(), row.text(), row.moment());
        }

        CommentHead on(Parent parent, Project project) {
            return new CommentHead(id, parent, project, msgid, date);
        }
    }

    private PatchHead learnPatch(Row row) throws SQLException {
        var project = project(row.id());
        var patch = new PatchHead(row.id(), project, row.text(), row.moment(), row.text());
        known.learn(patch, row.idOrNull());
        return patch;
    }

    private CoverHead learnCover(Row row) throws SQLException {
        var project = project(row.id());
        var cover = new CoverHead(row.id(), project, row.text(), row.moment(), row.text());
        known.learn(cover, row.idOrNull());
        return cover;
    }

    /** Returns the series that were found. */
    private Set<Long> learnReferences(Map<Long, Set<String>> msgids) {
        var series = new HashSet<Long>();
        msgids.forEach((project, ofProject) ->
                sql.each(
                        """
                        select msgid, series_id
                          from series_reference
                         where project_id = ?
                           and %s
                        """
                                .formatted(sql.dialect().among("msgid")),
                        row -> {
                            var msgid = row.text();
                            long id = row.id();
                            known.learnReference(project, msgid, id);
                            return series.add(id);
                        },
                        project,
                        new Texts(ofProject)));
        return series;
    }

    private Set<Long> seriesIn(List<Questions.Window> windows, Map<String, List<Long>> idsByEmail) {
        var spans = new ArrayList<Spans.Span>();
        for (var window : windows) {
            for (var person : idsByEmail.getOrDefault(window.email(), List.of())) {
                spans.add(
                        new Spans.Span(
                                person, Moment.stored(window.from()), Moment.stored(window.to())));
            }
        }
        if (spans.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(
                sql.list(
                        """
                        select series.id
                          from %s span
                         cross join series
                         where series.submitter_id = span."of"
                           and series.date between span."first" and span."last"
                        """
                                .formatted(sql.dialect().spans()),
                        Row::id,
                        new Spans(spans)));
    }

    private void learnSeries(Set<Long> ids, boolean withReferences) {
        if (ids.isEmpty()) {
            return;
        }
        var series = new HashMap<Long, KnownSeries>();
        sql.each(
                """
                select person.id, person.name, person.email, person.account_id,
                       series.id, series.project_id, series.date, series.submitter_id,
                       series.version, series.total, series.name, series.cover_id, cover.msgid
                  from series
                  join person on person.id = series.submitter_id
                  left join cover on cover.id = series.cover_id
                 where %s
                """
                        .formatted(sql.dialect().among("series.id")),
                row -> {
                    known.learn(new Person(row.id(), row.textOrNull(), row.text(), row.idOrNull()));
                    var one =
                            new KnownSeries(
                                    row.id(),
                                    project(row.id()),
                                    row.moment(),
                                    row.id(),
                                    row.number(),
                                    row.number(),
                                    row.textOrNull(),
                                    row.idOrNull(),
                                    row.textOrNull());
                    return series.put(one.id(), one);
                },
                new Ids(ids));
        sql.each(
                """
                select series_id, number, project_id, id, msgid, date, name
                  from patch
                 where %s
                """
                        .formatted(sql.dialect().among("series_id")),
                row -> {
                    var of = series.get(row.id());
                    var number = row.numberOrNull();
                    var project = project(row.id());
                    var patch =
                            new PatchHead(row.id(), project, row.text(), row.moment(), row.text());
                    if (of != null) {
                        of.add(number, patch);
                    }
                    return row;
                },
                new Ids(ids));
        if (withReferences) {
            sql.each(
                    "select series_id, msgid from series_reference where "
                            + sql.dialect().among("series_id"),
                    row -> {
                        var of = series.get(row.id());
                        var msgid = row.text();
                        if (of != null) {
                            of.refer(msgid);
                        }
                        return row;
                    },
                    new Ids(ids));
        }
        series.values().forEach(known::learn);
    }

    private void among(String select, String column, Set<String> values, Row.Reader<?> visitor) {
        if (!values.isEmpty()) {
            sql.each(select.formatted(sql.dialect().among(column)), visitor, new Texts(values));
        }
    }

    private Project project(long id) {
        var project = projects.get(id);
        if (project == null) {
            throw new StoreFailure("project %d has rows but does not exist".formatted(id));
        }
        return project;
    }
}
