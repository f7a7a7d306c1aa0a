package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;

/** {@code ./patchbay new migration NAME}. */
class NewMigrationTest {

    private static final String FOLDER = "store/src/main/resources/io/example/migrations/";

    @TempDir Path parent;

    private ScriptTree tree;

    @BeforeEach
    void plant() throws Exception {
        GitRepository.assumeInstalled();
        tree = new ScriptTree(parent);
        tree.write(FOLDER + "V1__schema.sql", "");
        tree.write(FOLDER + "V10__late.sql", "");
        tree.write(FOLDER + "V9__early.sql", "");
    }

    @Test
    void theNextNumberIsTakenAndTheRulesStandInTheFile() throws Exception {
        var run = tree.patchbay("new", "migration", "patch_notes");

        assertThat(run.place()).isEqualTo(Path.of(FOLDER + "V11__patch_notes.sql"));
        assertThat(run.errors()).contains("set Schema.VERSION", "\"11\"");
        assertThat(Files.readString(tree.folder().resolve(run.place())))
                .contains("Never\n-- edited once it is on the main branch", "docs/adr/0007");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Notes", "patch-notes", "../notes", "_notes", "notes_", "9notes"})
    void aNameThatIsNoneIsRefused(String name) throws Exception {
        var run = tree.patchbay("new", "migration", name);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).contains("such as patch_notes; '" + name + "' is not");
    }

    @Test
    void aNameThatIsTakenIsRefused() throws Exception {
        var run = tree.patchbay("new", "migration", "early");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).contains(FOLDER + "V9__early.sql; choose another");
    }

    @Test
    void nothingElseIsBegun() throws Exception {
        assertThat(tree.patchbay("new", "moon").errors())
                .contains("'new' knows migration, not 'moon'");
        assertThat(tree.patchbay("new", "migration").errors()).contains("takes a name");
    }
}
