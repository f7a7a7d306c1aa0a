package io.patchbay.qmp.chardev;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;

import javax.net.ssl.SSLSocket;

/** A connected socket with TLS, both ends having shown a certificate. */
final class TlsStream implements ByteStream {

    private static final Logger LOG = System.getLogger(TlsStream.class.getName());
    private static final ThreadFactory VIRTUAL = Thread.ofVirtual().name("qmp-tls").factory();

    // A stranger who connects and says nothing must not keep the next client waiting for long.
    private static final int HANDSHAKE_MILLIS = 5_000;

    private final SocketChannel channel;
    private final SSLSocket secured;
    private final ReentrantLock writing = new ReentrantLock();

    private TlsStream(SocketChannel channel, SSLSocket secured) {
        this.channel = channel;
        this.secured = secured;
    }

    /** Asks a client that has connected for its certificate. */
    static TlsStream server(TlsCredentials credentials, SocketChannel channel) throws IOException {
        var secured =
                (SSLSocket)
                        credentials
                                .context()
                                .getSocketFactory()
                                .createSocket(channel.socket(), null, true);
        secured.setUseClientMode(false);
        secured.setNeedClientAuth(true);
        return handshake(channel, secured);
    }

    /** Shows ours to a server, whose certificate must be for the host that we meant. */
    static TlsStream client(TlsCredentials credentials, SocketChannel channel, String host)
            throws IOException {
        var socket = channel.socket();
        var secured =
                (SSLSocket)
                        credentials
                                .context()
                                .getSocketFactory()
                                .createSocket(socket, host, socket.getPort(), true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        return handshake(channel, secured);
    }

    private static TlsStream handshake(SocketChannel channel, SSLSocket secured)
            throws IOException {
        try {
            secured.setSoTimeout(HANDSHAKE_MILLIS);
            secured.startHandshake();
            secured.setSoTimeout(0);
            return new TlsStream(channel, secured);
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int count =
                secured.getInputStream()
                        .read(into.array(), into.arrayOffset() + into.position(), into.remaining());
        if (count > 0) {
            into.position(into.position() + count);
        }
        return count;
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        writing.lock();
        try {
            secured.getOutputStream()
                    .write(from.array(), from.arrayOffset() + from.position(), from.remaining());
            from.position(from.limit());
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void endOutput() throws IOException {
        // The farewell would wait behind a write that a silent client holds up.
        if (writing.tryLock()) {
            try {
                if (!secured.isOutputShutdown()) {
                    secured.shutdownOutput();
                }
            } finally {
                writing.unlock();
            }
        }
    }

    @Override
    public boolean hasInput() {
        return true;
    }

    @Override
    public ThreadFactory threads() {
        return VIRTUAL;
    }

    @Override
    public void close() throws IOException {
        try {
            endOutput();
        } catch (IOException lost) {
            LOG.log(Level.DEBUG, () -> "no farewell: " + lost.getMessage());
        } finally {
            // Frees whoever reads or writes; closing the TLS socket first would wait for them.
            channel.close();
        }
    }
}
