package io.patchbay.rest;

import io.patchbay.http.Numbers;
import io.patchbay.patches.Page;
import io.patchbay.patches.Project;
import io.patchbay.patches.Reading;
import io.patchbay.patches.Rights;
import io.patchbay.patches.Selection;
import io.patchbay.patches.Selection.Field;
import io.patchbay.patches.Store;

import java.util.List;
import java.util.Optional;

/** The endpoints of projects (rest-api §7.2). */
final class ProjectResource {

    private final Store store;

    ProjectResource(Store store) {
        this.store = store;
    }

    Endpoint list() {
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

    Endpoint detail() {
        return Endpoint.named(
                        "Project Detail",
                        "get:\nShow a project.\n\npatch:\nUpdate a project.\n\nput:\nUpdate a"
                                + " project.")
                .get(ProjectJson.SHAPE, this::show);
    }

    private static Page<ProjectJson> page(Reading reading, Selection selection) {
        var page = reading.projects().list(selection);
        var maintainers =
                reading.projects().maintainers(page.rows().stream().map(Project::id).toList());
        return new Page<>(
                page.rows().stream()
                        .map(project ->
                                new ProjectJson(
                                        project, maintainers.getOrDefault(project.id(), List.of())))
                        .toList(),
                page.total());
    }

    private Reply show(Call call) {
        return Reply.ok(ProjectJson.SHAPE, store.read(reading -> withMaintainers(reading, call)));
    }

    boolean mayEdit(Call call) {
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
