package io.patchbay.qmp.chardev;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** A socket that connects to somebody who listens, again and again if asked to. */
final class DialingChardev extends Chardev {

    private static final Logger LOG = System.getLogger(DialingChardev.class.getName());
    private static final long PATIENCE_SECONDS = 3;

    private final SocketAddress address;
    private final Optional<Duration> reconnect;
    private final SocketSettings settings;
    private final UnaryOperator<ByteStream> wrapping;
    private final OpenConnections open;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable SocketChannel first;

    /** Without {@code reconnect} the connection is made here, and there is no second one. */
    DialingChardev(
            String label,
            SocketAddress address,
            Optional<Duration> reconnect,
            SocketSettings settings,
            UnaryOperator<ByteStream> wrapping,
            OpenConnections open)
            throws IOException {
        super(label);
        this.address = address;
        this.reconnect = reconnect;
        this.settings = settings;
        this.wrapping = wrapping;
        this.open = open;
        if (reconnect.isEmpty()) {
            first = dial();
        }
    }

    @Override
    void start() {
        Thread.ofVirtual().name("qmp-dial-" + label()).start(this::keepConnected);
    }

    private void keepConnected() {
        try {
            if (reconnect.isEmpty()) {
                if (first != null) {
                    serve(first);
                }
                return;
            }
            do {
                try {
                    serve(dial());
                } catch (IOException absent) {
                    LOG.log(Level.DEBUG, () -> this + ": " + absent.getMessage());
                }
            } while (!closed.await(reconnect.get().toMillis(), TimeUnit.MILLISECONDS));
        } catch (IOException lost) {
            LOG.log(Level.WARNING, () -> this + ": " + lost);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(SocketChannel channel) throws IOException, InterruptedException {
        var connection = new Connection(this, wrapping.apply(settings.open(channel)), open);
        connection.start();
        connection.awaitReleased();
    }

    /** Connects, with a limit on the time: a full backlog would hold up whoever asked for this. */
    private SocketChannel dial() throws IOException {
        var channel =
                address instanceof UnixDomainSocketAddress
                        ? SocketChannel.open(StandardProtocolFamily.UNIX)
                        : SocketChannel.open();
        var failure = new AtomicReference<IOException>(new SocketException("Connection timed out"));
        var dialing =
                Thread.ofVirtual()
                        .name("qmp-dial")
                        .start(() -> {
                            try {
                                channel.connect(address);
                            } catch (IOException failed) {
                                failure.set(failed);
                            }
                        });
        try {
            dialing.join(Duration.ofSeconds(PATIENCE_SECONDS));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        if (!channel.isConnected()) {
            channel.close();
            throw failure.get();
        }
        return channel;
    }

    @Override
    public String filename() {
        var where =
                switch (address) {
                    case UnixDomainSocketAddress unix -> "unix:" + unix.getPath();
                    case InetSocketAddress inet -> "tcp:" + TcpPort.print(inet);
                    default -> address.toString();
                };
        return connected() ? where : "disconnected:" + where;
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
    }
}
