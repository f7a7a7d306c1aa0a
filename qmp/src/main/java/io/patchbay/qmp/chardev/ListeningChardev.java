package io.patchbay.qmp.chardev;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import javax.net.ssl.SSLException;

/** A listening socket: serves one client after the other, the next ones wait in the backlog. */
final class ListeningChardev extends Chardev {

    private static final Logger LOG = System.getLogger(ListeningChardev.class.getName());
    private static final long RETRY_MILLIS = 200;

    private final ServerSocketChannel listener;
    private final @Nullable UnixPath path;
    private final @Nullable Object fileIdentity;
    private final SocketSettings settings;
    private final UnaryOperator<ByteStream> wrapping;
    private final OpenConnections open;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch firstClient = new CountDownLatch(1);
    private volatile String peer = "";

    private ListeningChardev(
            String label,
            ServerSocketChannel listener,
            @Nullable UnixPath path,
            @Nullable Object fileIdentity,
            SocketSettings settings,
            UnaryOperator<ByteStream> wrapping,
            OpenConnections open) {
        super(label);
        this.listener = listener;
        this.path = path;
        this.fileIdentity = fileIdentity;
        this.settings = settings;
        this.wrapping = wrapping;
        this.open = open;
    }

    static ListeningChardev on(
            String label,
            UnixPath path,
            SocketSettings settings,
            UnaryOperator<ByteStream> wrapping,
            OpenConnections open)
            throws IOException {
        var listener = path.listen();
        return new ListeningChardev(
                label, listener, path, path.identity(), settings, wrapping, open);
    }

    static ListeningChardev on(
            String label,
            TcpPort port,
            SocketSettings settings,
            UnaryOperator<ByteStream> wrapping,
            OpenConnections open)
            throws IOException {
        return new ListeningChardev(label, port.listen(), null, null, settings, wrapping, open);
    }

    /** A socket that the parent process opened; its file, if any, is the parent's to remove. */
    static ListeningChardev inherited(
            String label, ServerSocketChannel listener, OpenConnections open) {
        return new ListeningChardev(
                label, listener, null, null, SocketSettings.PLAIN, UnaryOperator.identity(), open);
    }

    @Override
    void start() {
        Thread.ofVirtual().name("qmp-accept-" + label()).start(this::acceptClients);
    }

    @Override
    public void awaitClient() throws InterruptedException {
        firstClient.await();
    }

    private void acceptClients() {
        try {
            while (listener.isOpen()) {
                try {
                    serve(listener.accept());
                } catch (ClosedChannelException removed) {
                    return;
                } catch (IOException failed) {
                    // Out of descriptors, most likely; trying again at once would only burn time.
                    LOG.log(Level.WARNING, () -> this + ": accept failed: " + failed);
                    if (closed.await(RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
                        return;
                    }
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(SocketChannel client) throws IOException, InterruptedException {
        ByteStream stream;
        try {
            stream = settings.open(client);
        } catch (SSLException | SocketTimeoutException refused) {
            LOG.log(Level.WARNING, () -> this + ": a client was refused: " + refused.getMessage());
            client.close();
            return;
        } catch (IOException unusable) {
            client.close();
            throw unusable;
        }
        peer =
                client.getRemoteAddress() instanceof InetSocketAddress remote
                        ? " <-> " + TcpPort.print(remote)
                        : "";
        var connection = new Connection(this, wrapping.apply(stream), open);
        connection.start();
        firstClient.countDown();
        connection.awaitReleased();
    }

    @Override
    public String filename() {
        return connected() ? address() + peer : "disconnected:" + address();
    }

    private String address() {
        try {
            var where =
                    switch (listener.getLocalAddress()) {
                        // The listener itself only knows the place where its file was born.
                        case UnixDomainSocketAddress born ->
                                "unix:" + (path == null ? born.getPath() : path.path());
                        case InetSocketAddress local -> "tcp:" + TcpPort.print(local);
                        case null, default -> "unknown:";
                    };
            return where + ",server=on";
        } catch (IOException closedMeanwhile) {
            return "closed,server=on";
        }
    }

    @Override
    public boolean offersOutOfBand() {
        return true;
    }

    @Override
    boolean losesClients() {
        return true;
    }

    @Override
    void release() {
        closed.countDown();
        try {
            listener.close();
            if (path != null) {
                path.unlink(fileIdentity);
            }
        } catch (IOException failed) {
            LOG.log(Level.WARNING, () -> this + ": not removed cleanly: " + failed);
        }
    }
}
