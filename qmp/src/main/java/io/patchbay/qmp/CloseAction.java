package io.patchbay.qmp;

/** What becomes of a monitor when its client hangs up. */
public enum CloseAction {
    /** It waits for the next one. */
    NONE,
    /** It is removed, and its chardev with it. */
    DELETE
}
