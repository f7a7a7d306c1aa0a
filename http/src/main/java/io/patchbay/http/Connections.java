package io.patchbay.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.patchbay.http.message.AddressBlock;
import io.patchbay.http.message.HttpOptions;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is connected. One beyond the limits is told so and sent away, so that descriptors and memory
 * are left for whatever else the process does; so is one whose request takes too long to begin.
 */
final class Connections implements Connection.Listener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final int most;
    private final int mostOfOne;
    private final Duration arrival;
    private final Refusals refusals;
    private final Map<Connection, AddressBlock> admitted = new ConcurrentHashMap<>();
    private final Map<AddressBlock, Integer> ofAddress = new HashMap<>();
    private final Thread watch;

    Connections(HttpOptions options, Refusals refusals) {
        var limits = options.limits();
        most = limits.connections();
        // All clients of a proxy come from its address.
        mostOfOne = options.trustProxy() ? most : limits.connectionsOfOne();
        arrival = limits.arrival();
        this.refusals = refusals;
        watch = Thread.ofVirtual().name("http-watch").start(this::endThoseTooSlow);
    }

    @Override
    public void onOpened(Connection connection) {
        var endPoint = connection.getEndPoint();
        if (!isAdmitted(connection, block(endPoint))) {
            var reason = "The server has as many connections as it can, in all or of your address.";
            refusals.note(reason);
            sendAway(endPoint, "503 Service Unavailable", reason + " Try again later.");
        }
    }

    private synchronized boolean isAdmitted(Connection connection, AddressBlock address) {
        int before = ofAddress.getOrDefault(address, 0);
        if (admitted.size() >= most || before >= mostOfOne) {
            return false;
        }
        ofAddress.put(address, before + 1);
        admitted.put(connection, address);
        return true;
    }

    @Override
    public synchronized void onClosed(Connection connection) {
        var address = admitted.remove(connection);
        if (address != null) {
            ofAddress.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
        }
    }

    private static AddressBlock block(EndPoint endPoint) {
        return endPoint.getRemoteSocketAddress() instanceof InetSocketAddress socket
                ? AddressBlock.of(socket.getAddress())
                : AddressBlock.of("");
    }

    private void endThoseTooSlow() {
        try {
            while (true) {
                Thread.sleep(LOOK_EVERY);
                admitted.keySet().forEach(this::endIfTooSlow);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void endIfTooSlow(Connection connection) {
        try {
            if (connection instanceof SingleFileConnection http) {
                http.ifHeadTakesLongerThan(arrival, () -> endTooSlow(http));
            }
        } catch (RuntimeException broken) {
            LOG.error("a connection that was too slow could not be told so", broken);
            connection.close();
        }
    }

    private void endTooSlow(Connection connection) {
        var reason =
                "The head of a request did not come whole within %d seconds."
                        .formatted(arrival.toSeconds());
        refusals.note(reason);
        sendAway(connection.getEndPoint(), "408 Request Timeout", reason + " Send it again.");
    }

    /** Where no handler can: says why, and hangs up. */
    private static void sendAway(EndPoint endPoint, String status, String reason) {
        var body = reason + "\n";
        var answer =
                """
                HTTP/1.1 %s
                Content-Type: text/plain; charset=utf-8
                Content-Length: %d
                Retry-After: %s
                Connection: close

                """
                                .formatted(status, body.length(), Dispatcher.RETRY_SECONDS)
                                .replace("\n", "\r\n")
                        + body;
        var hangUp = Callback.from(endPoint::close);
        endPoint.write(hangUp, ByteBuffer.wrap(answer.getBytes(US_ASCII)));
    }

    /** Watches no longer. */
    @Override
    public void close() {
        watch.interrupt();
    }
}
