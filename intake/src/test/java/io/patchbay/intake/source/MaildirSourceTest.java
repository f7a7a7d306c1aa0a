package io.patchbay.intake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.intake.source.Arrival.Raw;
import io.patchbay.intake.source.Arrival.Refused;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class MaildirSourceTest {

    @TempDir private Path folder;

    @BeforeEach
    void makeMaildir() throws IOException {
        for (var half : List.of("new", "cur", "tmp")) {
            Files.createDirectory(folder.resolve(half));
        }
    }

    @Test
    void mailsComeByTimeOfDeliveryWhetherSeenOrNot() throws IOException {
        put("new/1700000002.1.host");
        put("cur/1700000001.1.host:2,S");
        put("cur/999999999.1.host:2,");
        put("new/1700000003.1.host");

        assertThat(arrivals())
                .extracting(arrival -> new String(((Raw) arrival).bytes()))
                .containsExactly(
                        "cur/999999999.1.host:2,",
                        "cur/1700000001.1.host:2,S",
                        "new/1700000002.1.host",
                        "new/1700000003.1.host");
    }

    @Test
    void unfinishedAndHiddenFilesAreNoMails() throws IOException {
        put("tmp/1700000001.1.host");
        put("new/.hidden");
        Files.createDirectory(folder.resolve("cur/folder"));

        assertThat(arrivals()).isEmpty();
    }

    @Test
    void aMailThatGoesAwayIsReportedAndTheNextOneTaken() throws IOException {
        put("new/1");
        put("new/2");

        try (var source = MailSource.open(folder)) {
            Files.delete(folder.resolve("new/1"));

            assertThat(source.next()).isInstanceOf(Refused.class);
            assertThat(source.next()).isInstanceOf(Raw.class);
            assertThat(source.next()).isNull();
        }
    }

    @Test
    void anotherFolderIsNoMaildir() throws IOException {
        var other = Files.createDirectory(folder.resolve("other"));

        assertThatThrownBy(() -> MailSource.open(other))
                .isInstanceOf(NotDirectoryException.class)
                .hasMessageContaining("there is neither 'new' or 'cur' nor 'git/0.git'");
    }

    @Test
    void aMissingPathIsNamed() {
        assertThatThrownBy(() -> MailSource.open(folder.resolve("nothing.mbox")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("nothing.mbox");
    }

    private void put(String name) throws IOException {
        Files.writeString(folder.resolve(name), name);
    }

    private List<Arrival> arrivals() throws IOException {
        try (var source = MailSource.open(folder)) {
            var arrivals = new ArrayList<Arrival>();
            for (var next = source.next(); next != null; next = source.next()) {
                arrivals.add(next);
            }
            return arrivals;
        }
    }
}
