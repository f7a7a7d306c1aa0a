package io.patchbay.qmp.standalone;

import java.util.Optional;

/** What a command line asks for. */
record Launch(StartOptions plugs, boolean paused, Optional<String> name, String uuid, Help help) {

    enum Help {
        NONE,
        MACHINES,
        VERSION
    }
}
