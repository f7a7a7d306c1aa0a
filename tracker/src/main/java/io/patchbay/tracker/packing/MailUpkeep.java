package io.patchbay.tracker.packing;

/**
 * What is done for the mails that are kept when there is time for it (docs/adr/0022). Each call
 * does a part, for which nobody waits longer than some milliseconds.
 */
public interface MailUpkeep {

    /**
     * Learns what the mails of a project have in common, if one has enough of them and was not
     * learnt yet. False if there was none. Takes about a second where there was one.
     */
    boolean learn();

    /**
     * Packs some mails as they would be packed now: those that an earlier program kept in clear,
     * and those that came before their project was learnt. False if there was none.
     */
    boolean repack();
}
