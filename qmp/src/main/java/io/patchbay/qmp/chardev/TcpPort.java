package io.patchbay.qmp.chardev;

import io.patchbay.qmp.schema.QmpError;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.util.Arrays;

/**
 * A TCP address; one of this machine only, unless TLS asks the other end for a certificate. QMP has
 * no sign-in and no encryption of its own: whoever reaches a monitor controls the server.
 */
record TcpPort(InetAddress host, int port, int last) {

    private static final int BACKLOG = 512;

    static TcpPort of(Address.InetData address, boolean certified) {
        int port = port(address.port());
        int last = address.to().orElse(port);
        if (last < port || last > 0xFFFF) {
            throw new QmpError("'to' must be a port from %d to 65535".formatted(port));
        }
        var host = resolve(address);
        if (!certified && !host.isLoopbackAddress()) {
            throw new QmpError(
                    "'%s' is not a loopback address, and QMP over plain TCP has no access control; use 127.0.0.1, ::1 or a unix socket, or for other machines TLS with client certificates: tls-creds=ID, the id of an object tls-creds-x509"
                            .formatted(address.host()));
        }
        return new TcpPort(host, port, last);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(host, port);
    }

    /** Listens on the first free port of the range; port 0 is any. */
    ServerSocketChannel listen() throws IOException {
        for (int candidate = port; ; candidate++) {
            var listener = ServerSocketChannel.open();
            try {
                listener.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                return listener.bind(new InetSocketAddress(host, candidate), BACKLOG);
            } catch (BindException taken) {
                listener.close();
                if (candidate >= last) {
                    throw taken;
                }
            }
        }
    }

    static String print(InetSocketAddress address) {
        var host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    private static InetAddress resolve(Address.InetData address) {
        boolean four = address.ipv4().orElse(!address.ipv6().orElse(false));
        boolean six = address.ipv6().orElse(!address.ipv4().orElse(false));
        try {
            // An empty host would mean every interface; the JDK would make it the loopback.
            var host = address.host().isEmpty() ? "0.0.0.0" : address.host();
            return Arrays.stream(InetAddress.getAllByName(host))
                    .filter(found -> found instanceof Inet4Address ? four : six)
                    .findFirst()
                    .orElseThrow(() -> new UnknownHostException(host));
        } catch (UnknownHostException unknown) {
            throw new QmpError(
                    "address resolution failed for %s:%s: Name or service not known"
                            .formatted(address.host(), address.port()));
        }
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 0xFFFF) {
                return port;
            }
        } catch (NumberFormatException noNumber) {
            // Reported below with the ports out of range.
        }
        throw new QmpError("'%s' is not a port from 0 to 65535".formatted(text));
    }
}
