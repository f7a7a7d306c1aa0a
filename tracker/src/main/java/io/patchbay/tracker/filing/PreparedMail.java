package io.patchbay.tracker.filing;

import io.patchbay.mail.Mail;
import io.patchbay.tracker.filing.Sorting.Sorted;
import io.patchbay.tracker.packing.MailPacking;

import org.jspecify.annotations.Nullable;

/** A mail of which everything is worked out that needs no look-up (docs/adr/0005). */
public final class PreparedMail {

    private final Mail mail;
    private final @Nullable Sorting sorting;
    private final @Nullable Sorted sorted;

    /**
     * @param sorting by whose rules it was sorted; null if the rules were not known yet
     */
    private PreparedMail(Mail mail, @Nullable Sorting sorting, @Nullable Sorted sorted) {
        this.mail = mail;
        this.sorting = sorting;
        this.sorted = sorted;
    }

    public static PreparedMail of(Mail mail, @Nullable Sorting sorting, @Nullable String listId) {
        return new PreparedMail(mail, sorting, sorting == null ? null : sorting.sort(mail, listId));
    }

    /**
     * Packs what will be kept of it, if its project is known already. A comment waits: on many
     * lists half of them answer nothing that is here and are not filed.
     */
    public PreparedMail packed(MailPacking packing) {
        if (sorted instanceof Sorted.ToDecide(var letter)
                && letter.kind() != IncomingMail.Kind.COMMENT) {
            var unused = letter.content().packed(packing, letter.project().id());
            var unusedToo = letter.content().signs();
        }
        return this;
    }

    /** Sorts it again only if the rules have changed. */
    public Sorted by(Sorting current, @Nullable String listId) {
        return sorted != null && sorting == current ? sorted : current.sort(mail, listId);
    }
}
