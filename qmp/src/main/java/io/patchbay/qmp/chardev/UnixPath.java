package io.patchbay.qmp.chardev;

import io.patchbay.qmp.schema.QmpError;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/** The path of a unix socket. */
record UnixPath(Path path) {

    private static final int LONGEST = 108;

    // The JDK keeps two bytes of the address to itself.
    private static final int LONGEST_TO_BIND = 106;

    private static final int BACKLOG = 512;

    static UnixPath of(Address.UnixData address) {
        if (address.abstractName().orElse(false)) {
            throw new QmpError(
                    "abstract UNIX sockets are not supported; give the path of a socket file");
        }
        if (address.path().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new QmpError("UNIX socket path '%s' is too long".formatted(address.path()));
        }
        return new UnixPath(Path.of(address.path()));
    }

    UnixDomainSocketAddress address() {
        return UnixDomainSocketAddress.of(path);
    }

    /**
     * Makes a listening socket with mode 0600 appear at the path, in place of whatever was there.
     */
    ServerSocketChannel listen() throws IOException {
        // Binding creates the file with the umask's mode and listens at once, so the socket is born
        // in a folder that only we can enter and moved to its place when it is ready.
        var hidden = hiddenFolder(folder());
        try {
            var born = hidden.resolve("s");
            var listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                bind(listener, born);
                Files.setPosixFilePermissions(born, PosixFilePermissions.fromString("rw-------"));
                Files.move(born, path, StandardCopyOption.ATOMIC_MOVE);
                return listener;
            } catch (IOException | RuntimeException failed) {
                listener.close();
                Files.deleteIfExists(born);
                throw failed;
            }
        } finally {
            Files.delete(hidden);
        }
    }

    /** What tells the file at the path from a later one of the same name; null if there is none. */
    @Nullable Object identity() throws IOException {
        return Files.exists(path)
                ? Files.readAttributes(path, BasicFileAttributes.class).fileKey()
                : null;
    }

    /** Removes the socket file, unless another one has taken its place. */
    void unlink(@Nullable Object identity) throws IOException {
        if (identity != null && Objects.equals(identity, identity())) {
            Files.deleteIfExists(path);
        }
    }

    private Path folder() {
        var folder = path.toAbsolutePath().getParent();
        return folder == null ? Path.of("/") : folder;
    }

    private static void bind(ServerSocketChannel listener, Path born) throws IOException {
        if (born.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_TO_BIND) {
            listener.bind(UnixDomainSocketAddress.of(born), BACKLOG);
            return;
        }
        // The hidden folder's name made the path too long: reach it by a shorter one.
        var shortcuts = hiddenFolder(Path.of(System.getProperty("java.io.tmpdir")));
        var shortcut = shortcuts.resolve("l");
        try {
            Files.createSymbolicLink(shortcut, Objects.requireNonNull(born.getParent()));
            listener.bind(UnixDomainSocketAddress.of(shortcut.resolve("s")), BACKLOG);
        } finally {
            Files.deleteIfExists(shortcut);
            Files.delete(shortcuts);
        }
    }

    private static Path hiddenFolder(Path where) throws IOException {
        var name = ".q" + Integer.toString(ThreadLocalRandom.current().nextInt(1 << 30), 36);
        return Files.createDirectory(
                where.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}
