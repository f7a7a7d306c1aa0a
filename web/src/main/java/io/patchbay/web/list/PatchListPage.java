package io.patchbay.web.list;

import io.patchbay.http.message.Parameters;
import io.patchbay.tracker.model.State;
import io.patchbay.web.frame.Frame;
import io.patchbay.web.frame.Pager;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * All that a page with a patch list shows.
 *
 * @param versions of the series that is listed; empty if it has no others
 * @param query what the address asks for; links keep it
 * @param withDelegate whether the list can be filtered by delegate
 * @param choices for the form below the list; null for those who are not signed in
 */
record PatchListPage(
        Frame frame,
        String title,
        PatchFilter filter,
        List<OtherVersion> versions,
        List<State> states,
        Parameters query,
        boolean withDelegate,
        long total,
        PatchTable table,
        Pager pager,
        @Nullable BulkChoices choices) {}
