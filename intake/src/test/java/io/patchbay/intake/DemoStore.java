package io.patchbay.intake;

import io.patchbay.patches.Filing;
import io.patchbay.patches.Imports.ImportedProject;
import io.patchbay.patches.Imports.Told;
import io.patchbay.patches.Selection;
import io.patchbay.patches.Selection.Field;
import io.patchbay.patches.Selection.Order;
import io.patchbay.store.Durability;
import io.patchbay.store.SqlStore;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** A store with one project, and mails for it. */
final class DemoStore implements AutoCloseable {

    private static final Selection ALL =
            new Selection(List.of(), List.of(new Order(Field.ID, false)), 0, 5_000);

    final SqlStore store;
    final Filing filing;

    DemoStore(Path folder) {
        store =
                SqlStore.sqlite(
                        folder.resolve("test.db"), Durability.CHECKPOINTS, InstantSource.system());
        filing = new Filing(store, InstantSource.system());
        store.write(writing -> {
            writing.imports()
                    .project(
                            new ImportedProject(
                                    1,
                                    "demo",
                                    "Demo",
                                    "demo.example.org",
                                    "demo@example.org",
                                    "",
                                    "",
                                    "",
                                    "",
                                    "",
                                    "",
                                    "",
                                    false),
                            Told.WHOLE);
            return 1;
        });
    }

    List<String> patchNames() {
        return store.read(reading ->
                reading.patches().list(ALL).rows().stream().map(patch -> patch.name()).toList());
    }

    static String patch(int number) {
        return """
        From: Ann <ann@example.org>
        Subject: [PATCH] change %d
        Message-Id: <%d@example.org>
        Date: Mon, 01 Jan 2024 00:00:00 +0000
        List-Id: <demo.example.org>

        Because.

        --- a/file
        +++ b/file
        @@ -1 +1 @@
        -old
        +new %d
        """
                .formatted(number, number, number);
    }

    @Override
    public void close() {
        store.close();
    }
}
