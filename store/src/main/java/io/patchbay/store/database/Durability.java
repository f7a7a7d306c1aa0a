package io.patchbay.store.database;

/** What a power failure may take. Neither choice can leave a half-written transaction. */
public enum Durability {
    /** Nothing: a write returns after the disk has it. */
    EVERY_WRITE,
    /** The last moments: for imports that can be run again. */
    CHECKPOINTS
}
