package io.patchbay.qmp;

/** What a client may ask for when it negotiates. */
enum Capability {
    /** Out-of-band commands. */
    OOB
}
