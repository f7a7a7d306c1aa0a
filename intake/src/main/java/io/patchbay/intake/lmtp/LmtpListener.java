package io.patchbay.intake.lmtp;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** A listening socket. */
final class LmtpListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LmtpListener.class);

    private static final int BACKLOG = 128;

    private final ServerSocketChannel listener;
    private final LmtpAddress address;
    private final @Nullable Object fileIdentity;

    private LmtpListener(
            ServerSocketChannel listener, LmtpAddress address, @Nullable Object fileIdentity) {
        this.listener = listener;
        this.address = address;
        this.fileIdentity = fileIdentity;
    }

    static LmtpListener open(LmtpAddress address) throws IOException {
        return switch (address) {
            case LmtpAddress.Tcp tcp -> open(tcp);
            case LmtpAddress.Unix(var path) -> open(path);
        };
    }

    private static LmtpListener open(LmtpAddress.Tcp tcp) throws IOException {
        var listener = ServerSocketChannel.open();
        try {
            listener.bind(new InetSocketAddress(tcp.host(), tcp.port()), BACKLOG);
            var bound = (InetSocketAddress) listener.getLocalAddress();
            return new LmtpListener(
                    listener, new LmtpAddress.Tcp(tcp.host(), bound.getPort()), null);
        } catch (IOException e) {
            listener.close();
            throw new IOException("LMTP cannot listen on %s: %s".formatted(tcp, e.getMessage()), e);
        }
    }

    /** For its owner and the group of the file, which a setgid folder passes on. */
    private static LmtpListener open(Path path) throws IOException {
        removeStale(path);
        var listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            listener.bind(UnixDomainSocketAddress.of(path), BACKLOG);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw----"));
            return new LmtpListener(listener, new LmtpAddress.Unix(path), identity(path));
        } catch (IOException e) {
            listener.close();
            throw new IOException(
                    "LMTP cannot listen on %s: %s".formatted(path, e.getMessage()), e);
        }
    }

    /** A server that was killed leaves its socket behind. */
    private static void removeStale(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .isOther()) {
            throw new BindException(
                    "LMTP cannot listen on %s: a file is there that is no socket; remove it or choose another path"
                            .formatted(path));
        }
        try {
            SocketChannel.open(UnixDomainSocketAddress.of(path)).close();
        } catch (ConnectException e) {
            LOG.debug("nobody listens on {} any more, so it is removed", path);
            Files.deleteIfExists(path);
            return;
        }
        throw new BindException(
                "LMTP cannot listen on %s: another server does; end it or choose another path"
                        .formatted(path));
    }

    private static @Nullable Object identity(Path path) throws IOException {
        return Files.exists(path)
                ? Files.readAttributes(path, BasicFileAttributes.class).fileKey()
                : null;
    }

    LmtpAddress address() {
        return address;
    }

    SocketChannel accept() throws IOException {
        return listener.accept();
    }

    /** Removes the socket file too, unless another one has taken its place. */
    @Override
    public void close() {
        try {
            listener.close();
            if (address instanceof LmtpAddress.Unix(var path)
                    && fileIdentity != null
                    && Objects.equals(fileIdentity, identity(path))) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.warn("LMTP on {} was not closed cleanly: {}", address, e.getMessage());
        }
    }
}
