package io.patchbay.control;

import io.patchbay.qmp.Commands;
import io.patchbay.qmp.schema.Command;
import io.patchbay.tracker.Editing;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.editing.Change.AddProject;
import io.patchbay.tracker.editing.Change.EditProject;
import io.patchbay.tracker.editing.Change.ProjectName;
import io.patchbay.tracker.editing.ProjectFields;
import io.patchbay.tracker.model.Project;

import java.util.List;
import java.util.Optional;

/** The commands about projects. */
final class ProjectCommands {

    record QueryProjects() implements Command<List<ProjectInfo>> {}

    record ProjectInfo(
            long id, String linkName, String name, String listId, String listEmail, String rules) {}

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
                                        .map(ProjectCommands::info)
                                        .toList()));
        var editing = new Editing(store);
        commands.answer(
                ProjectAdd.class,
                (add, caller) ->
                        info(
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
                                Outcome.of(
                                        editing.apply(
                                                new EditProject(
                                                        new ProjectName.LinkName(set.linkName()),
                                                        ProjectFields.NONE.rules(set.rules())),
                                                Outcome.operator("project-set")))));
    }

    private static ProjectInfo info(Project project) {
        return new ProjectInfo(
                project.id(),
                project.linkName(),
                project.name(),
                project.listId(),
                project.listEmail(),
                project.rules().word());
    }
}
