package io.patchbay.store.importing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.tracker.importing.ImportConflict;
import io.patchbay.tracker.importing.Imports.Completeness;
import io.patchbay.tracker.model.Person;

import org.junit.jupiter.api.Test;

/** What is told contradicts what is here. */
class ImportConflictsTest extends ImportContract {

    @Test
    void anIdThatSomethingElseHasIsAConflict() {
        assertThatThrownBy(() ->
                        imports(imports ->
                                imports.project(project(14, "quay"), Completeness.IN_PASSING)))
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
                                        Completeness.IN_PASSING)))
                .isInstanceOf(ImportConflict.class)
                .hasMessageContaining("person 70 of that name");
    }

    @Test
    void aMessageIdThatAnotherPatchHasIsAConflict() {
        imports(imports -> imports.patch(patch(2001, null, null, "new", TEXT), Completeness.WHOLE));

        assertThatThrownBy(() ->
                        imports(imports ->
                                imports.patch(withMessageId(2005, "<2001@x>"), Completeness.WHOLE)))
                .isInstanceOf(ImportConflict.class)
                .hasMessageContaining("patch 2001 of that name");
    }
}
