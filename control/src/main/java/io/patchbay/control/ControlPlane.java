package io.patchbay.control;

import io.patchbay.intake.Gate;
import io.patchbay.intake.Intake;
import io.patchbay.qmp.Host;
import io.patchbay.qmp.QmpServer;
import io.patchbay.qmp.Version;
import io.patchbay.tracker.EventFeed;
import io.patchbay.tracker.Store;

/**
 * The QMP server of a Patchbay: its projects, patches, intake and jobs as commands, and every row
 * of the event table as an event. Who may connect is a matter of the sockets (mode 0600), what a
 * connection may do a matter of its monitor.
 */
public final class ControlPlane implements AutoCloseable {

    private final QmpServer server;
    private final Jobs jobs;

    /**
     * @param quit ends the program; called by the command of that name
     */
    public ControlPlane(
            Version version, Store store, Intake intake, EventFeed feed, Runnable quit) {
        server = new QmpServer(version, new IntakeHost(intake.gate(), quit));
        jobs = new Jobs(server.events());
        var commands = server.commands();
        ProjectCommands.addTo(commands, store);
        PatchCommands.addTo(commands, store);
        JobCommands.addTo(commands, jobs);
        new IntakeCommands(store, intake, jobs).addTo(commands);
        new QuarantineCommands(intake.quarantine()).addTo(commands);
        TrackerEvents.addTo(server, feed);
    }

    /** Monitors and chardevs are plugged into this. */
    public QmpServer server() {
        return server;
    }

    @Override
    public void close() {
        jobs.close();
        server.close();
    }

    /** What {@code stop} stops: mail is put off until {@code cont}. */
    private record IntakeHost(Gate gate, Runnable ending) implements Host {

        @Override
        public void stop() {
            gate.close();
        }

        @Override
        public void cont() {
            gate.open();
        }

        @Override
        public void quit() {
            ending.run();
        }
    }
}
