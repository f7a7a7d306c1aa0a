package io.patchbay.http.message;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.IO;
import org.eclipse.jetty.util.NanoTime;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The bytes of a request as they come: within a limit, within the {@link BodyBudget}, and in time.
 * Reading blocks. Whatever goes wrong, asking again fails the same way.
 */
final class RequestBody implements AutoCloseable {

    /** Of a body that nobody wants; a new connection costs less than more. */
    private static final int WORTH_READING = 64 << 10;

    private final Request jetty;
    private final HttpLimits limits;
    private final BodyBudget.Part part;
    private final long deadline;
    private byte @Nullable [] bytes;
    private @Nullable HttpError refused;
    private boolean known;

    /**
     * @param sender is asked only when there is much to hold
     */
    RequestBody(
            Request jetty, HttpLimits limits, BodyBudget budget, Supplier<AddressBlock> sender) {
        this.jetty = jetty;
        this.limits = limits;
        this.part = budget.partOf(sender);
        this.deadline = jetty.getBeginNanoTime() + limits.arrival().toNanos();
    }

    /** From now on what somebody known may send is taken. */
    void isOfSomebodyKnown() {
        known = true;
    }

    /** Whether it has, or may turn out to have, more than is taken from anybody. */
    boolean exceedsAnonymous() {
        return isChunked() || jetty.getLength() > limits.anonymousBodyBytes();
    }

    /** Why it was not taken; null if it was, or nobody asked for it. */
    @Nullable HttpError refused() {
        return refused;
    }

    byte[] bytes() throws IOException {
        if (refused != null) {
            throw refused;
        }
        if (bytes == null) {
            try {
                bytes = isAbsent() ? new byte[0] : read();
            } catch (HttpError error) {
                refused = error;
                part.close();
                throw error;
            }
        }
        return bytes;
    }

    /** Before the first byte, if the client says how many there will be. */
    private byte[] read() throws IOException {
        int limit = known ? limits.bodyBytes() : limits.anonymousBodyBytes();
        long length = jetty.getLength();
        if (length > limit) {
            throw tooLarge(limit);
        }
        int begin = length >= 0 ? (int) length : BodyBudget.FREE_BYTES;
        part.growTo(begin);
        byte[] read = new byte[begin];
        int filled = 0;
        while (true) {
            var chunk = next();
            try {
                var content = chunk.getByteBuffer();
                int come = content.remaining();
                if (filled + come > limit) {
                    throw tooLarge(limit);
                }
                if (filled + come > read.length) {
                    read = larger(read, filled + come, limit);
                }
                content.get(read, filled, come);
                filled += come;
                if (chunk.isLast()) {
                    return filled == read.length ? read : Arrays.copyOf(read, filled);
                }
            } finally {
                chunk.release();
            }
        }
    }

    private byte[] larger(byte[] read, int needed, int limit) {
        int larger = Math.min(limit, Math.max(needed, 2 * read.length));
        part.growTo(larger);
        return Arrays.copyOf(read, larger);
    }

    /** The next piece, as soon as there is one. */
    private Content.Chunk next() throws IOException {
        while (true) {
            var chunk = jetty.read();
            if (chunk == null) {
                await();
            } else if (Content.Chunk.isFailure(chunk)) {
                throw failure(chunk.getFailure());
            } else {
                return chunk;
            }
        }
    }

    /**
     * Until something comes, or the connection has been idle for too long: shortly before the
     * deadline that is as long as there is time.
     */
    private void await() throws IOException {
        long left = TimeUnit.NANOSECONDS.toMillis(NanoTime.until(deadline));
        if (left <= 0) {
            throw tooSlow();
        }
        var endPoint = jetty.getConnectionMetaData().getConnection().getEndPoint();
        long idle = endPoint.getIdleTimeout();
        if (left < idle) {
            endPoint.setIdleTimeout(left);
        }
        try (var arrived = Blocker.runnable()) {
            jetty.demand(arrived);
            arrived.block();
        } finally {
            if (left < idle) {
                endPoint.setIdleTimeout(idle);
            }
        }
    }

    private RuntimeException failure(Throwable failure) throws IOException {
        if (failure instanceof TimeoutException) {
            return tooSlow();
        }
        throw IO.rethrow(failure);
    }

    /**
     * Reads what no handler asked for, so that the next request on this connection is found.
     *
     * @return whether there can be one: not if more is left than is worth reading
     */
    boolean isAtItsEnd() throws IOException {
        if (bytes != null || isAbsent()) {
            return true;
        }
        // Who waits to be told to go on has not sent a body yet, and need not.
        if (refused != null
                || jetty.getLength() > WORTH_READING
                || jetty.getHeaders().get("Expect") != null) {
            return false;
        }
        try {
            return skip();
        } catch (HttpError tooSlow) {
            return false;
        }
    }

    private boolean skip() throws IOException {
        int passed = 0;
        while (passed <= WORTH_READING) {
            var chunk = next();
            passed += chunk.remaining();
            chunk.release();
            if (chunk.isLast()) {
                return passed <= WORTH_READING;
            }
        }
        return false;
    }

    private boolean isAbsent() {
        return jetty.getLength() <= 0 && !isChunked();
    }

    private boolean isChunked() {
        return jetty.getHeaders().get("Transfer-Encoding") != null;
    }

    private HttpError tooLarge(int limit) {
        return new HttpError(
                413,
                "The body is larger than %d bytes; %s."
                        .formatted(
                                limit,
                                known
                                        ? "send less"
                                        : "that is the most from somebody unknown, so sign in,"
                                                + " send a token, or send less"));
    }

    private HttpError tooSlow() {
        return new HttpError(
                408,
                ("The rest of the request did not come in time; send it again, whole within %d"
                                + " seconds and without long pauses.")
                        .formatted(limits.arrival().toSeconds()));
    }

    /** Gives the memory back to other requests. */
    @Override
    public void close() {
        if (bytes != null) {
            bytes = new byte[0];
        }
        part.close();
    }
}
