package io.patchbay.web;

import io.patchbay.http.Percent;
import io.patchbay.http.Request;
import io.patchbay.patches.Project;
import io.patchbay.patches.Viewer;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What every page shows around its content.
 *
 * @param project the one the page is about
 * @param todo how many patches wait for the viewer
 */
record Frame(
        Site site,
        Request request,
        Viewer viewer,
        @Nullable Project project,
        long todo,
        List<Flash> flashes) {

    /** Around a page that is about no project and reads nothing. */
    static Frame without(Site site, Request request, Viewer viewer) {
        return new Frame(site, request, viewer, null, 0, List.of());
    }

    Frame with(List<Flash> what) {
        return new Frame(site, request, viewer, project, todo, what);
    }

    String path() {
        return Percent.decode(request.rawPath());
    }

    String csrf() {
        return request.csrf().masked();
    }
}
