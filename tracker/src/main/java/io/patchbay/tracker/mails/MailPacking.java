package io.patchbay.tracker.mails;

import io.patchbay.tracker.model.MailText;

import org.jspecify.annotations.Nullable;

/**
 * How the store packs mails (docs/adr/0022). Any thread may use it, within a transaction or not.
 */
public interface MailPacking {

    /**
     * Packs a text together with the mail that it was read from, if the project keeps mails.
     *
     * @param raw the mail as it came; null if nobody has it
     */
    byte[] pack(long project, MailText text, byte @Nullable [] raw);
}
