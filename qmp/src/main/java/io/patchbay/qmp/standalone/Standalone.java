package io.patchbay.qmp.standalone;

import io.patchbay.qmp.QmpServer;
import io.patchbay.qmp.ShutdownCause;
import io.patchbay.qmp.Version;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** A QMP server with an empty machine, started as QEMU is; it ends when a client says quit. */
public final class Standalone {

    private static final Version VERSION = Version.of(10, 0, 0, "patchbay");

    private static final String PROGRAM = System.getProperty("qmp.program", "qmp");

    private Standalone() {}

    public static void main(String[] arguments) throws InterruptedException {
        start(Arrays.asList(arguments), server -> {});
    }

    /** Returns when the server has ended; it was made complete by {@code preparation}. */
    static void start(List<String> arguments, Consumer<QmpServer> preparation)
            throws InterruptedException {
        try {
            var launch = CommandLine.parse(arguments);
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
                case NONE -> run(launch, preparation);
            }
        } catch (UsageError error) {
            System.err.println(PROGRAM + ": " + error.getMessage());
            System.exit(1);
        }
    }

    private static void run(Launch launch, Consumer<QmpServer> preparation)
            throws InterruptedException {
        var server = new QmpServer(VERSION);
        Machine.addTo(server, launch.name(), launch.uuid());
        preparation.accept(server);
        if (launch.paused()) {
            server.runState().prelaunch();
        }
        var onSignal = new Thread(() -> endBySignal(server));
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            launch.plugs()
                    .plugInto(server, line -> System.err.println(PROGRAM + ": info: QEMU " + line));
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
}
