package io.patchbay.store.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.tracker.Setup.NewProject;
import io.patchbay.tracker.importing.Imports;
import io.patchbay.tracker.importing.Imports.Completeness;
import io.patchbay.tracker.importing.Imports.ImportedProject;
import io.patchbay.tracker.model.CheckState;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.RuleSet;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.query.Criterion;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What is kept of single objects that another Patchwork told of. */
class ImportsTest extends ImportContract {

    @Test
    void aPatchIsKeptUnderItsOwnIdWithAllThatItNames() {
        imports(imports -> {
            imports.series(series(500, 2), Completeness.IN_PASSING);
            imports.patch(patch(2001, 500L, 1, "accepted", TEXT), Completeness.WHOLE);
        });

        var patch = patch(2001);
        assertThat(patch.project().linkName()).isEqualTo("harbor");
        assertThat(patch.project().rules()).isEqualTo(RuleSet.PATCHWORK);
        assertThat(patch.submitter().email()).isEqualTo("Ann@example.org");
        assertThat(patch.state().slug()).isEqualTo("accepted");
        assertThat(patch.series()).extracting(head -> head.id()).isEqualTo(500L);
        assertThat(patch.number()).isEqualTo(1);
        assertThat(patch.check()).isEqualTo(CheckState.PENDING);
        assertThat(this.<MailText>read(reading -> reading.patches().text(2001))).isEqualTo(TEXT);
        assertThat(read(reading -> reading.series().withId(500)).orElseThrow().receivedTotal())
                .isEqualTo(1);
        assertThat(totalOf(new Criterion.InProjects(Set.of(14L)))).isEqualTo(1);
    }

    @Test
    void keepingTheSameAgainChangesNothing() {
        Consumer<Imports> all =
                imports -> {
                    imports.series(series(500, 2), Completeness.WHOLE);
                    imports.patch(patch(2001, 500L, 1, "new", TEXT), Completeness.WHOLE);
                };
        imports(all);
        var before = patch(2001);

        imports(all);

        assertThat(patch(2001)).isEqualTo(before);
        assertThat(read(reading -> reading.series().withId(500)).orElseThrow().receivedTotal())
                .isEqualTo(1);
        assertThat(totalOf(new Criterion.InProjects(Set.of(14L)))).isEqualTo(1);
    }

    @Test
    void nothingOfItIsAnEvent() {
        imports(imports -> imports.patch(patch(2001, null, null, "new", TEXT), Completeness.WHOLE));

        assertThat(read(reading -> reading.events().list(everything())).rows()).isEmpty();
    }

    @Test
    void idsGivenLaterAreGreater() {
        long project =
                write(writing ->
                        writing.setup().addProject(new NewProject("b", "B", "b.x", "b@x.org", "")));

        assertThat(project).isEqualTo(15);
    }

    @Test
    void aMentionFillsAGapAndReplacesNothing() {
        imports(imports -> {
            imports.patch(patch(2001, null, null, "rejected", TEXT), Completeness.WHOLE);
            imports.patch(patch(2001, null, null, "new", null), Completeness.IN_PASSING);
            imports.patch(patch(2002, null, null, "new", null), Completeness.IN_PASSING);
        });

        assertThat(patch(2001).state().slug()).isEqualTo("rejected");
        assertThat(patch(2002).state().slug()).isEqualTo("new");
        assertThat(this.<MailText>read(reading -> reading.patches().text(2002)).headers())
                .isEmpty();
    }

    @Test
    void aLaterAnswerReplacesWhatIsThereButTheTextItDoesNotHold() {
        imports(imports -> imports.patch(patch(2001, null, null, "new", TEXT), Completeness.WHOLE));

        imports(imports ->
                imports.patch(patch(2001, null, null, "accepted", null), Completeness.WHOLE));

        assertThat(patch(2001).state().slug()).isEqualTo("accepted");
        assertThat(this.<MailText>read(reading -> reading.patches().text(2001))).isEqualTo(TEXT);
        assertThat(totalOf(new Criterion.InProjects(Set.of(14L)))).isEqualTo(1);
    }

    @Test
    void anUnknownStateIsAdded() {
        imports(imports ->
                imports.patch(
                        patch(2001, null, null, "handled-elsewhere", TEXT), Completeness.WHOLE));

        var state = patch(2001).state();
        assertThat(state.name()).isEqualTo("Handled elsewhere");
        assertThat(state.id()).isEqualTo(11);
        assertThat(state.ordering()).isEqualTo(10);
    }

    @Test
    void whatOldVersionsOfTheApiDoNotTellStays() {
        imports(imports -> {
            imports.project(
                    new ImportedProject(
                            14,
                            "harbor",
                            "Harbor",
                            "h.x",
                            "h@x.org",
                            "",
                            "",
                            "",
                            "https://lists.example.org/",
                            "",
                            "",
                            "net",
                            true),
                    Completeness.WHOLE);
            imports.project(project(14, "harbor"), Completeness.WHOLE);
        });

        var project = read(reading -> reading.projects().withId(14)).orElseThrow();
        assertThat(project.links().listArchiveUrl()).isEqualTo("https://lists.example.org/");
        assertThat(project.subjectMatch()).isEqualTo("net");
        assertThat(project.showDependencies()).isTrue();
    }

    @Test
    void anImportedUserIsAMaintainerWithoutAPassword() {
        imports(imports -> imports.maintainers(14, List.of(9L)));
        imports(imports -> imports.maintainers(14, List.of(9L)));

        assertThat(read(reading -> reading.projects().maintainers(List.of(14L))).get(14L))
                .extracting(User::username)
                .containsExactly("maint");
        assertThat(
                        read(reading -> reading.users().credentials("maint"))
                                .orElseThrow()
                                .passwordHash())
                .isEmpty();
    }
}
