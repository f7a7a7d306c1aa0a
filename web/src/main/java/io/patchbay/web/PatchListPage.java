package io.patchbay.web;

import io.patchbay.http.Parameters;
import io.patchbay.patches.State;

import java.util.List;

/** All that a page with a patch list shows. */
record PatchListPage(
        Frame frame,
        String title,
        PatchFilter filter,
        List<State> states,
        Parameters query,
        long total,
        PatchTable table,
        Pager pager) {}
