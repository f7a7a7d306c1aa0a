package io.patchbay.control;

import io.patchbay.qmp.Commands;
import io.patchbay.qmp.schema.Command;
import io.patchbay.tracker.Editing;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.editing.Change.AddProject;
import io.patchbay.tracker.editing.Change.EditProject;
import io.patchbay.tracker.editing.Change.ProjectName;
import io.patchbay.tracker.editing.ProjectFields;
import io.patchbay.tracker.mails.ListMirror;
import io.patchbay.tracker.model.Project;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The commands about projects. */
final class ProjectCommands {

    record QueryProjects() implements Command<List<ProjectInfo>> {}

    /**
     * @param mirror from where its mails come, if it follows one
     */
    record ProjectInfo(
            long id,
            String linkName,
            String name,
            String listId,
            String listEmail,
            String rules,
            Optional<String> mirror) {}

    /** How the mirrors that projects follow are getting on. */
    record QueryMirrors() implements Command<List<MirrorInfo>> {}

    /**
     * @param every seconds between two looks
     * @param looked when a look last succeeded
     * @param due when the next one begins
     * @param failures how many looks failed since then
     * @param trouble why the last one failed
     */
    record MirrorInfo(
            String project,
            String mirror,
            Optional<Long> newest,
            long every,
            Optional<String> looked,
            String due,
            long failures,
            Optional<String> trouble) {}

    record ProjectAdd(
            String linkName,
            String listId,
            Optional<String> listEmail,
            Optional<String> name,
            Optional<String> subjectMatch,
            Optional<String> rules)
            implements Command<ProjectInfo> {}

    /** Changes by which rules mails that come later find their series. */
    record ProjectSet(String linkName, String rules) implements Command<ProjectInfo> {}

    private ProjectCommands() {}

    static void addTo(Commands commands, Store store) {
        commands.answer(
                QueryProjects.class,
                (query, caller) ->
                        store.read(reading ->
                                reading.projects().all().stream()
                                        .map(project -> info(project, reading))
                                        .toList()));
        commands.answer(
                QueryMirrors.class, (query, caller) -> store.read(ProjectCommands::mirrors));
        var editing = new Editing(store);
        commands.answer(
                ProjectAdd.class,
                (add, caller) ->
                        info(
                                store,
                                Outcome.of(
                                        editing.apply(
                                                new AddProject(
                                                        add.linkName(),
                                                        add.name().orElse(null),
                                                        add.listId(),
                                                        add.listEmail().orElse(""),
                                                        add.subjectMatch().orElse(""),
                                                        add.rules().orElse(null)),
                                                Outcome.operator("project-add")))));
        commands.answer(
                ProjectSet.class,
                (set, caller) ->
                        info(
                                store,
                                Outcome.of(
                                        editing.apply(
                                                new EditProject(
                                                        new ProjectName.LinkName(set.linkName()),
                                                        ProjectFields.NONE.rules(set.rules())),
                                                Outcome.operator("project-set")))));
    }

    private static ProjectInfo info(Store store, Project project) {
        return store.read(reading -> info(project, reading));
    }

    private static ProjectInfo info(Project project, Reading reading) {
        return new ProjectInfo(
                project.id(),
                project.linkName(),
                project.name(),
                project.listId(),
                project.listEmail(),
                project.rules().word(),
                reading.mirrors().of(project.id()).map(ListMirror::shown));
    }

    private static List<MirrorInfo> mirrors(Reading reading) {
        return reading.mirrors().all().stream()
                .map(mirror ->
                        new MirrorInfo(
                                reading.projects()
                                        .withId(mirror.projectId())
                                        .orElseThrow()
                                        .linkName(),
                                mirror.shown(),
                                Optional.ofNullable(mirror.newest()),
                                mirror.pause().toSeconds(),
                                Optional.ofNullable(mirror.looked()).map(Instant::toString),
                                mirror.due().toString(),
                                mirror.failures(),
                                Optional.ofNullable(mirror.trouble())))
                .toList();
    }
}
