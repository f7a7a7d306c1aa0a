package io.patchbay.rest.resource;

import io.patchbay.http.message.Method;
import io.patchbay.http.message.Numbers;
import io.patchbay.rest.endpoint.Endpoint;
import io.patchbay.rest.endpoint.Listing;
import io.patchbay.rest.json.ProjectJson;
import io.patchbay.rest.request.ApiReply;
import io.patchbay.rest.request.Body;
import io.patchbay.rest.request.Call;
import io.patchbay.rest.request.Ordering;
import io.patchbay.rest.request.RequestBody;
import io.patchbay.rest.request.RequestFields;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.accounts.Rights;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.Project.Links;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The endpoints of projects (rest-api §7.2). */
public final class ProjectResource {

    private final Store store;

    public ProjectResource(Store store) {
        this.store = store;
    }

    public Endpoint list() {
        return Endpoint.named("Project List", "List projects.")
                .list(
                        new Listing<>(
                                store,
                                ProjectJson.SHAPE,
                                List.of(),
                                true,
                                Ordering.by(Field.ID, Field.NAME),
                                (reading, _, selection) -> page(reading, selection)));
    }

    public Endpoint detail() {
        return Endpoint.named(
                        "Project Detail",
                        "get:\nShow a project.\n\npatch:\nUpdate a project.\n\nput:\nUpdate a"
                                + " project.")
                .get(ProjectJson.SHAPE, this::show)
                .edit(ProjectJson.SHAPE, this::mayEdit, this::edit, this::edit);
    }

    private static Page<ProjectJson> page(Reading reading, Selection selection) {
        var page = reading.projects().list(selection);
        var maintainers =
                reading.projects().maintainers(page.rows().stream().map(Project::id).toList());
        return page.with(
                page.rows().stream()
                        .map(project ->
                                new ProjectJson(
                                        project, maintainers.getOrDefault(project.id(), List.of())))
                        .toList());
    }

    private ApiReply show(Call call) {
        return ApiReply.ok(
                ProjectJson.SHAPE, store.read(reading -> withMaintainers(reading, call)));
    }

    // Nothing is required, so that PUT and PATCH are the same.
    private ApiReply edit(Call call) throws IOException {
        store.read(reading -> editable(reading, call));
        var given = RequestBody.of(Body.of(call.request()));
        return ApiReply.ok(
                ProjectJson.SHAPE,
                store.write(writing -> {
                    var project = editable(writing, call);
                    boolean partial = call.request().method() == Method.PATCH;
                    var asked = new RequestFields(given, ProjectJson.SHAPE, partial);
                    var links = links(asked, project.links());
                    boolean shown = asked.flag("show_dependencies", project.showDependencies());
                    asked.end();
                    writing.edits().change(project, links, shown);
                    return withMaintainers(writing, call);
                }));
    }

    private static Links links(RequestFields asked, Links now) {
        return new Links(
                asked.text("web_url", now.webUrl()),
                asked.text("scm_url", now.scmUrl()),
                asked.text("webscm_url", now.webScmUrl()),
                asked.text("list_archive_url", now.listArchiveUrl()),
                asked.text("list_archive_url_format", now.listArchiveUrlFormat()),
                asked.text("commit_url_format", now.commitUrlFormat()));
    }

    private static Project editable(Reading reading, Call call) {
        var project = found(reading, call);
        if (!Rights.maintains(call.viewer(), project)) {
            throw call.notPermitted();
        }
        return project;
    }

    private boolean mayEdit(Call call) {
        return store.read(reading -> Rights.maintains(call.viewer(), found(reading, call)));
    }

    static ProjectJson withMaintainers(Reading reading, Call call) {
        var project = found(reading, call);
        return new ProjectJson(
                project,
                reading.projects()
                        .maintainers(List.of(project.id()))
                        .getOrDefault(project.id(), List.of()));
    }

    /** By id or link name: a number that is no id can still be a name. */
    static Project found(Reading reading, Call call) {
        var key = call.request().segment("id");
        long id = Numbers.parse(key, -1);
        var withId = id < 0 ? Optional.<Project>empty() : reading.projects().withId(id);
        return withId.or(() -> reading.projects().withLinkName(key))
                .orElseThrow(() -> Call.noSuch("Project"));
    }
}
