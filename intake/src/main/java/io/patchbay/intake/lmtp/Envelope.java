package io.patchbay.intake.lmtp;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Who sends a mail to whom. */
final class Envelope {

    private final String sender;
    private final boolean utf8;
    private final List<String> recipients = new ArrayList<>();

    Envelope(String sender, boolean utf8) {
        this.sender = sender;
        this.utf8 = utf8;
    }

    String sender() {
        return sender;
    }

    /** Whether its addresses may hold more than ASCII. */
    boolean utf8() {
        return utf8;
    }

    void add(String recipient) {
        recipients.add(recipient);
    }

    List<String> recipients() {
        return recipients;
    }

    /**
     * The list that an address names: what follows a plus sign in its local part, as in {@code
     * patches+list.example.org@host}. Null if it names none.
     */
    static @Nullable String listNamedBy(String recipient) {
        int at = recipient.lastIndexOf('@');
        var local = at < 0 ? recipient : recipient.substring(0, at);
        int plus = local.indexOf('+');
        return plus < 0 || plus == local.length() - 1 ? null : local.substring(plus + 1);
    }
}
