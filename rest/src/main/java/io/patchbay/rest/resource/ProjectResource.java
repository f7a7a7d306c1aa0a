package io.patchbay.rest.resource;

import io.patchbay.http.message.Method;
import io.patchbay.rest.endpoint.Endpoint;
import io.patchbay.rest.endpoint.Listing;
import io.patchbay.rest.json.ProjectJson;
import io.patchbay.rest.request.ApiReply;
import io.patchbay.rest.request.Call;
import io.patchbay.rest.request.EditCall;
import io.patchbay.rest.request.Ordering;
import io.patchbay.rest.request.RequestFields;
import io.patchbay.tracker.Editing;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.editing.Change.EditProject;
import io.patchbay.tracker.editing.Change.ProjectName;
import io.patchbay.tracker.editing.ProjectFields;
import io.patchbay.tracker.editing.ProjectRules;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;

import java.io.IOException;
import java.util.List;

/** The endpoints of projects (rest-api §7.2). */
public final class ProjectResource {

    private final Store store;
    private final Editing editing;

    public ProjectResource(Store store) {
        this.store = store;
        this.editing = new Editing(store);
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
                ProjectJson.SHAPE,
                store.read(reading -> withMaintainers(reading, found(reading, call))));
    }

    // Nothing is required, so that PUT and PATCH are the same.
    private ApiReply edit(Call call) throws IOException {
        var named = new ProjectName.Key(call.request().segment("id"));
        var edit = new EditCall<>(editing, call, new EditProject(named, ProjectFields.NONE));
        var asked = edit.fields(ProjectJson.SHAPE, call.request().method() == Method.PATCH);
        var project = edit.apply(new EditProject(named, fields(asked)), asked).result();
        return ApiReply.ok(
                ProjectJson.SHAPE, store.read(reading -> withMaintainers(reading, project)));
    }

    private static ProjectFields fields(RequestFields asked) {
        return new ProjectFields(
                asked.text("web_url"),
                asked.text("scm_url"),
                asked.text("webscm_url"),
                asked.text("list_archive_url"),
                asked.text("list_archive_url_format"),
                asked.text("commit_url_format"),
                null,
                asked.flag("show_dependencies"),
                null);
    }

    private boolean mayEdit(Call call) {
        var project = store.read(reading -> found(reading, call));
        return ProjectRules.lacking(call.actor(), project) == null;
    }

    private static ProjectJson withMaintainers(Reading reading, Project project) {
        return new ProjectJson(
                project,
                reading.projects()
                        .maintainers(List.of(project.id()))
                        .getOrDefault(project.id(), List.of()));
    }

    private static Project found(Reading reading, Call call) {
        return reading.projects()
                .withKey(call.request().segment("id"))
                .orElseThrow(() -> Call.noSuch("Project"));
    }
}
