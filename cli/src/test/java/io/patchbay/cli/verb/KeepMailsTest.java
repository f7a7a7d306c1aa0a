package io.patchbay.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.cli.Run;
import io.patchbay.server.Storage.InFolder;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.reading.Archive.ArchivedMail;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

class KeepMailsTest {

    @TempDir private Path folder;
    private Path data;

    @BeforeEach
    void addProject() {
        data = folder.resolve("data");
        Run.of("project", "add", "demo", "--list-id", "demo.example.org", "--data", data);
    }

    @Test
    void mailsAreKeptUnlessAProjectIsToldNotTo() throws IOException {
        ingest("one");
        assertThat(Run.of("project", "mails", "demo", "--off", "--data", data).out())
                .isEqualTo("of new mails of demo only the texts are kept\n");
        ingest("two");
        assertThat(Run.of("project", "mails", "demo", "--data", data).out())
                .isEqualTo("new mails of demo are kept as they come\n");
        ingest("three");

        assertThat(keeps("one")).isTrue();
        assertThat(keeps("two")).isFalse();
        assertThat(keeps("three")).isTrue();
    }

    @Test
    void anUnknownProjectIsNamed() {
        var run = Run.of("project", "mails", "oars", "--data", data);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("there is no project 'oars'");
    }

    private void ingest(String id) throws IOException {
        var mail =
                """
                From: Ann <ann@example.org>
                Subject: [PATCH] %1$s
                Message-Id: <%1$s@example.org>
                List-Id: <demo.example.org>

                --- a/x
                +++ b/x
                @@ -0,0 +1 @@
                +%1$s
                """
                        .formatted(id);
        Run.of("ingest", "--data", data, Files.writeString(folder.resolve(id), mail));
    }

    private boolean keeps(String id) throws IOException {
        try (var store = new InFolder(data).open(Durability.EVERY_WRITE, InstantSource.system())) {
            return store.read(reading -> {
                var found = reading.archive().withMessageId("<" + id + "@example.org>");
                assertThat(found).hasSize(1);
                var keys = found.stream().map(ArchivedMail::key).toList();
                return !reading.archive().raw(keys).isEmpty();
            });
        }
    }
}
