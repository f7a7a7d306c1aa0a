package io.patchbay.qmp;

import io.patchbay.qmp.MonitorCommands.MonitorRemove;

/** Servers with a fault, to see that a test finds it. */
public final class Altered {

    private Altered() {}

    /** The reply is sent as it should be, but then the client that removed its monitor loses it. */
    public static void hangUpAfterSelfRemoval(QmpServer server) {
        server.commands()
                .perform(
                        MonitorRemove.class,
                        (asked, caller) -> {
                            var session = (Session) caller;
                            var monitor = server.monitors().find(asked.id()).orElseThrow();
                            server.monitors().remove(monitor, session.on() != monitor);
                            session.afterReply(() -> monitor.chardev().detach(true));
                        });
    }
}
