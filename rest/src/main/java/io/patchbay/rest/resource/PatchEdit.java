package io.patchbay.rest.resource;

import io.patchbay.rest.request.RequestFields;
import io.patchbay.tracker.editing.PatchFields;
import io.patchbay.tracker.editing.StateName;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Reads an edit of a patch (rest-api §7.5). */
final class PatchEdit {

    private PatchEdit() {}

    static PatchFields read(RequestFields asked, boolean partial) {
        var related = asked.ids("related");
        // PUT describes all of the patch, so that relations it does not name are none.
        return read(asked, related == null && !partial ? List.of() : related);
    }

    /** Of one of several patches that are edited alike; relations stay. */
    static PatchFields alike(RequestFields asked) {
        return read(asked, (List<Long>) null);
    }

    private static PatchFields read(RequestFields asked, @Nullable List<Long> related) {
        var state = asked.word("state");
        return new PatchFields(
                state == null ? null : new StateName.Word(state),
                asked.flag("archived"),
                asked.idOrNull("delegate"),
                asked.textOrNull("commit_ref"),
                asked.textOrNull("pull_url"),
                related);
    }
}
