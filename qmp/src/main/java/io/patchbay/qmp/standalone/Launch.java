package io.patchbay.qmp.standalone;

import io.patchbay.qmp.MonitorOptions;

import java.util.List;
import java.util.Optional;

/**
 * What a command line asks for. Chardevs are opened before monitors are plugged in, each in order.
 */
record Launch(
        List<Given<ChardevOption>> chardevs,
        List<Given<MonitorOptions>> monitors,
        boolean paused,
        Optional<String> name,
        String uuid,
        Help help) {

    /** What an option stands for, and the option as it was written, for error messages. */
    record Given<T>(String text, T value) {}

    enum Help {
        NONE,
        MACHINES,
        VERSION
    }
}
