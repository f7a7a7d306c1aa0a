package io.patchbay.qmp.client;

import io.patchbay.qmp.chardev.TlsCredentials;
import io.patchbay.qmp.json.Incoming;
import io.patchbay.qmp.json.Json;
import io.patchbay.qmp.json.JsonObject;
import io.patchbay.qmp.json.JsonOutput;
import io.patchbay.qmp.json.Limits;
import io.patchbay.qmp.json.MessageReader;
import io.patchbay.qmp.schema.ErrorClass;
import io.patchbay.qmp.schema.QmpError;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * A client on a monitor of any QMP server, in command mode from the start. Threads that ask take
 * turns; events are handed over by a thread of the client, in their order.
 */
public final class QmpClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ReadableByteChannel input;
    private final WritableByteChannel output;
    private final Closeable connection;
    private final Consumer<JsonObject> events;
    private final MessageReader reader = new MessageReader(Limits.QEMU);
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024).flip();
    private final LinkedBlockingQueue<Answered> replies = new LinkedBlockingQueue<>();
    private final ReentrantLock asking = new ReentrantLock();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final JsonObject greeting;
    private long lastId;

    /** What ends the wait of whoever asks. */
    private sealed interface Answered {

        record Reply(JsonObject message) implements Answered {}

        /** Nothing more comes. */
        record End(IOException reason) implements Answered {}
    }

    private QmpClient(
            ReadableByteChannel input,
            WritableByteChannel output,
            Closeable connection,
            Consumer<JsonObject> events,
            Duration patience)
            throws IOException {
        this.input = input;
        this.output = output;
        this.connection = connection;
        this.events = events;
        var first = firstWithin(patience);
        if (first == null || !(first.get("QMP") instanceof JsonObject told)) {
            throw new IOException(
                    "expected the greeting of a QMP server, not "
                            + (first == null ? "the end of the connection" : first));
        }
        greeting = told;
        Thread.ofVirtual().name("qmp-client").start(this::listen);
        ask("qmp_capabilities");
    }

    /** On a unix socket, deaf to events. */
    public static QmpClient connect(Path socket) throws IOException {
        return connect(UnixDomainSocketAddress.of(socket), event -> {});
    }

    /** As {@link #connect(SocketAddress, Consumer, Duration)}, with ten seconds of patience. */
    public static QmpClient connect(SocketAddress address, Consumer<JsonObject> events)
            throws IOException {
        return connect(address, events, PATIENCE);
    }

    /**
     * Throws a {@link SocketTimeoutException} if no greeting comes: a monitor that has a client
     * greets the next one only when that one leaves.
     *
     * @param events is told each event, with its name and time; while it runs no reply comes
     */
    public static QmpClient connect(
            SocketAddress address, Consumer<JsonObject> events, Duration patience)
            throws IOException {
        var channel = SocketChannel.open(address);
        return begun(channel, channel, channel, events, patience);
    }

    /** With TLS; the server's certificate has to be for the host that the address names. */
    public static QmpClient connect(
            InetSocketAddress address, TlsCredentials credentials, Consumer<JsonObject> events)
            throws IOException {
        var socket = credentials.connect(address);
        return begun(
                Channels.newChannel(socket.getInputStream()),
                Channels.newChannel(socket.getOutputStream()),
                socket,
                events,
                PATIENCE);
    }

    private static QmpClient begun(
            ReadableByteChannel input,
            WritableByteChannel output,
            Closeable connection,
            Consumer<JsonObject> events,
            Duration patience)
            throws IOException {
        try {
            return new QmpClient(input, output, connection, events, patience);
        } catch (IOException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    private @Nullable JsonObject firstWithin(Duration patience) throws IOException {
        var greeted = new CountDownLatch(1);
        var gaveUp = new AtomicBoolean();
        Thread.ofVirtual()
                .name("qmp-client-patience")
                .start(() -> giveUp(greeted, patience, gaveUp));
        try {
            return read();
        } catch (IOException lost) {
            if (gaveUp.get()) {
                throw new SocketTimeoutException(
                        "no greeting within %d seconds; a monitor serves one client at a time"
                                .formatted(patience.toSeconds()));
            }
            throw lost;
        } finally {
            greeted.countDown();
        }
    }

    /** Closing the connection is what ends a read that waits. */
    private void giveUp(CountDownLatch greeted, Duration patience, AtomicBoolean gaveUp) {
        try {
            if (!greeted.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                gaveUp.set(true);
                close();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What the server said first: its version and capabilities. */
    public JsonObject greeting() {
        return greeting;
    }

    /** As {@link #ask(String, JsonObject)}, without arguments. */
    public Json ask(String command) throws IOException {
        return ask(command, JsonObject.of(Map.of()));
    }

    /** What the command returns; an error that the server answers is thrown as {@link QmpError}. */
    public Json ask(String command, JsonObject arguments) throws IOException {
        asking.lock();
        try {
            var id = new Json.Int(++lastId);
            send(command, arguments, id);
            return result(replyTo(id));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted before the reply to '" + command + "'");
        } finally {
            asking.unlock();
        }
    }

    private void send(String command, JsonObject arguments, Json id) throws IOException {
        var out = new JsonOutput(false);
        out.beginObject();
        out.key("execute");
        out.text(command);
        if (arguments.size() > 0) {
            out.key("arguments");
            out.value(arguments);
        }
        out.key("id");
        out.value(id);
        out.endObject();
        out.endMessage();
        for (var bytes = ByteBuffer.wrap(out.buffer(), 0, out.length()); bytes.hasRemaining(); ) {
            output.write(bytes);
        }
    }

    private JsonObject replyTo(Json id) throws IOException, InterruptedException {
        while (true) {
            var next = replies.take();
            switch (next) {
                case Answered.Reply(var message) -> {
                    // Replies to requests that somebody gave up waiting for are passed over.
                    if (id.equals(message.get("id"))) {
                        return message;
                    }
                }
                case Answered.End(var reason) -> {
                    replies.add(next);
                    throw new IOException(reason.getMessage(), reason);
                }
            }
        }
    }

    private static Json result(JsonObject reply) {
        if (reply.get("error") instanceof JsonObject error) {
            throw new QmpError(
                    ErrorClass.ofWire(error.text("class").orElse("")),
                    error.text("desc").orElseGet(error::toString));
        }
        var value = reply.get("return");
        return value == null ? JsonObject.of(Map.of()) : value;
    }

    /** Returns when the server has hung up or this was closed. */
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }

    private void listen() {
        try {
            for (var message = read(); message != null; message = read()) {
                if (message.has("event")) {
                    events.accept(message);
                } else {
                    replies.add(new Answered.Reply(message));
                }
            }
            replies.add(new Answered.End(new EOFException("the server hung up")));
        } catch (IOException lost) {
            replies.add(
                    new Answered.End(
                            new IOException(
                                    "the connection was lost: " + lost.getMessage(), lost)));
        } finally {
            ended.countDown();
        }
    }

    /** The next message, null at the end. */
    private @Nullable JsonObject read() throws IOException {
        while (true) {
            switch (reader.next(buffer)) {
                case Incoming.Value(JsonObject message) -> {
                    return message;
                }
                case Incoming.Value(var other) ->
                        throw new IOException("expected a message, not " + other);
                case Incoming.Fault(var description) ->
                        throw new IOException("the server does not speak QMP: " + description);
                case null -> {
                    if (input.read(buffer.clear()) < 0) {
                        return null;
                    }
                    buffer.flip();
                }
            }
        }
    }
}
