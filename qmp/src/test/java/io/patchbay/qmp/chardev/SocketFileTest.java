package io.patchbay.qmp.chardev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.qmp.schema.QmpError;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.stream.Stream;

/** The file of a unix server socket: who may connect, and whose it is. */
class SocketFileTest {

    private final Chardevs chardevs = new Chardevs();
    @TempDir private Path folder;

    @AfterEach
    void closeAll() throws InterruptedException {
        chardevs.closeAll(Duration.ofSeconds(1));
    }

    @Test
    void onlyItsOwnerMayConnect() throws IOException {
        chardevs.add("c1", Backend.unixServer(folder.resolve("c1.sock")));

        assertThat(Files.getPosixFilePermissions(folder.resolve("c1.sock")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("c1.sock"));
        }
    }

    @Test
    void itTakesThePlaceOfWhateverWasThere() throws IOException {
        var path = Files.writeString(folder.resolve("c1.sock"), "left over");

        chardevs.add("c1", Backend.unixServer(path));

        connect(path).close();
    }

    @Test
    void itGoesWithItsChardev() {
        chardevs.add("c1", Backend.unixServer(folder.resolve("c1.sock")));

        chardevs.remove("c1");

        assertThat(folder.resolve("c1.sock")).doesNotExist();
    }

    @Test
    void aLaterChardevOnTheSamePathKeepsItsFile() throws IOException {
        var path = folder.resolve("c.sock");
        chardevs.add("earlier", Backend.unixServer(path));
        chardevs.add("later", Backend.unixServer(path));

        chardevs.remove("earlier");

        connect(path).close();
    }

    @Test
    void aFolderSoDeepThatOnlyTheSocketItselfFitsWillDo() throws IOException {
        var name = "x".repeat(103 - folder.toString().length());
        var deep = Files.createDirectory(folder.resolve(name));
        var path = deep.resolve("s");
        assertThat(path.toString()).hasSize(106);

        chardevs.add("deep", Backend.unixServer(path));

        connect(path).close();
        try (Stream<Path> files = Files.list(deep)) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void aPathThatIsTooLongIsRefused() {
        var path = folder.resolve("x".repeat(109));

        assertThatThrownBy(() -> chardevs.add("c1", Backend.unixServer(path)))
                .isInstanceOf(QmpError.class)
                .hasMessage(
                        "Failed to add chardev 'c1': UNIX socket path '%s' is too long"
                                .formatted(path));
    }

    private static SocketChannel connect(Path path) throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(path));
    }
}
