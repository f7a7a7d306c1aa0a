package io.patchbay.http;

import org.eclipse.jetty.util.NanoTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/**
 * Tells the log of requests and connections that were refused for want of room or time: a line a
 * minute at most, whatever comes.
 */
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private long untold;
    private long tellAfter = NanoTime.now();

    /**
     * @param reason as the client is told it
     */
    synchronized void note(String reason) {
        untold++;
        if (NanoTime.isBefore(NanoTime.now(), tellAfter)) {
            return;
        }
        LOG.warn("{} requests or connections were refused, the last one so: {}", untold, reason);
        untold = 0;
        tellAfter = NanoTime.now() + PAUSE.toNanos();
    }
}
