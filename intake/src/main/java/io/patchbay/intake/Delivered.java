package io.patchbay.intake;

import io.patchbay.tracker.mails.KeptMail.Fate;

/** What a delivery came to. */
public sealed interface Delivered {

    /**
     * The mail is here to stay: filed, or kept in the quarantine. A power failure changes nothing.
     */
    record Taken(Fate fate) implements Delivered {}

    /** Nothing was kept; whoever has the mail tries again later. */
    record PutOff(String reason) implements Delivered {}
}
