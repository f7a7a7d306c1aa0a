package io.patchbay.web.frame;

import io.patchbay.http.message.Percent;
import io.patchbay.http.message.Request;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.model.Project;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What every page shows around its content.
 *
 * @param project the one the page is about
 * @param todo how many patches wait for the viewer
 */
public record Frame(
        Site site,
        Request request,
        Viewer viewer,
        @Nullable Project project,
        long todo,
        List<Flash> flashes) {

    /** Around a page that is about no project and reads nothing. */
    public static Frame without(Site site, Request request, Viewer viewer) {
        return new Frame(site, request, viewer, null, 0, List.of());
    }

    public Frame with(List<Flash> what) {
        return new Frame(site, request, viewer, project, todo, what);
    }

    public String path() {
        return Percent.decode(request.rawPath());
    }

    public String csrf() {
        return request.csrf().masked();
    }
}
