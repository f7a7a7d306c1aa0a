package io.patchbay.qmp;

import io.patchbay.qmp.chardev.Backend;
import io.patchbay.qmp.chardev.Chardev;
import io.patchbay.qmp.chardev.Chardevs;
import io.patchbay.qmp.chardev.TlsCredentials;
import io.patchbay.qmp.json.JsonOutput;
import io.patchbay.qmp.json.Limits;
import io.patchbay.qmp.schema.Command;
import io.patchbay.qmp.schema.Declarations;
import io.patchbay.qmp.schema.Empty;
import io.patchbay.qmp.schema.Event;
import io.patchbay.qmp.schema.Printer;

import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * A QMP server: commands, events, character devices and the monitors on them. A host adds commands
 * and events of its own and the sockets it wants to be reached on; clients can plug more monitors
 * while it runs.
 */
public final class QmpServer implements AutoCloseable {

    // How long the end of a server waits for a command that does not come back, and then for
    // clients that do not hang up.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    record Quit() implements Command<Empty> {}

    record Shutdown(boolean guest, ShutdownCause reason) implements Event {}

    private final Version version;
    private final Host host;
    private final Limits limits;
    private final Printer<Greeting> greetings;
    private final Dispatcher dispatcher = new Dispatcher();
    private final Chardevs chardevs = new Chardevs();
    private final Monitors monitors = new Monitors(this, chardevs);
    private final Commands negotiation;
    private final Commands commands;
    private final Events events;
    private final RunState runState;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean ending = new AtomicBoolean();

    public QmpServer(Version version) {
        this(version, new Host() {});
    }

    public QmpServer(Version version, Host host) {
        this(version, host, InstantSource.system(), Limits.QEMU);
    }

    /** The clock stamps the events; the limits hold for each incoming message. */
    public QmpServer(Version version, Host host, InstantSource clock, Limits limits) {
        this.version = version;
        this.host = host;
        this.limits = limits;
        var declarations = new Declarations();
        greetings = declarations.printer(Greeting.class);
        negotiation = new Commands(declarations);
        commands = new Commands(declarations);
        events = new Events(declarations, clock);
        Negotiation.addTo(negotiation);
        Negotiation.addTo(commands);
        Introspection.addTo(commands, version, declarations);
        ChardevCommands.addTo(commands, chardevs);
        MonitorCommands.addTo(commands, monitors);
        ObjectCommands.addTo(commands, monitors);
        Yank.addTo(commands, chardevs);
        commands.perform(Quit.class, (quit, caller) -> quit((Session) caller));
        events.declare(Shutdown.class);
        runState = new RunState(host, commands, events, dispatcher);
    }

    /** The commands of sessions that have negotiated; a host's own are added here. */
    public Commands commands() {
        return commands;
    }

    public Events events() {
        return events;
    }

    public RunState runState() {
        return runState;
    }

    /** A monitor on a unix socket (mode 0600) at this path, its chardev and it under one id. */
    public void listen(String id, Path socket) {
        addChardev(id, Backend.unixServer(socket));
        addMonitor(MonitorOptions.on(id).named(id));
    }

    public Chardev addChardev(String id, Backend backend) {
        return change(() -> chardevs.add(id, backend));
    }

    /** A chardev that is a connected socket from the start, for example one that was inherited. */
    public Chardev addChardev(String id, SocketChannel connected) {
        return change(() -> chardevs.addConnected(id, connected));
    }

    /** A chardev on a socket that listens already, for example one that was inherited. */
    public Chardev addChardev(String id, ServerSocketChannel listening) {
        return change(() -> chardevs.addListening(id, listening));
    }

    /** Certificates that a chardev names with {@code tls-creds}. */
    public void addTlsCredentials(String id, TlsCredentials credentials) {
        change(() -> {
            monitors.addCredentials(id, credentials);
            return id;
        });
    }

    /** Plugs a monitor into a chardev; clients cannot remove it with {@code monitor-remove}. */
    public void addMonitor(MonitorOptions options) {
        change(() -> {
            monitors.addByHost(options);
            return options;
        });
    }

    private <T> T change(Supplier<T> deed) {
        return dispatcher.inTurn(() -> {
            if (ending.get()) {
                throw new IllegalStateException("this server has ended; make a new one");
            }
            return deed.get();
        });
    }

    /**
     * Waits until a client has said {@code quit} or the host ended the server, and all is closed.
     */
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** Hangs up on all clients and closes all sockets; waits for both, but not for long. */
    @Override
    public void close() {
        end(ShutdownCause.HOST_SIGNAL);
    }

    /** As {@link #close}, with another cause to tell the clients. */
    public void end(ShutdownCause cause) {
        try {
            dispatcher.inTurnOrAfter(
                    PATIENCE,
                    () -> {
                        if (beginEnd(cause)) {
                            finishEnd();
                        }
                    });
            awaitEnd();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void quit(Session session) {
        host.quit();
        if (beginEnd(ShutdownCause.HOST_QMP_QUIT)) {
            session.afterReply(() -> Thread.ofPlatform().name("qmp-end").start(this::finishEnd));
        }
    }

    /** Tells the clients and answers nobody any more; false if that was done before. */
    private boolean beginEnd(ShutdownCause cause) {
        if (!ending.compareAndSet(false, true)) {
            return false;
        }
        events.emit(new Shutdown(false, cause));
        monitors.endSessions();
        return true;
    }

    private void finishEnd() {
        try {
            monitors.removeAll();
            chardevs.closeAll(PATIENCE);
            events.close();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    Version version() {
        return version;
    }

    Limits limits() {
        return limits;
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    Commands negotiation() {
        return negotiation;
    }

    Monitors monitors() {
        return monitors;
    }

    void greet(Greeting greeting, JsonOutput out) {
        greetings.print(greeting, out);
        out.endMessage();
    }
}
