package io.patchbay.store.reading;

import static java.util.stream.Collectors.toSet;

import io.patchbay.mail.header.MessageId;
import io.patchbay.store.accounts.UserQueries;
import io.patchbay.store.database.Ids;
import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.store.packing.Packing;
import io.patchbay.store.packing.StoredText;
import io.patchbay.store.query.Heads;
import io.patchbay.store.query.Join;
import io.patchbay.store.query.ListDefinition;
import io.patchbay.store.query.Listing;
import io.patchbay.store.query.PatchIndex;
import io.patchbay.store.query.Shape;
import io.patchbay.tracker.model.CheckState;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.reading.Patches;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

public final class PatchQueries implements Patches {

    private static final String COLUMNS =
            """
            %s, patch.id, patch.msgid, patch.date, patch.name, patch.commit_ref,
            patch.pull_url, patch.archived, patch.hash, patch.number, patch.check_state,
            patch.relation_id, %s, %s, %s, %s
            """
                    .formatted(
                            ProjectQueries.PROJECT.of("project"),
                            ProjectQueries.STATE.of("state"),
                            PersonQueries.PERSON.of("person"),
                            UserQueries.USER.of("account"),
                            Heads.series("series"));
    private static final String COUNTS =
            "patch.check_success, patch.check_warning, patch.check_fail, patch.comment_count";

    static final Listing LISTING = listing(COLUMNS);
    private static final Listing TALLIED = listing(COLUMNS + ", " + COUNTS);

    private final Sql sql;
    private final Packing packing;
    private final @Nullable PatchIndex index;

    public PatchQueries(Sql sql, Packing packing, @Nullable PatchIndex index) {
        this.sql = sql;
        this.packing = packing;
        this.index = index;
    }

    private static Listing listing(String columns) {
        return new Listing(
                ListDefinition.PATCHES,
                columns,
                List.of(
                        new Join("project", "project.id = patch.project_id"),
                        new Join("state", "state.id = patch.state_id"),
                        new Join("person", "person.id = patch.submitter_id"),
                        new Join("account", "account.id = patch.delegate_id"),
                        new Join("series", "series.id = patch.series_id")));
    }

    @Override
    public Page<Patch> list(Selection selection) {
        var page = LISTING.page(sql, index, selection, new Rows());
        return page.with(withRelated(page.rows()));
    }

    @Override
    public Tallied tallied(Selection selection) {
        var rows = new Rows();
        var tallies = new HashMap<Long, Tally>();
        var page =
                TALLIED.page(
                        sql,
                        index,
                        selection,
                        row -> {
                            var patch = rows.read(row);
                            addCounts(patch.id(), row, tallies);
                            return patch;
                        });
        addTags(page.rows().stream().map(Patch::id).toList(), tallies);
        return new Tallied(page.with(withRelated(page.rows())), tallies);
    }

    @Override
    public Optional<Patch> withId(long id) {
        return findOne("where patch.id = ?", id);
    }

    @Override
    public Optional<Patch> withMessageId(long projectId, String msgid) {
        return storedAs(projectId, msgid)
                .or(() -> storedAs(projectId, new MessageId(msgid).bare()));
    }

    private Optional<Patch> storedAs(long projectId, String msgid) {
        return findOne("where patch.project_id = ? and patch.msgid = ?", projectId, msgid);
    }

    @Override
    public List<Patch> numberedInSeries(long seriesId) {
        return withRelated(
                sql.list(
                        LISTING.rows(
                                """
                                where patch.series_id = ? and patch.number is not null
                                order by patch.number
                                """),
                        new Rows(),
                        seriesId));
    }

    private Optional<Patch> findOne(String condition, Object... arguments) {
        return sql.findOne(LISTING.rows(condition), new Rows(), arguments)
                .map(patch -> withRelated(List.of(patch)).getFirst());
    }

    /** Asks for the members of all relations at once, and only if there is one. */
    private List<Patch> withRelated(List<Patch> patches) {
        var relations =
                patches.stream().map(Patch::relation).filter(Objects::nonNull).collect(toSet());
        if (relations.isEmpty()) {
            return patches;
        }
        var members = new HashMap<Long, List<PatchHead>>();
        var projects = ProjectQueries.PROJECT.shared();
        sql.each(
                """
                select patch.relation_id, %s, %s
                  from patch
                  join project on project.id = patch.project_id
                 where %s
                 order by patch.id
                """
                        .formatted(
                                ProjectQueries.PROJECT.of("project"),
                                Heads.patch("patch"),
                                sql.dialect().among("patch.relation_id")),
                row ->
                        members.computeIfAbsent(row.id(), _ -> new ArrayList<>())
                                .add(Heads.patch(row, projects.read(row))),
                new Ids(relations));
        return patches.stream().map(patch -> related(patch, members)).toList();
    }

    private static Patch related(Patch patch, Map<Long, List<PatchHead>> members) {
        if (patch.relation() == null) {
            return patch;
        }
        var others =
                members.getOrDefault(patch.relation(), List.of()).stream()
                        .filter(member -> member.id() != patch.id())
                        .toList();
        return patch.withRelated(others);
    }

    @Override
    public MailText text(long id) {
        return sql.one(
                        "select %s from patch_text where patch_id = ?".formatted(StoredText.PATCH),
                        StoredText::ofPatch,
                        id)
                .unpacked(packing, sql);
    }

    @Override
    public Map<Long, MailText> texts(Collection<Long> ids) {
        var stored = new HashMap<Long, StoredText>();
        sql.each(
                "select patch_id, %s from patch_text where %s"
                        .formatted(StoredText.PATCH, sql.dialect().among("patch_id")),
                row -> stored.put(row.id(), StoredText.ofPatch(row)),
                new Ids(ids));
        var texts = new HashMap<Long, MailText>();
        stored.forEach((id, text) -> texts.put(id, text.unpacked(packing, sql)));
        return texts;
    }

    @Override
    public Map<Long, Tally> tallies(Collection<Long> ids) {
        var tallies = new HashMap<Long, Tally>();
        sql.each(
                "select patch.id, %s from patch where %s"
                        .formatted(COUNTS, sql.dialect().among("patch.id")),
                row -> addCounts(row.id(), row, tallies),
                new Ids(ids));
        addTags(ids, tallies);
        return tallies;
    }

    /** Reads the {@link #COUNTS} of a patch. */
    private static @Nullable Tally addCounts(long patch, Row row, Map<Long, Tally> tallies)
            throws SQLException {
        var read =
                new Tally(new HashMap<>(), row.number(), row.number(), row.number(), row.number());
        return read.success() + read.warning() + read.fail() + read.comments() == 0
                ? null
                : tallies.put(patch, read);
    }

    private void addTags(Collection<Long> ids, Map<Long, Tally> tallies) {
        sql.each(
                "select patch_id, tag_id, count from patch_tag where "
                        + sql.dialect().among("patch_id"),
                row ->
                        tallies.computeIfAbsent(
                                        row.id(), _ -> new Tally(new HashMap<>(), 0, 0, 0, 0))
                                .tags()
                                .put(row.id(), row.number()),
                new Ids(ids));
    }

    /** Reads the rows of one result. Which patches are related stands in other rows. */
    private static final class Rows implements Row.Reader<Patch> {

        private final Heads heads = new Heads();
        private final Shape.Shared<Project> projects = ProjectQueries.PROJECT.shared();
        private final Shape.Shared<State> states = ProjectQueries.STATE.shared();
        private final Shape.Shared<Person> people = PersonQueries.PERSON.shared();
        private final Shape.Shared<User> users = UserQueries.USER.shared();

        @Override
        public Patch read(Row row) throws SQLException {
            var project = projects.read(row);
            var id = row.id();
            var msgid = row.text();
            var date = row.moment();
            var name = row.text();
            var commitRef = row.textOrNull();
            var pullUrl = row.textOrNull();
            var archived = row.flag();
            var hash = row.textOrNull();
            var number = row.numberOrNull();
            var check = CheckState.of(row.number());
            var relation = row.idOrNull();
            var state = states.read(row);
            var submitter = people.read(row);
            var delegate = users.readOrNull(row);
            var series = heads.seriesOrNull(row, project);
            return new Patch(
                    id, project, msgid, date, name, commitRef, pullUrl, state, archived, hash,
                    submitter, delegate, series, number, check, relation, List.of());
        }
    }
}
