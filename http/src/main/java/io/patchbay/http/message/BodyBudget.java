package io.patchbay.http.message;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The bytes that all request bodies of a server may take together, from before they are read until
 * their handlers have answered. One address can have a part of it only, so that others are served
 * beside a client that sends much and never ends.
 */
public final class BodyBudget {

    /**
     * A body up to here is free: the connection's own buffers are larger, and connections are
     * counted. So a small request neither waits for a lock nor is refused when all is taken.
     */
    static final int FREE_BYTES = 8 << 10;

    private final long most;
    private final long mostOfOne;
    private final Map<AddressBlock, Long> held = new HashMap<>();
    private long heldByAll;

    public BodyBudget(HttpLimits limits) {
        most = limits.bytesAtOnce();
        mostOfOne = limits.bytesOfOne();
    }

    /** Nothing yet, for a request from this address. */
    Part partOf(Supplier<AddressBlock> sender) {
        return new Part(sender);
    }

    /** By all requests together, in bytes; without those that are free. */
    public synchronized long held() {
        return heldByAll;
    }

    private synchronized void take(AddressBlock address, long bytes) {
        long ofAddress = held.getOrDefault(address, 0L);
        if (ofAddress + bytes > mostOfOne) {
            throw new HttpError(
                    503,
                    ("Your address has %d bytes of other requests on their way here, and %d is the"
                                    + " most; wait for their answers, then send this again.")
                            .formatted(ofAddress, mostOfOne));
        }
        if (heldByAll + bytes > most) {
            throw new HttpError(
                    503,
                    ("The server holds %d bytes of requests, and %d is the most; send this again"
                                    + " later.")
                            .formatted(heldByAll, most));
        }
        held.put(address, ofAddress + bytes);
        heldByAll += bytes;
    }

    private synchronized void giveBack(AddressBlock address, long bytes) {
        held.computeIfPresent(address, (_, before) -> before == bytes ? null : before - bytes);
        heldByAll -= bytes;
    }

    /** What one request holds. Used by the thread of that request only. */
    final class Part implements AutoCloseable {

        private final Supplier<AddressBlock> sender;
        private @Nullable AddressBlock address;
        private long taken;

        private Part(Supplier<AddressBlock> sender) {
            this.sender = sender;
        }

        /** Holds this many bytes in all from now on, or throws. */
        void growTo(long bytes) {
            if (bytes <= FREE_BYTES || bytes <= taken) {
                return;
            }
            if (address == null) {
                address = sender.get();
            }
            take(address, bytes - taken);
            taken = bytes;
        }

        /** Gives everything back; more than once does no harm. */
        @Override
        public void close() {
            if (address != null && taken > 0) {
                giveBack(address, taken);
                taken = 0;
            }
        }
    }
}
