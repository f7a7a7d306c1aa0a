package io.patchbay.qmp;

import java.util.List;
import java.util.Optional;

/**
 * How a monitor is set up: on which chardev, under which id, printing prettily or not, which
 * commands it may run ({@code query-*}, ...; all if nothing is given), and what becomes of it when
 * its client hangs up.
 */
public record MonitorOptions(
        Optional<String> id,
        String chardev,
        boolean pretty,
        Optional<List<String>> allow,
        CloseAction closeAction) {

    public static MonitorOptions on(String chardev) {
        return new MonitorOptions(
                Optional.empty(), chardev, false, Optional.empty(), CloseAction.NONE);
    }

    public MonitorOptions named(String name) {
        return new MonitorOptions(Optional.of(name), chardev, pretty, allow, closeAction);
    }

    public MonitorOptions pretty(boolean on) {
        return new MonitorOptions(id, chardev, on, allow, closeAction);
    }

    public MonitorOptions allowing(String... globs) {
        return new MonitorOptions(id, chardev, pretty, Optional.of(List.of(globs)), closeAction);
    }

    public MonitorOptions whenClosed(CloseAction action) {
        return new MonitorOptions(id, chardev, pretty, allow, action);
    }
}
