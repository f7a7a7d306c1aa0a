package io.patchbay.qmp.chardev;

import io.patchbay.qmp.schema.Name;

import java.util.Optional;

/** The options of a socket chardev, in the order in which they are checked. */
public record SocketOptions(
        Optional<String> logfile,
        Optional<Boolean> logappend,
        Address addr,
        Optional<String> tlsCreds,
        Optional<String> tlsAuthz,
        Optional<Boolean> server,
        @Name("wait") Optional<Boolean> awaitClient,
        Optional<Boolean> nodelay,
        Optional<Boolean> telnet,
        Optional<Boolean> tn3270,
        Optional<Boolean> websocket,
        Optional<Long> reconnect,
        Optional<Long> reconnectMs) {

    public static SocketOptions server(Address address) {
        return of(address, true, Optional.empty());
    }

    /** A client that tries again so many seconds after each failure or loss, if any are given. */
    public static SocketOptions client(Address address, Optional<Long> reconnectSeconds) {
        return of(address, false, reconnectSeconds);
    }

    /** The same, with the TLS credentials of this id. */
    public SocketOptions withTls(String credentials) {
        return new SocketOptions(
                logfile,
                logappend,
                addr,
                Optional.of(credentials),
                tlsAuthz,
                server,
                awaitClient,
                nodelay,
                telnet,
                tn3270,
                websocket,
                reconnect,
                reconnectMs);
    }

    private static SocketOptions of(Address address, boolean server, Optional<Long> reconnect) {
        return new SocketOptions(
                Optional.empty(),
                Optional.empty(),
                address,
                Optional.empty(),
                Optional.empty(),
                Optional.of(server),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                reconnect,
                Optional.empty());
    }

    boolean isServer() {
        return server.orElse(true);
    }
}
