package io.patchbay.qmp;

import io.patchbay.qmp.chardev.Connection;
import io.patchbay.qmp.chardev.FanOut;
import io.patchbay.qmp.chardev.Receiver;
import io.patchbay.qmp.json.Incoming;
import io.patchbay.qmp.json.JsonOutput;
import io.patchbay.qmp.json.MessageReader;
import io.patchbay.qmp.schema.ErrorClass;
import io.patchbay.qmp.schema.Event;
import io.patchbay.qmp.schema.QmpError;

import org.jspecify.annotations.Nullable;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A client on a monitor, from greeting to farewell. Until it has negotiated its capabilities it may
 * run only the commands of negotiation and gets no events (spec §4).
 */
final class Session implements Receiver, Caller {

    private static final Logger LOG = System.getLogger(Session.class.getName());

    // Unsent replies after which a session waits for its client before it runs the next request.
    private static final int UNREAD_BEFORE_WAITING = 64 * 1024;

    private final QmpServer server;
    private final Monitor monitor;
    private final Connection connection;
    private final MessageReader reader;
    private final JsonOutput output;
    private volatile boolean negotiated;
    private volatile boolean ended;
    private volatile Predicate<? super Event> wanted = event -> true;
    private @Nullable RequestQueue queue;
    private @Nullable Runnable afterReply;

    Session(QmpServer server, Monitor monitor, Connection connection) {
        this.server = server;
        this.monitor = monitor;
        this.connection = connection;
        this.reader = new MessageReader(server.limits());
        this.output = new JsonOutput(monitor.pretty());
        server.greet(Greeting.of(server.version(), monitor.capabilities()), output);
        connection.reply(output.buffer(), output.length());
        connection.flushSoon();
    }

    @Override
    public void receive(ByteBuffer bytes) {
        if (ended) {
            return;
        }
        for (var next = reader.next(bytes); next != null; next = reader.next(bytes)) {
            skipBlanks(bytes);
            take(next, bytes.hasRemaining());
            if (ended) {
                // What stood behind the request that ended the session is dropped with it.
                bytes.position(bytes.limit());
                return;
            }
        }
    }

    private void take(Incoming incoming, boolean more) {
        var queued = queue;
        var request = Request.of(incoming, queued != null);
        if (queued == null) {
            answerInBand(request);
            flush(more);
        } else if (request instanceof Request.Execute execute && execute.outOfBand()) {
            answer(request, new JsonOutput(monitor.pretty()));
            flush(more);
        } else {
            queued.put(request);
        }
    }

    private void answerQueued(Request request, RequestQueue from) {
        answerInBand(request);
        flush(!from.isEmpty());
    }

    private void answerInBand(Request request) {
        answer(request, output);
        var deed = afterReply;
        if (deed != null) {
            afterReply = null;
            deed.run();
        }
    }

    /** Has the client get its replies now, or soon if the next ones will follow at once. */
    private void flush(boolean more) {
        if (more && connection.unread() < UNREAD_BEFORE_WAITING) {
            connection.flushSoon();
        } else {
            connection.flush();
        }
    }

    private void answer(Request request, JsonOutput out) {
        var reply =
                switch (request) {
                    case Request.Malformed(var description, var id) ->
                            new Reply.Failure(new QmpError(description));
                    case Request.Execute execute when execute.outOfBand() -> carryOut(execute);
                    case Request.Execute execute ->
                            server.dispatcher().inTurn(() -> dropped() ? null : carryOut(execute));
                };
        if (reply != null) {
            write(reply, request, out);
            connection.reply(out.buffer(), out.length());
        }
    }

    /**
     * Whether the requests still waiting are dropped: the monitor was removed or the client left.
     */
    private boolean dropped() {
        return ended || connection.lost();
    }

    private static void write(Reply reply, Request request, JsonOutput out) {
        out.clear();
        try {
            reply.write(request.id(), out);
        } catch (RuntimeException unprintable) {
            out.clear();
            broken(request, unprintable).write(request.id(), out);
        }
    }

    private Reply carryOut(Request.Execute request) {
        try {
            var entry = lookUp(request);
            var command = entry.type().read(request.arguments());
            return new Reply.Success(entry.type(), entry.answer().to(command, this));
        } catch (QmpError refused) {
            return new Reply.Failure(refused);
        } catch (RuntimeException | Error broken) {
            return broken(request, broken);
        }
    }

    /** Whatever a host's command throws or returns, the session and the server go on. */
    private static Reply broken(Request request, Throwable cause) {
        var name = request instanceof Request.Execute execute ? execute.command() : "(none)";
        LOG.log(Level.ERROR, () -> "the command " + name + " failed", cause);
        return new Reply.Failure(
                new QmpError(
                        "The command %s failed inside the server; its log tells more"
                                .formatted(name)));
    }

    private Commands.Entry lookUp(Request.Execute request) {
        var name = request.command();
        var entry = (negotiated ? server.commands() : server.negotiation()).find(name);
        if (entry == null) {
            throw new QmpError(
                    ErrorClass.COMMAND_NOT_FOUND,
                    negotiated
                            ? "The command %s has not been found".formatted(name)
                            : "Expecting capabilities negotiation with 'qmp_capabilities'");
        }
        var reason = entry.disabled();
        if (reason == null && negotiated && !monitor.allows(name)) {
            reason = "this monitor may only run " + monitor.allowed();
        }
        if (reason != null) {
            throw new QmpError(
                    ErrorClass.COMMAND_NOT_FOUND,
                    "Command %s has been disabled%s"
                            .formatted(name, reason.isEmpty() ? "" : ": " + reason));
        }
        if (request.outOfBand() && !entry.type().outOfBand()) {
            throw new QmpError("The command %s does not support OOB".formatted(name));
        }
        return entry;
    }

    /** Enters command mode; from here on events are delivered. */
    void negotiated(boolean outOfBand) {
        if (outOfBand) {
            queue = new RequestQueue(connection::startThread, this::answerQueued);
        }
        negotiated = true;
        server.events().subscribe(this);
    }

    boolean hasNegotiated() {
        return negotiated;
    }

    /** Sends an event if the client wants it; never blocks. */
    void deliver(Event event, EventText text, FanOut fanOut) {
        if (!ended && wanted.test(event)) {
            connection.event(text.bytes(monitor.pretty()), fanOut);
        }
    }

    /** What to do once the reply to the command that runs now is on its way. */
    void afterReply(Runnable deed) {
        afterReply = deed;
    }

    /** No further request is answered, no further event sent; the connection is not touched. */
    void end() {
        ended = true;
        server.events().unsubscribe(this);
    }

    @Override
    public void inputEnded() {
        if (queue != null) {
            queue.awaitEmpty();
        }
    }

    @Override
    public void disconnected() {
        end();
        monitor.clientLeft(this);
    }

    @Override
    public Optional<String> monitor() {
        return monitor.id();
    }

    @Override
    public void filterEvents(Predicate<? super Event> filter) {
        wanted = filter;
    }

    Monitor on() {
        return monitor;
    }

    /** Passes over the line ends that many clients send, which need no thought. */
    private void skipBlanks(ByteBuffer bytes) {
        while (bytes.hasRemaining() && reader.betweenMessages()) {
            byte next = bytes.get(bytes.position());
            if (next != '\n' && next != '\r' && next != ' ' && next != '\t') {
                return;
            }
            bytes.get();
        }
    }
}
