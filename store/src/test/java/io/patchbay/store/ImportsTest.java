package io.patchbay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.mail.Mail;
import io.patchbay.patches.CheckState;
import io.patchbay.patches.Criterion;
import io.patchbay.patches.Filed;
import io.patchbay.patches.Filing;
import io.patchbay.patches.ImportConflict;
import io.patchbay.patches.Imports;
import io.patchbay.patches.Imports.ImportedCover;
import io.patchbay.patches.Imports.ImportedPatch;
import io.patchbay.patches.Imports.ImportedProject;
import io.patchbay.patches.Imports.ImportedSeries;
import io.patchbay.patches.Imports.Told;
import io.patchbay.patches.MailText;
import io.patchbay.patches.Patch;
import io.patchbay.patches.PatchHead;
import io.patchbay.patches.Person;
import io.patchbay.patches.Selection;
import io.patchbay.patches.Setup.NewProject;
import io.patchbay.patches.User;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

class ImportsTest extends StoreContract {

    private static final MailText TEXT = new MailText("Subject: x", "Because.", "--- a/x\n");

    @BeforeEach
    void importWhatPatchesNeed() {
        imports(imports -> {
            imports.project(project(14, "harbor"), Told.IN_PASSING);
            imports.person(new Person(70, "Ann", "Ann@example.org", null), Told.IN_PASSING);
            imports.user(new User(9, "maint", "Mo", "Main", "mo@example.org"), Told.WHOLE);
        });
    }

    @Test
    void aPatchIsKeptUnderItsOwnIdWithAllThatItNames() {
        imports(imports -> {
            imports.series(series(500, 2), Told.IN_PASSING);
            imports.patch(patch(2001, 500L, 1, "accepted", TEXT), Told.WHOLE);
        });

        var patch = patch(2001);
        assertThat(patch.project().linkName()).isEqualTo("harbor");
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
                    imports.series(series(500, 2), Told.WHOLE);
                    imports.patch(patch(2001, 500L, 1, "new", TEXT), Told.WHOLE);
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
        imports(imports -> imports.patch(patch(2001, null, null, "new", TEXT), Told.WHOLE));

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
            imports.patch(patch(2001, null, null, "rejected", TEXT), Told.WHOLE);
            imports.patch(patch(2001, null, null, "new", null), Told.IN_PASSING);
            imports.patch(patch(2002, null, null, "new", null), Told.IN_PASSING);
        });

        assertThat(patch(2001).state().slug()).isEqualTo("rejected");
        assertThat(patch(2002).state().slug()).isEqualTo("new");
        assertThat(this.<MailText>read(reading -> reading.patches().text(2002)).headers())
                .isEmpty();
    }

    @Test
    void aLaterAnswerReplacesWhatIsThereButTheTextItDoesNotHold() {
        imports(imports -> imports.patch(patch(2001, null, null, "new", TEXT), Told.WHOLE));

        imports(imports -> imports.patch(patch(2001, null, null, "accepted", null), Told.WHOLE));

        assertThat(patch(2001).state().slug()).isEqualTo("accepted");
        assertThat(this.<MailText>read(reading -> reading.patches().text(2001))).isEqualTo(TEXT);
        assertThat(totalOf(new Criterion.InProjects(Set.of(14L)))).isEqualTo(1);
    }

    @Test
    void anUnknownStateIsAdded() {
        imports(imports ->
                imports.patch(patch(2001, null, null, "handled-elsewhere", TEXT), Told.WHOLE));

        var state = patch(2001).state();
        assertThat(state.name()).isEqualTo("Handled elsewhere");
        assertThat(state.id()).isEqualTo(11);
        assertThat(state.ordering()).isEqualTo(10);
    }

    @Test
    void theSecondPatchWithANumberHasNone() {
        imports(imports -> {
            imports.series(series(500, 2), Told.WHOLE);
            imports.patch(patch(2001, 500L, 1, "new", TEXT), Told.WHOLE);
            imports.patch(patch(2002, 500L, 1, "new", TEXT), Told.WHOLE);
        });

        assertThat(patch(2002).number()).isNull();
        assertThat(patch(2002).series()).isNotNull();
    }

    @Test
    void aCoverIsTheCoverOfItsSeries() {
        var cover =
                new ImportedCover(
                        3, 14, "<c@x>", NOON, "[0/2] all", 70, new MailText("a: b", "c", null));
        imports(imports -> {
            imports.series(series(500, 2), Told.IN_PASSING);
            imports.cover(cover, Told.WHOLE);
            imports.series(
                    new ImportedSeries(500, 14, "s", NOON, 70, 1, 2, 3L, List.of()),
                    Told.IN_PASSING);
        });

        assertThat(read(reading -> reading.series().withId(500)).orElseThrow().cover())
                .extracting(head -> head.id())
                .isEqualTo(3L);
        assertThat(this.<MailText>read(reading -> reading.covers().text(3)).content())
                .isEqualTo("c");
    }

    @Test
    void theRestOfASeriesThatComesByMailJoinsIt() {
        imports(imports -> {
            imports.series(series(500, 2), Told.WHOLE);
            imports.patch(patch(2001, 500L, 1, "new", TEXT), Told.WHOLE);
        });

        var mail =
                Mail.read(
                        """
                        From: Ann <ann@example.org>
                        Subject: [PATCH 2/2] more
                        Message-Id: <2002@x>
                        In-Reply-To: <2001@x>
                        List-Id: <harbor.x>

                        --- a/file
                        +++ b/file
                        @@ -1 +1 @@
                        -old
                        +new
                        """
                                .getBytes(StandardCharsets.US_ASCII));
        assertThat(new Filing(store, clock).file(mail)).isInstanceOf(Filed.AsPatch.class);

        var patches = read(reading -> reading.patches().numberedInSeries(500));
        assertThat(patches).extracting(Patch::id).containsExactly(2001L, 2002L);
    }

    @Test
    void dependenciesAreKeptWhereTheyAreHere() {
        imports(imports -> {
            imports.series(series(400, 1), Told.WHOLE);
            imports.series(
                    new ImportedSeries(500, 14, "s", NOON, 70, 1, 2, null, List.of(400L, 399L)),
                    Told.WHOLE);
        });

        assertThat(read(reading -> reading.series().withId(500)).orElseThrow().dependencies())
                .containsExactly(400L);
    }

    @Test
    void relatedPatchesMeetWhenTheLastOfThemComes() {
        imports(imports -> imports.patch(related(2001, 2002L, 2003L), Told.WHOLE));
        imports(imports -> imports.patch(related(2002, 2001L, 2003L), Told.WHOLE));
        imports(imports -> imports.patch(related(2003, 2001L, 2002L), Told.WHOLE));

        assertThat(patch(2001).related()).extracting(PatchHead::id).containsExactly(2002L, 2003L);
        assertThat(patch(2003).related()).extracting(PatchHead::id).containsExactly(2001L, 2002L);
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
                    Told.WHOLE);
            imports.project(project(14, "harbor"), Told.WHOLE);
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

    @Test
    void anIdThatSomethingElseHasIsAConflict() {
        assertThatThrownBy(() ->
                        imports(imports -> imports.project(project(14, "quay"), Told.IN_PASSING)))
                .isInstanceOf(ImportConflict.class)
                .hasMessageContaining("project 14 is 'quay' in the import")
                .hasMessageContaining("'harbor'");
    }

    @Test
    void aNameThatSomethingElseHasIsAConflict() {
        assertThatThrownBy(() ->
                        imports(imports ->
                                imports.person(
                                        new Person(71, null, "ann@example.org", null),
                                        Told.IN_PASSING)))
                .isInstanceOf(ImportConflict.class)
                .hasMessageContaining("person 70 of that name");
    }

    @Test
    void aMessageIdThatAnotherPatchHasIsAConflict() {
        imports(imports -> imports.patch(patch(2001, null, null, "new", TEXT), Told.WHOLE));

        assertThatThrownBy(() ->
                        imports(imports ->
                                imports.patch(withMessageId(2005, "<2001@x>"), Told.WHOLE)))
                .isInstanceOf(ImportConflict.class)
                .hasMessageContaining("patch 2001 of that name");
    }

    private void imports(Consumer<Imports> work) {
        change(writing -> work.accept(writing.imports()));
    }

    private Patch patch(long id) {
        return read(reading -> reading.patches().withId(id)).orElseThrow();
    }

    private long totalOf(Criterion criterion) {
        return read(reading ->
                reading.patches()
                        .list(new Selection(List.of(criterion), List.of(), 0, 10))
                        .total());
    }

    private static Selection everything() {
        return new Selection(List.of(), List.of(), 0, 10);
    }

    private static ImportedProject project(long id, String linkName) {
        return new ImportedProject(
                id,
                linkName,
                linkName,
                linkName + ".x",
                linkName + "@x.org",
                "",
                "",
                "",
                null,
                null,
                null,
                null,
                null);
    }

    private static ImportedSeries series(long id, int total) {
        return new ImportedSeries(id, 14, "s", NOON, 70, 1, total, null, List.of());
    }

    private static ImportedPatch patch(
            long id,
            @Nullable Long series,
            @Nullable Integer number,
            String state,
            @Nullable MailText text) {
        return new ImportedPatch(
                id,
                14,
                "<" + id + "@x>",
                NOON,
                "name",
                null,
                null,
                state,
                false,
                null,
                70,
                9L,
                series,
                number,
                CheckState.PENDING,
                List.of(),
                text);
    }

    private static ImportedPatch related(long id, Long... related) {
        return new ImportedPatch(
                id,
                14,
                "<" + id + "@x>",
                NOON,
                "name",
                null,
                null,
                "new",
                false,
                null,
                70,
                null,
                null,
                null,
                CheckState.PENDING,
                List.of(related),
                TEXT);
    }

    private static ImportedPatch withMessageId(long id, String msgid) {
        return new ImportedPatch(
                id,
                14,
                msgid,
                NOON,
                "name",
                null,
                null,
                "new",
                false,
                null,
                70,
                null,
                null,
                null,
                CheckState.PENDING,
                List.of(),
                TEXT);
    }
}
