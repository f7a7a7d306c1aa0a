package io.patchbay.tracker.packing;

import io.patchbay.tracker.model.MailText;

import org.jspecify.annotations.Nullable;

/**
 * How the store packs mails (docs/adr/0022). Any thread may use it, within a transaction or not.
 */
public interface MailPacking {

    /**
     * Loads its library, which needs room in the folder for temporary files: for a server that
     * starts, because the first mail may come when the disk is full.
     */
    void load();

    /**
     * Packs a text together with the mail that it was read from, if the project keeps mails.
     *
     * @param raw the mail as it came; null if nobody has it
     */
    byte[] pack(long project, MailText text, byte @Nullable [] raw);
}
