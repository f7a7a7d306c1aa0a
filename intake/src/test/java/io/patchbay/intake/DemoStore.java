package io.patchbay.intake;

import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.importing.Imports.Completeness;
import io.patchbay.tracker.importing.Imports.ImportedProject;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** A store with one project, and mails for it. */
public final class DemoStore implements AutoCloseable {

    private static final Selection ALL =
            new Selection(List.of(), List.of(new Order(Field.ID, false)), 0, 5_000);

    public final DatabaseStore store;
    public final Filing filing;

    public DemoStore(Path folder) {
        store =
                DatabaseStore.sqlite(
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
                            Completeness.WHOLE);
            return 1;
        });
    }

    public List<String> patchNames() {
        return store.read(reading ->
                reading.patches().list(ALL).rows().stream().map(patch -> patch.name()).toList());
    }

    public static String patch(int number) {
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
