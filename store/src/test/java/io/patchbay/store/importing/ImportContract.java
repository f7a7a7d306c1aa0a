package io.patchbay.store.importing;

import io.patchbay.store.StoreContract;
import io.patchbay.tracker.importing.Imports;
import io.patchbay.tracker.importing.Imports.Completeness;
import io.patchbay.tracker.importing.Imports.ImportedPatch;
import io.patchbay.tracker.importing.Imports.ImportedProject;
import io.patchbay.tracker.importing.Imports.ImportedSeries;
import io.patchbay.tracker.model.CheckState;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Selection;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

import java.util.List;
import java.util.function.Consumer;

/** What imports rest on: a project 14, a person 70 and a user 9. */
abstract class ImportContract extends StoreContract {

    static final MailText TEXT = new MailText("Subject: x", "Because.", "--- a/x\n");

    @BeforeEach
    void importWhatPatchesNeed() {
        imports(imports -> {
            imports.project(project(14, "harbor"), Completeness.IN_PASSING);
            imports.person(new Person(70, "Ann", "Ann@example.org", null), Completeness.IN_PASSING);
            imports.user(new User(9, "maint", "Mo", "Main", "mo@example.org"), Completeness.WHOLE);
        });
    }

    void imports(Consumer<Imports> work) {
        change(writing -> work.accept(writing.imports()));
    }

    Patch patch(long id) {
        return read(reading -> reading.patches().withId(id)).orElseThrow();
    }

    long totalOf(Criterion criterion) {
        return read(reading ->
                reading.patches()
                        .list(new Selection(List.of(criterion), List.of(), 0, 10))
                        .total());
    }

    static Selection everything() {
        return new Selection(List.of(), List.of(), 0, 10);
    }

    static ImportedProject project(long id, String linkName) {
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

    static ImportedSeries series(long id, int total) {
        return new ImportedSeries(id, 14, "s", NOON, 70, 1, total, null, List.of());
    }

    /**
     * @param series with its number there, null for none
     */
    static ImportedPatch patch(
            long id,
            @Nullable Long series,
            @Nullable Integer number,
            String state,
            @Nullable MailText text) {
        return patch(id, "<" + id + "@x>", series, number, state, List.of(), text);
    }

    static ImportedPatch related(long id, Long... related) {
        return patch(id, "<" + id + "@x>", null, null, "new", List.of(related), TEXT);
    }

    static ImportedPatch withMessageId(long id, String msgid) {
        return patch(id, msgid, null, null, "new", List.of(), TEXT);
    }

    private static ImportedPatch patch(
            long id,
            String msgid,
            @Nullable Long series,
            @Nullable Integer number,
            String state,
            List<Long> related,
            @Nullable MailText text) {
        return new ImportedPatch(
                id,
                14,
                msgid,
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
                related,
                text);
    }
}
