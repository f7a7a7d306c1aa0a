package io.patchbay.intake.lmtp;

import io.patchbay.intake.Delivery;
import io.patchbay.intake.Gate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Takes mails from a mail system (RFC 2033) and answers 250 only when a mail is durable: filed, or
 * in the quarantine. What cannot be kept now is answered with 4xx, and the mail system keeps it.
 */
public final class LmtpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LmtpServer.class);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(200);
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(10);

    private final LmtpListener door;
    private final String host;
    private final Delivery delivery;
    private final Gate gate;
    private final LmtpLimits limits;
    private final Semaphore kilobytes;
    private final Set<Visit> visits = ConcurrentHashMap.newKeySet();
    private final Thread porter;
    private final Thread sweeper;
    private volatile boolean closed;

    private LmtpServer(
            LmtpListener door, String host, Delivery delivery, Gate gate, LmtpLimits limits) {
        this.door = door;
        this.host = host;
        this.delivery = delivery;
        this.gate = gate;
        this.limits = limits;
        kilobytes = new Semaphore(limits.kilobytesAtOnce());
        porter = Thread.ofVirtual().name("lmtp-accept").unstarted(this::acceptAll);
        sweeper = Thread.ofVirtual().name("lmtp-sweeper").unstarted(this::sweep);
    }

    /**
     * Listens from now on.
     *
     * @param host what the server calls itself
     */
    public static LmtpServer listen(
            LmtpAddress address, String host, Delivery delivery, Gate gate, LmtpLimits limits)
            throws IOException {
        var door = LmtpListener.open(address);
        var server = new LmtpServer(door, host, delivery, gate, limits);
        server.porter.start();
        server.sweeper.start();
        LOG.info("LMTP on {}", server.address());
        if (door.address() instanceof LmtpAddress.Tcp(var name, var port)
                && !new InetSocketAddress(name, port).getAddress().isLoopbackAddress()) {
            LOG.warn(
                    "LMTP knows no passwords: whoever reaches {} can hand in mail", door.address());
        }
        return server;
    }

    /** Where it listens, with the port that it was given if it asked for any. */
    public LmtpAddress address() {
        return door.address();
    }

    private void acceptAll() {
        while (!closed) {
            try {
                receive(door.accept());
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                // Out of descriptors, most likely; trying again at once would only burn time.
                LOG.warn("LMTP takes no connection: {}", e.getMessage());
                if (!pause(PAUSE_AFTER_FAILURE)) {
                    return;
                }
            }
        }
    }

    private void receive(SocketChannel channel) {
        var visit = new Visit(channel, limits.idle());
        if (visits.size() >= limits.connections()) {
            LOG.warn("LMTP has {} connections already, one was sent away", visits.size());
            visit.sendAway(Reply.TOO_MANY_CONNECTIONS);
            return;
        }
        visits.add(visit);
        Thread.ofVirtual().name("lmtp").start(() -> serve(visit));
    }

    private void serve(Visit visit) {
        try {
            visit.run(wire -> new Session(wire, host, delivery, gate, limits, kilobytes));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.debug("an LMTP client left without a word: {}", e.getMessage());
        } catch (Throwable e) {
            LOG.error("an LMTP session failed; its mail stays with the sender", e);
            visit.sendAway(Reply.BROKEN);
        } finally {
            visit.close();
            visits.remove(visit);
        }
    }

    private void sweep() {
        var step = limits.idle().dividedBy(10);
        var second = Duration.ofSeconds(1);
        while (pause(step.compareTo(second) < 0 ? step : second)) {
            visits.forEach(Visit::endIfIdle);
        }
    }

    private static boolean pause(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Takes no more mails; those that are on their way are filed and answered. */
    @Override
    public void close() {
        closed = true;
        door.close();
        sweeper.interrupt();
        visits.forEach(Visit::end);
        long deadline = System.nanoTime() + LONGEST_GOODBYE.toNanos();
        while (!visits.isEmpty() && System.nanoTime() < deadline) {
            if (!pause(Duration.ofMillis(5))) {
                break;
            }
            visits.forEach(Visit::end);
        }
        visits.forEach(Visit::close);
    }
}
