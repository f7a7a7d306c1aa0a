package io.patchbay.web.list;

import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Criterion.InProjects;
import io.patchbay.tracker.query.Selection;
import io.patchbay.web.frame.Frame;
import io.patchbay.web.frame.Html;
import io.patchbay.web.frame.PageAddresses;
import io.patchbay.web.frame.PageContext;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * In which projects patches wait for the viewer (web-ui.md §8).
 *
 * @param waiting only those projects that have one
 */
public record TodoPage(Frame frame, List<Waiting> waiting) {

    /** How many patches wait in a project. */
    public record Waiting(Project project, long patches) {

        public String address() {
            return "/user/todo/" + PageAddresses.project(project).substring("/project/".length());
        }
    }

    public static Response show(PageContext context, Request request, Viewer viewer, User user) {
        var page =
                context.read(reading ->
                        new TodoPage(
                                context.frame(request, viewer, null, reading),
                                waiting(user, reading)));
        return page.waiting.size() == 1
                ? Response.redirect(302, page.waiting.getFirst().address())
                : Html.page(JtetodoGenerated::render, page);
    }

    private static List<Waiting> waiting(User user, Reading reading) {
        var criteria =
                new ArrayList<Criterion>(
                        PageContext.todoOf(user.id(), reading.projects().states()));
        var waiting = new ArrayList<Waiting>();
        for (var project : reading.projects().all()) {
            criteria.add(new InProjects(Set.of(project.id())));
            long patches = reading.patches().list(new Selection(criteria, List.of(), 0, 0)).total();
            criteria.removeLast();
            if (patches > 0) {
                waiting.add(new Waiting(project, patches));
            }
        }
        return waiting;
    }
}
