package io.patchbay.qmp;

import io.patchbay.qmp.schema.Command;
import io.patchbay.qmp.schema.Empty;
import io.patchbay.qmp.schema.ErrorClass;
import io.patchbay.qmp.schema.Name;
import io.patchbay.qmp.schema.QmpError;

import java.util.List;
import java.util.Optional;

/** The one command that runs before negotiation is complete, and no more afterwards. */
final class Negotiation {

    static final String COMMAND = "qmp_capabilities";

    @Name(COMMAND)
    record QmpCapabilities(Optional<List<Capability>> enable) implements Command<Empty> {}

    private Negotiation() {}

    static void addTo(Commands commands) {
        commands.perform(
                QmpCapabilities.class, (asked, caller) -> negotiate(asked, (Session) caller));
    }

    private static void negotiate(QmpCapabilities asked, Session session) {
        if (session.hasNegotiated()) {
            throw new QmpError(
                    ErrorClass.COMMAND_NOT_FOUND,
                    "Capabilities negotiation is already complete, command ignored");
        }
        var enabled = asked.enable().orElse(List.of());
        if (enabled.contains(Capability.OOB)
                && !session.on().capabilities().contains(Capability.OOB)) {
            throw new QmpError("Capability oob not available");
        }
        session.negotiated(enabled.contains(Capability.OOB));
    }
}
