package io.patchbay.http.message;

import com.sun.management.UnixOperatingSystemMXBean;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * How much an HTTP server takes; docs/adr/0020 tells how the figures were chosen.
 *
 * @param bodyBytes of one request of somebody who is known; a larger body is a 413
 * @param anonymousBodyBytes of one request of anybody else
 * @param bytesAtOnce of all bodies that are held at one time; what goes beyond is a 503
 * @param arrival how long a request may take to come, head and body; one that takes longer is a 408
 * @param connections at one time; who comes beyond is told 503 and sent away
 */
public record HttpLimits(
        int bodyBytes,
        int anonymousBodyBytes,
        long bytesAtOnce,
        Duration arrival,
        int connections) {

    private static final int BODY = 4 << 20;
    private static final int ANONYMOUS_BODY = 64 << 10;
    private static final Duration ARRIVAL = Duration.ofMinutes(1);

    // While a handler takes a body apart it is there several times: bytes, text, fields.
    private static final int HEAP_TO_BODIES = 16;
    private static final long MOST_AT_ONCE = 128 << 20;

    // Buffers of Jetty, a thread, and a head of 32 KB that is kept as text, twice.
    private static final int HEAP_OF_CONNECTION = 256 << 10;
    private static final int MOST_CONNECTIONS = 8_192;
    private static final int FEWEST_CONNECTIONS = 64;

    /** How many equal parts an allowance has of which one address can hold one. */
    private static final int SHARES = 4;

    /** Of bodies, by the memory of this process; of connections, by its file descriptors too. */
    public static HttpLimits ofThisProcess() {
        return of(Runtime.getRuntime().maxMemory(), descriptors());
    }

    /**
     * @param heap the most bytes it can have
     * @param descriptors how many files and sockets can be open; half of them are for connections,
     *     the rest for the database, mail, monitors and the program itself
     */
    static HttpLimits of(long heap, long descriptors) {
        long connections = Math.min(heap / HEAP_OF_CONNECTION, MOST_CONNECTIONS);
        return new HttpLimits(
                BODY,
                ANONYMOUS_BODY,
                Math.max(BODY, Math.min(heap / HEAP_TO_BODIES, MOST_AT_ONCE)),
                ARRIVAL,
                (int) Math.min(Math.max(connections, FEWEST_CONNECTIONS), descriptors / 2));
    }

    /** Where the system does not tell, the limit is the one that no system goes below. */
    private static long descriptors() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : 1_024;
    }

    /** Of {@link #bytesAtOnce}, for one address: a quarter, and one body in any case. */
    public long bytesOfOne() {
        return Math.max(bodyBytes, bytesAtOnce / SHARES);
    }

    /** Of {@link #connections}, for one address: a quarter. */
    public int connectionsOfOne() {
        return Math.max(1, connections / SHARES);
    }
}
