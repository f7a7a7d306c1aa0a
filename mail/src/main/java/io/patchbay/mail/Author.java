package io.patchbay.mail;

import io.patchbay.mail.header.Mailbox;
import io.patchbay.mail.text.StoredText;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Who wrote a mail; both texts stripped and at most 255 characters. The name may be missing.
 *
 * @param isHidden whether a list or a relay sent the mail under an address of its own, so that the
 *     name may be its work too
 */
public record Author(@Nullable String name, String email, boolean isHidden) {

    private static final String VIA = " via";

    public Author {
        name = name == null ? null : StoredText.cut(name);
        email = StoredText.cut(email);
    }

    public Author(@Nullable String name, String email) {
        this(name, email, false);
    }

    /** Like {@link #of}, but whatever hides a sender is seen through (mail-ingest §7). */
    static @Nullable Author uncovered(Mail mail, String listEmail) {
        var from = mail.cleaned("From").map(Mailbox::of).orElse(null);
        if (from == null) {
            return of(mail, listEmail);
        }
        var sender = new HiddenSender(mail::cleanedAll, from, listEmail);
        if (!sender.isHidden()) {
            return new Author(from.name(), from.address());
        }
        var real = sender.uncovered(() -> mail.body().content());
        return real != null ? real : new Author(from.name(), from.address(), true);
    }

    /**
     * Whether a mail with these headers came under the address of a list or a relay.
     *
     * @param headers the decoded values of the headers of a name
     */
    public static boolean isHidden(Function<String, List<String>> headers, String listEmail) {
        return headers.apply("From").stream()
                .limit(1)
                .map(Mailbox::of)
                .anyMatch(from ->
                        from != null && new HiddenSender(headers, from, listEmail).isHidden());
    }

    static @Nullable Author of(Mail mail, String listEmail) {
        var text = mail.cleaned("From").orElse(null);
        if (text == null) {
            return null;
        }
        var from = Mailbox.of(text);
        if (from == null) {
            return withoutAddress(text, mail, listEmail);
        }
        var real = from.address().equalsIgnoreCase(listEmail) ? behindTheList(from, mail) : null;
        return real != null ? real : new Author(from.name(), from.address());
    }

    /**
     * Who gives a name and no address, {@code Name <>}, is found by who sent the mail or wants the
     * answers or the returns, which the list itself may be only if there is nobody else.
     */
    private static @Nullable Author withoutAddress(String from, Mail mail, String listEmail) {
        Author list = null;
        for (var header : List.of("Sender", "Reply-To", "Return-Path")) {
            for (var text : mail.cleanedAll(header)) {
                var mailbox = Mailbox.of(text);
                if (mailbox == null) {
                    continue;
                }
                var name = withoutQuotes(from.replace("<>", "").replace("\"", ""));
                var author = new Author(name.isEmpty() ? mailbox.name() : name, mailbox.address());
                if (!isOfHost(mailbox.address(), listEmail)) {
                    return author;
                }
                list = list == null ? author : list;
            }
        }
        return list;
    }

    /** Whether an address is of the host of the list, where its robots are too. */
    private static boolean isOfHost(String address, String listEmail) {
        return host(address).equalsIgnoreCase(host(listEmail));
    }

    private static String host(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /**
     * A list that must not send in the name of others (DMARC) writes {@code Name via List
     * <list@…>}; the address of the author stands elsewhere, next to the same name.
     */
    private static @Nullable Author behindTheList(Mailbox from, Mail mail) {
        var name = withoutVia(from.name());
        var original = mail.cleaned("X-Original-From").map(Mailbox::of).orElse(null);
        if (original != null) {
            return new Author(name, original.address());
        }
        for (var header : List.of("Reply-To", "Cc")) {
            for (var text : mail.cleanedAll(header)) {
                for (var mailbox : Mailbox.listOf(text)) {
                    if (Objects.equals(mailbox.name(), name)) {
                        return new Author(name, mailbox.address());
                    }
                }
            }
        }
        return null;
    }

    /** Null if the name does not say that it came via a list. */
    private static @Nullable String withoutVia(@Nullable String name) {
        if (name == null) {
            return null;
        }
        int via = name.lastIndexOf(VIA + " ");
        if (via < 0 && name.endsWith(VIA)) {
            via = name.length() - VIA.length();
        }
        return via < 0 ? null : withoutQuotes(name.substring(0, via));
    }

    private static String withoutQuotes(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlankOrQuote(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlankOrQuote(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlankOrQuote(char character) {
        return character == '\'' || character == ' ';
    }
}
