package io.patchbay.store.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.store.PatchCopy;
import io.patchbay.store.StoreContract;
import io.patchbay.tracker.Editing;
import io.patchbay.tracker.Setup.NewProject;
import io.patchbay.tracker.editing.Change.EditProject;
import io.patchbay.tracker.editing.Change.ProjectName;
import io.patchbay.tracker.editing.ProjectFields;
import io.patchbay.tracker.model.DelegationRule;
import io.patchbay.tracker.model.NameTaken;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.Project.Links;
import io.patchbay.tracker.model.RuleSet;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

final class SetupTest extends StoreContract {

    private static final NewProject ALPHA =
            new NewProject("alpha", "Alpha", "alpha.example.org", "alpha@example.org", "");

    @Test
    void aProjectThatWasThereBeforeTheRulesKeepsThoseOfPatchwork() {
        long id =
                sample(sample -> {
                    sample.writing()
                            .transaction()
                            .sql()
                            .update(
                                    """
                                    insert into project (
                                        id, link_name, link_name_key, name, list_id, list_email)
                                    values (70, 'old', 'old', 'Old', 'old.example.org', '')
                                    """);
                    return 70L;
                });

        assertThat(read(reading -> reading.projects().withId(id)).orElseThrow().rules())
                .isEqualTo(RuleSet.PATCHWORK);
    }

    @Test
    void aNewProjectHasUsualFlagsAndNoLinks() {
        long id = write(writing -> writing.setup().addProject(ALPHA));

        var project = read(reading -> reading.projects().withId(id)).orElseThrow();

        assertThat(project)
                .isEqualTo(
                        new Project(
                                id,
                                "alpha",
                                "Alpha",
                                "alpha.example.org",
                                "alpha@example.org",
                                "",
                                Links.NONE,
                                false,
                                false,
                                true,
                                RuleSet.PATCHBAY));
    }

    @Test
    void aProjectIsRefusedWhoseNamesOrListAreTaken() {
        write(writing -> writing.setup().addProject(ALPHA));
        var clashes =
                List.of(
                        new NewProject("alpha", "B", "b.example.org", "", ""),
                        new NewProject("b", "Alpha", "b.example.org", "", ""),
                        new NewProject("b", "B", "alpha.example.org", "", ""));

        for (var clash : clashes) {
            assertThatThrownBy(() -> write(writing -> writing.setup().addProject(clash)))
                    .as("%s", clash)
                    .isInstanceOf(NameTaken.class);
        }
    }

    @Test
    void twoProjectsShareAListIfTheirSubjectsDiffer() {
        write(writing -> writing.setup().addProject(ALPHA));

        write(writing ->
                writing.setup()
                        .addProject(new NewProject("b", "B", "alpha.example.org", "", "\\[b\\]")));

        var all = read(reading -> reading.projects().all());
        assertThat(all).hasSize(2);
    }

    @Test
    void allOfAProjectCanBeChanged() {
        long id = write(writing -> writing.setup().addProject(ALPHA));
        var wanted =
                new Project(
                        id,
                        "Beta",
                        "B",
                        "b.example.org",
                        "b@example.org",
                        "x",
                        new Links("w", "s", "ws", "a", "a/{}", "c/{}"),
                        true,
                        true,
                        false,
                        RuleSet.PATCHWORK);

        change(writing -> writing.setup().change(wanted));

        var project = read(reading -> reading.projects().withId(id));
        var named = read(reading -> reading.projects().idsNamed("beta"));
        assertThat(project).contains(wanted);
        assertThat(named).containsExactly(id);
    }

    @Test
    void aMaintainerChangesLinksOnly() {
        long id = write(writing -> writing.setup().addProject(ALPHA));
        var links = new Links("w", "s", "ws", "a", "a/{}", "c/{}");

        var fields = new ProjectFields("w", "s", "ws", "a", "a/{}", "c/{}", null, true, null);
        var named = new ProjectName.LinkName(ALPHA.linkName());
        new Editing(store).apply(new EditProject(named, fields), PatchCopy.actor(null));

        var project = read(reading -> reading.projects().withId(id)).orElseThrow();
        assertThat(project.links()).isEqualTo(links);
        assertThat(project.showDependencies()).isTrue();
        assertThat(project.linkName()).isEqualTo("alpha");
    }

    @Test
    void rulesOfDelegationReplaceTheFormerOnes() {
        long id = write(writing -> writing.setup().addProject(ALPHA));
        long tom = sample(sample -> sample.user("tom"));
        var rule = new DelegationRule("drivers/*", 2, tom);
        change(writing ->
                writing.setup().delegate(id, List.of(new DelegationRule("*.c", 1, tom), rule)));

        change(writing -> writing.setup().delegate(id, List.of(rule)));

        var rules = write(writing -> writing.filing().rulebook().delegation());
        assertThat(rules).isEqualTo(Map.of(id, List.of(rule)));
    }
}
