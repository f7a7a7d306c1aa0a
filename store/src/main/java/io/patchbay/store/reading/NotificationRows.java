package io.patchbay.store.reading;

import io.patchbay.store.database.Ids;
import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.events.Notifications;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.reading.People;
import io.patchbay.tracker.reading.Projects;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

public final class NotificationRows implements Notifications {

    private final Sql sql;
    private final Instant now;
    private final Projects projects;
    private final People people;

    /** A patch that changed its state, by ids. */
    private record Changed(
            long submitter, long patch, String name, long project, long before, long now) {}

    public NotificationRows(Transaction transaction) {
        this.sql = transaction.sql();
        this.now = transaction.now();
        this.projects = new ProjectQueries(sql);
        this.people = new PersonQueries(sql);
    }

    @Override
    public List<Due> take(Instant quiet, int most) {
        var submitters =
                sql.list(
                        """
                        select patch.submitter_id
                          from state_notification
                          join patch on patch.id = state_notification.patch_id
                         group by patch.submitter_id
                        having max(state_notification.last_modified) <= ?
                         order by patch.submitter_id
                         limit ?
                        """,
                        Row::id,
                        quiet,
                        most);
        var bySubmitter = new LinkedHashMap<Long, List<Changed>>();
        for (var one : changesOf(submitters)) {
            bySubmitter.computeIfAbsent(one.submitter, _ -> new ArrayList<>()).add(one);
        }
        var states =
                projects.states().stream()
                        .collect(Collectors.toMap(State::id, Function.identity()));
        return bySubmitter.entrySet().stream()
                .map(entry ->
                        new Due(
                                people.withId(entry.getKey()).orElseThrow(),
                                entry.getValue().stream().map(one -> change(one, states)).toList(),
                                now))
                .toList();
    }

    /** From now on they count as changed now. */
    private List<Changed> changesOf(List<Long> submitters) {
        var changes =
                sql.list(
                        """
                        select patch.submitter_id, patch.id, patch.name, patch.project_id,
                               state_notification.original_state_id, patch.state_id
                          from state_notification
                          join patch on patch.id = state_notification.patch_id
                         where %s
                         order by patch.submitter_id, patch.id
                        """
                                .formatted(sql.dialect().among("patch.submitter_id")),
                        row ->
                                new Changed(
                                        row.id(),
                                        row.id(),
                                        row.text(),
                                        row.id(),
                                        row.id(),
                                        row.id()),
                        new Ids(submitters));
        sql.update(
                "update state_notification set last_modified = ? where "
                        + sql.dialect().among("patch_id"),
                now,
                new Ids(changes.stream().map(Changed::patch).toList()));
        return changes;
    }

    private Change change(Changed one, Map<Long, State> states) {
        return new Change(
                one.patch,
                one.name,
                projects.withId(one.project).orElseThrow(),
                Objects.requireNonNull(states.get(one.before)),
                Objects.requireNonNull(states.get(one.now)));
    }

    @Override
    public void settle(Due due) {
        sql.update(
                "delete from state_notification where last_modified = ? and "
                        + sql.dialect().among("patch_id"),
                due.taken(),
                new Ids(due.changes().stream().map(Change::patchId).toList()));
    }

    @Override
    public int forget(Instant before) {
        return sql.update("delete from state_notification where last_modified < ?", before);
    }
}
