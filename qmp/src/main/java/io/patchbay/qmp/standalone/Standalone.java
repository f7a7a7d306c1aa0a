package io.patchbay.qmp.standalone;

import io.patchbay.qmp.QmpServer;
import io.patchbay.qmp.ShutdownCause;
import io.patchbay.qmp.Version;
import io.patchbay.qmp.chardev.Chardev;
import io.patchbay.qmp.schema.QmpError;
import io.patchbay.qmp.standalone.ChardevOption.Source;
import io.patchbay.qmp.standalone.Launch.Given;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/** A QMP server with an empty machine, started as QEMU is; it ends when a client says quit. */
public final class Standalone {

    private static final Version VERSION = Version.of(10, 0, 0, "patchbay");

    // The descriptor that the launcher has moved to standard input, where a JVM can take it.
    private static final int INHERITED = Integer.getInteger("qmp.inherited-fd", 0);

    private static final String PROGRAM = System.getProperty("qmp.program", "qmp");

    private Standalone() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            var launch = CommandLine.parse(Arrays.asList(arguments));
            switch (launch.help()) {
                case MACHINES ->
                        System.out.print(
                                """
                                Supported machines are:
                                none                 empty machine
                                """);
                case VERSION ->
                        System.out.println(
                                "QEMU emulator version 10.0.0 (Patchbay's QMP server, no emulator)");
                case NONE -> run(launch);
            }
        } catch (UsageError error) {
            System.err.println(PROGRAM + ": " + error.getMessage());
            System.exit(1);
        }
    }

    private static void run(Launch launch) throws InterruptedException {
        var server = new QmpServer(VERSION);
        Machine.addTo(server, launch.name(), launch.uuid());
        if (launch.paused()) {
            server.runState().prelaunch();
        }
        var onSignal = new Thread(() -> endBySignal(server));
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            plug(server, launch);
            server.awaitEnd();
        } catch (UsageError error) {
            server.close();
            Runtime.getRuntime().removeShutdownHook(onSignal);
            throw error;
        }
    }

    /** Ends with status 0, as QEMU does; left to itself the JVM would report the signal. */
    private static void endBySignal(QmpServer server) {
        server.end(ShutdownCause.HOST_SIGNAL);
        Runtime.getRuntime().halt(0);
    }

    private static void plug(QmpServer server, Launch launch) throws InterruptedException {
        for (var chardev : launch.chardevs()) {
            open(server, chardev);
        }
        for (var monitor : launch.monitors()) {
            try {
                server.addMonitor(monitor.value());
            } catch (QmpError refused) {
                throw new UsageError(monitor.text() + ": " + refused.description());
            }
        }
    }

    private static void open(QmpServer server, Given<ChardevOption> given)
            throws InterruptedException {
        var option = given.value();
        Chardev chardev;
        try {
            chardev =
                    switch (option.source()) {
                        case Source.Open(var backend) -> server.addChardev(option.id(), backend);
                        case Source.Inherited inherited ->
                                inherited(server, option.id(), inherited.descriptor());
                    };
        } catch (QmpError refused) {
            var prefix = "Failed to add chardev '%s': ".formatted(option.id());
            var reason = refused.description();
            throw new UsageError(
                    given.text()
                            + ": "
                            + (reason.startsWith(prefix)
                                    ? reason.substring(prefix.length())
                                    : reason));
        }
        if (option.waitForClient()) {
            System.err.println(
                    PROGRAM + ": info: QEMU waiting for connection on: " + chardev.filename());
            chardev.awaitClient();
        }
    }

    private static Chardev inherited(QmpServer server, String id, int descriptor) {
        try {
            if (descriptor == INHERITED) {
                switch (System.inheritedChannel()) {
                    case SocketChannel connected -> {
                        return server.addChardev(id, connected);
                    }
                    case ServerSocketChannel listening -> {
                        return server.addChardev(id, listening);
                    }
                    case null, default -> {
                        // Not a stream socket; reported below with all other descriptors.
                    }
                }
            }
        } catch (IOException unusable) {
            throw new QmpError(
                    "File descriptor '%d' is not usable: %s"
                            .formatted(descriptor, unusable.getMessage()));
        }
        throw new QmpError("File descriptor '%d' is not a socket".formatted(descriptor));
    }
}
