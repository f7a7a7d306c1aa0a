package io.patchbay.qmp.chardev;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;

/** Options that each TCP connection of a chardev gets. */
record SocketSettings(boolean noDelay, boolean keepAlive) {

    static final SocketSettings PLAIN = new SocketSettings(false, false);

    static SocketSettings of(SocketOptions options) {
        return new SocketSettings(
                options.nodelay().orElse(false),
                options.addr() instanceof Address.Inet(var inet) && inet.keepAlive().orElse(false));
    }

    void apply(SocketChannel channel) throws IOException {
        if (channel.getRemoteAddress() instanceof InetSocketAddress) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, noDelay);
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, keepAlive);
        }
    }
}
