package io.patchbay.mail.header;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One sender or recipient as header text writes it: {@code Name <address>}, {@code user at host
 * (Name)} of list archives, {@code address (Name)}, or the address alone. The address is a label
 * that people are told apart by: it needs not be one that mail could be sent to.
 */
public record Mailbox(@Nullable String name, String address) {

    /**
     * The first one that a text names. Commas before it that part nothing are of its name, as in
     * {@code Lee, Ann <ann@example.org>}. Null if there is no address.
     */
    public static @Nullable Mailbox of(String text) {
        var found = new MailboxParser(text, false).mailboxes();
        return found.isEmpty() ? null : found.getFirst();
    }

    /** The mailboxes of a list and of the groups in it, the unusable ones left out. */
    public static List<Mailbox> listOf(String text) {
        return new MailboxParser(text, true).mailboxes();
    }
}
