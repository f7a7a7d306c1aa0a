package io.patchbay.tracker.editing;

import io.patchbay.tracker.accounts.AuditEntry;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.User;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What an edit makes of a patch, with all that follows from it: events, audit and notices are read
 * off here and nowhere else.
 */
public record PatchEdited(Patch before, Patch after, Relating relating) {

    public boolean changesFields() {
        return !before.equals(after);
    }

    /** Its event is {@code patch-state-changed}. */
    public boolean changesState() {
        return before.state().id() != after.state().id();
    }

    /** Its event is {@code patch-delegated}. */
    public boolean changesDelegate() {
        return !Objects.equals(username(before.delegate()), username(after.delegate()));
    }

    /** Lists by state and archive mark count it elsewhere from now on. */
    public boolean changesLists() {
        return changesState() || before.archived() != after.archived();
    }

    /** The submitter is to be told by mail, if the state lasts. */
    public boolean needsNotice() {
        return changesState() && before.project().sendNotifications();
    }

    /** What the audit record keeps of the patch. */
    public List<AuditEntry.Change> audited() {
        var changes = new ArrayList<AuditEntry.Change>();
        add(changes, "state", before.state().slug(), after.state().slug());
        add(
                changes,
                "archived",
                Boolean.toString(before.archived()),
                Boolean.toString(after.archived()));
        add(changes, "delegate", username(before.delegate()), username(after.delegate()));
        add(changes, "commit_ref", before.commitRef(), after.commitRef());
        add(changes, "pull_url", before.pullUrl(), after.pullUrl());
        return changes;
    }

    private static void add(
            List<AuditEntry.Change> changes,
            String field,
            @Nullable String before,
            @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new AuditEntry.Change(field, before, after));
        }
    }

    private static @Nullable String username(@Nullable User user) {
        return user == null ? null : user.username();
    }
}
