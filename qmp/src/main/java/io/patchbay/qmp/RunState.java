package io.patchbay.qmp;

import io.patchbay.qmp.schema.Command;
import io.patchbay.qmp.schema.Empty;
import io.patchbay.qmp.schema.Event;
import io.patchbay.qmp.schema.Name;

/** Whether the host runs or pauses, and the commands and events about it (spec §8). */
public final class RunState {

    record QueryStatus() implements Command<StatusInfo> {}

    record StatusInfo(boolean running, RunStatus status) {}

    record Stop() implements Command<Empty> {}

    record Cont() implements Command<Empty> {}

    @Name("STOP")
    record Stopped() implements Event {}

    @Name("RESUME")
    record Resumed() implements Event {}

    private final Host host;
    private final Events events;
    private final Dispatcher dispatcher;
    private volatile RunStatus status = RunStatus.RUNNING;

    RunState(Host host, Commands commands, Events events, Dispatcher dispatcher) {
        this.host = host;
        this.events = events;
        this.dispatcher = dispatcher;
        events.declare(Stopped.class);
        events.declare(Resumed.class);
        commands.answer(QueryStatus.class, (query, caller) -> info());
        commands.perform(Stop.class, (stop, caller) -> stop());
        commands.perform(Cont.class, (cont, caller) -> cont());
    }

    public RunStatus status() {
        return status;
    }

    /** Starts out waiting for {@code cont}, as {@code -S} does. */
    public void prelaunch() {
        status = RunStatus.PRELAUNCH;
    }

    /** Pauses the host if it runs, and tells the clients; waits for the command that runs now. */
    public void stop() {
        dispatcher.inTurn(() -> {
            if (status == RunStatus.RUNNING) {
                host.stop();
                status = RunStatus.PAUSED;
                events.emit(new Stopped());
            }
            return status;
        });
    }

    /** Has the host run if it does not, and tells the clients. */
    public void cont() {
        dispatcher.inTurn(() -> {
            if (status != RunStatus.RUNNING) {
                host.cont();
                status = RunStatus.RUNNING;
                events.emit(new Resumed());
            }
            return status;
        });
    }

    private StatusInfo info() {
        var now = status;
        return new StatusInfo(now == RunStatus.RUNNING, now);
    }
}
