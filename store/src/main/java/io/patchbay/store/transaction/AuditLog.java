package io.patchbay.store.transaction;

import io.patchbay.store.database.Batch;
import io.patchbay.store.database.Sql;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.AuditEntry;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The audit record of one transaction: what changed, for whoever is behind it. It is written
 * together with the changes when they commit.
 */
public final class AuditLog {

    private static final int LONGEST_ADDRESS = 100;
    private static final int LONGEST_TEXT = 300;

    private final Counters counters;
    private final Tallies tallies;
    private final Instant now;
    private final @Nullable Actor actor;
    private final Batch entries;
    private final Batch changes;

    /**
     * @param actor who is behind the changes; null for what mail and chores do, of which there is
     *     no record
     */
    AuditLog(Sql sql, Counters counters, Tallies tallies, Instant now, @Nullable Actor actor) {
        this.actor = actor;
        this.counters = counters;
        this.tallies = tallies;
        this.now = now;
        this.entries =
                sql.batch(
                        """
                        insert into audit (
                            id, date, account_id, username, token_id, address, request,
                            project_id, object)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """);
        this.changes =
                sql.batch(
                        """
                        insert into audit_change (audit_id, position, field, old_value, new_value)
                        values (?, ?, ?, ?, ?)
                        """);
    }

    /** Whether somebody asks for what happens now. If not, there is no need to find names. */
    public boolean isKept() {
        return actor != null;
    }

    /** What is changed of one object. */
    public final class Entry {

        private final @Nullable Long project;
        private final String object;
        private final List<@Nullable Object[]> changed = new ArrayList<>();

        private Entry(@Nullable Long project, String object) {
            this.project = project;
            this.object = object;
        }

        /** A field that is the same before and after is not mentioned. */
        public Entry field(String name, @Nullable Object before, @Nullable Object after) {
            if (!Objects.equals(before, after)) {
                changed.add(new @Nullable Object[] {name, text(before), text(after)});
            }
            return this;
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : value.toString();
        }

        /** Fields as their change is described. */
        public Entry fields(List<AuditEntry.Change> all) {
            all.forEach(one -> field(one.field(), one.before(), one.after()));
            return this;
        }

        public void keep() {
            if (actor != null && !changed.isEmpty()) {
                long unused = write(actor);
            }
        }

        /** Returns the id of the entry; 0 if there is none. */
        public long keepAs() {
            return actor == null || changed.isEmpty() ? 0 : write(actor);
        }

        private long write(Actor from) {
            long id = counters.next("audit");
            var viewer = from.viewer();
            var user = from.user();
            var grant = viewer == null ? null : viewer.grant();
            tallies.audit(project, id, now, 1);
            entries.add(
                    id,
                    now,
                    user == null ? null : (Long) user.id(),
                    user == null ? null : user.username(),
                    grant == null ? null : (Long) grant.tokenId(),
                    cut(from.origin().address(), LONGEST_ADDRESS),
                    cut(from.origin().request(), LONGEST_TEXT),
                    project,
                    cut(object, LONGEST_TEXT));
            for (int i = 0; i < changed.size(); i++) {
                var one = changed.get(i);
                changes.add(id, i, cut(String.valueOf(one[0]), LONGEST_TEXT), one[1], one[2]);
            }
            return id;
        }
    }

    /**
     * @param project null for what is in no project
     */
    public Entry of(@Nullable Long project, String kind, long id) {
        return new Entry(project, kind + " " + id);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    void keep() {
        entries.run();
        changes.run();
    }
}
