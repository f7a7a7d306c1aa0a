package io.patchbay.qmp.chardev;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;

/**
 * What becomes of each connection of a socket chardev before its bytes flow.
 *
 * @param host the one that a client means to reach, as its certificate names it
 */
record SocketSettings(
        boolean noDelay, boolean keepAlive, String host, @Nullable TlsCredentials credentials) {

    static final SocketSettings PLAIN = new SocketSettings(false, false, "", null);

    static SocketSettings of(SocketOptions options, @Nullable TlsCredentials credentials) {
        var inet = options.addr() instanceof Address.Inet(var data) ? data : null;
        return new SocketSettings(
                options.nodelay().orElse(false),
                inet != null && inet.keepAlive().orElse(false),
                inet == null ? "" : inet.host(),
                credentials);
    }

    /** The bytes of a connection; with TLS, after both ends have shown who they are. */
    ByteStream open(SocketChannel channel) throws IOException {
        if (channel.getRemoteAddress() instanceof InetSocketAddress) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, noDelay);
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, keepAlive);
        }
        if (credentials == null) {
            return new SocketStream(channel);
        }
        return switch (credentials.endpoint()) {
            case SERVER -> TlsStream.server(credentials, channel);
            case CLIENT -> TlsStream.client(credentials, channel, host);
        };
    }
}
