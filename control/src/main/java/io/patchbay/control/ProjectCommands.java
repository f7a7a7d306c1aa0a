package io.patchbay.control;

import io.patchbay.qmp.Commands;
import io.patchbay.qmp.schema.Command;
import io.patchbay.qmp.schema.QmpError;
import io.patchbay.tracker.NameTaken;
import io.patchbay.tracker.Setup.NewProject;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.accounts.Origin;
import io.patchbay.tracker.model.Project;

import java.util.List;
import java.util.Optional;

/** The commands about projects. */
final class ProjectCommands {

    record QueryProjects() implements Command<List<ProjectInfo>> {}

    record ProjectInfo(long id, String linkName, String name, String listId, String listEmail) {}

    record ProjectAdd(
            String linkName,
            String listId,
            Optional<String> listEmail,
            Optional<String> name,
            Optional<String> subjectMatch)
            implements Command<ProjectInfo> {}

    private ProjectCommands() {}

    static void addTo(Commands commands, Store store) {
        commands.answer(
                QueryProjects.class,
                (query, caller) ->
                        store.read(reading ->
                                reading.projects().all().stream()
                                        .map(ProjectCommands::info)
                                        .toList()));
        commands.answer(
                ProjectAdd.class,
                (add, caller) ->
                        new Origin("monitor", "project-add").during(() -> add(store, add)));
    }

    private static ProjectInfo add(Store store, ProjectAdd add) {
        try {
            var project =
                    new NewProject(
                            add.linkName(),
                            add.name().orElse(add.linkName()),
                            add.listId(),
                            add.listEmail().orElse(""),
                            add.subjectMatch().orElse(""));
            return store.write(writing -> {
                long id = writing.setup().addProject(project);
                return info(writing.projects().withId(id).orElseThrow());
            });
        } catch (NameTaken | IllegalArgumentException e) {
            throw new QmpError(String.valueOf(e.getMessage()));
        }
    }

    private static ProjectInfo info(Project project) {
        return new ProjectInfo(
                project.id(),
                project.linkName(),
                project.name(),
                project.listId(),
                project.listEmail());
    }
}
