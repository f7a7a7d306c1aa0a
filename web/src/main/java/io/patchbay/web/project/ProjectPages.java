package io.patchbay.web.project;

import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Criterion.Archived;
import io.patchbay.tracker.query.Criterion.InProjects;
import io.patchbay.tracker.query.Selection;
import io.patchbay.web.frame.Frame;
import io.patchbay.web.frame.Html;
import io.patchbay.web.frame.PageAddresses;
import io.patchbay.web.frame.PageContext;
import io.patchbay.web.list.BulkChoices;
import io.patchbay.web.patch.Downloads;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * The projects, what is known of each, and the settings that pwclient needs (web-ui.md §3, §6.2).
 */
public record ProjectPages(PageContext context) {

    /** What the list of projects shows. */
    public record Overview(Frame frame, List<Project> projects) {}

    /**
     * What the page of a project shows.
     *
     * @param patches how many, in any state
     * @param archived how many more
     */
    public record Info(
            Frame frame, Project project, List<User> maintainers, long patches, long archived) {}

    /** The list of projects; a site with one project has no use for it. */
    public Response list(Request request) throws IOException {
        return context.read(
                request,
                (reading, viewer) -> {
                    var projects = reading.projects().all();
                    if (projects.size() == 1) {
                        return Response.redirect(302, PageAddresses.list(projects.getFirst()));
                    }
                    var frame = context.frame(request, viewer, null, reading);
                    return Html.page(JteprojectsGenerated::render, new Overview(frame, projects));
                });
    }

    public Response info(Request request) throws IOException {
        var info =
                context.read(
                        request,
                        (reading, viewer) -> {
                            var project = PageContext.project(request, reading);
                            return new Info(
                                    context.frame(request, viewer, project, reading),
                                    project,
                                    BulkChoices.maintainers(project, reading),
                                    patches(project, false, reading),
                                    patches(project, true, reading));
                        });
        return Html.page(JteprojectGenerated::render, info);
    }

    private static long patches(Project project, boolean archived, Reading reading) {
        List<Criterion> criteria =
                List.of(new InProjects(Set.of(project.id())), new Archived(archived));
        return reading.patches().list(new Selection(criteria, List.of(), 0, 0)).total();
    }

    public Response pwclientrc(Request request) throws IOException {
        var text =
                context.read(
                        request,
                        (reading, viewer) ->
                                Pwclientrc.of(
                                        PageContext.project(request, reading),
                                        context.site(),
                                        viewer,
                                        request.isSecure()));
        return Downloads.file("text/plain", ".pwclientrc", text).header("Vary", "Cookie");
    }
}
