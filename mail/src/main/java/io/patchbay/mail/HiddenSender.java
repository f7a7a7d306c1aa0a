package io.patchbay.mail;

import io.patchbay.mail.header.Mailbox;
import io.patchbay.mail.text.Space;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The person behind a mail that a list or a relay sent under an address of its own (DMARC; the
 * rules are in mail-ingest §7). Such a mail is known by its address, which is the list's, or by its
 * name, which ends in {@code via X}.
 */
final class HiddenSender {

    private static final String VIA = " via";
    private static final String REMARK = "(via ";
    private static final String MAILTO = "<mailto:";

    private final Function<String, List<String>> headers;
    private final Mailbox from;
    private final Set<String> lists;
    private final boolean isList;
    private final @Nullable String name;

    /**
     * @param headers the decoded values of the headers of a name, such as {@code Reply-To}
     * @param listEmail empty if it is not known; what the mail says itself counts anyway
     */
    HiddenSender(Function<String, List<String>> headers, Mailbox from, String listEmail) {
        this.headers = headers;
        this.from = from;
        lists = lists(listEmail);
        isList = isList(from.address());
        name = nameWithoutVia();
    }

    boolean isHidden() {
        return isList || name != null || decoded() != null;
    }

    /**
     * @param body the text of the mail, which may begin with a {@code From:} of its own
     * @return null if the mail does not tell
     */
    @Nullable Author uncovered(Supplier<String> body) {
        for (var header : List.of("X-Original-From", "X-Original-Sender")) {
            for (var text : headers.apply(header)) {
                var mailbox = Mailbox.of(text);
                if (mailbox != null && !isList(mailbox.address())) {
                    return author(name == null ? mailbox.name() : name, mailbox.address());
                }
            }
        }
        var named = namesake("Reply-To");
        if (named == null) {
            named = onlyOneIn("Reply-To");
        }
        if (named == null) {
            named = namesake("Cc");
        }
        if (named != null) {
            return author(nameOf(named), named.address());
        }
        var decoded = decoded();
        if (decoded != null) {
            return author(name == null ? from.name() : name, decoded);
        }
        var inName = name == null ? null : Mailbox.of(name);
        if (inName != null) {
            return author(null, inName.address());
        }
        var inBody = inBody(body.get());
        return inBody == null ? null : author(nameOf(inBody), inBody.address());
    }

    private static Author author(@Nullable String name, String address) {
        return new Author(name, address, true);
    }

    private @Nullable String nameOf(Mailbox mailbox) {
        if (mailbox.name() != null && !mailbox.name().isEmpty()) {
            return mailbox.name();
        }
        return name == null ? from.name() : name;
    }

    /** Who of these has the name that the list has written {@code via} behind. */
    private @Nullable Mailbox namesake(String header) {
        if (name == null) {
            return null;
        }
        var wanted = words(name);
        for (var mailbox : mailboxes(header)) {
            if (mailbox.name() != null && words(mailbox.name()).equals(wanted)) {
                return mailbox;
            }
        }
        return null;
    }

    private @Nullable Mailbox onlyOneIn(String header) {
        var found = mailboxes(header);
        return found.size() == 1 ? found.getFirst() : null;
    }

    /** All but the list and the address that hides the person. */
    private List<Mailbox> mailboxes(String header) {
        return headers.apply(header).stream()
                .flatMap(text -> Mailbox.listOf(text).stream())
                .filter(mailbox ->
                        !isList(mailbox.address())
                                && !mailbox.address().equalsIgnoreCase(from.address()))
                .toList();
    }

    /** {@code Lee, Ann} is {@code Ann Lee}. */
    private static List<String> words(String name) {
        var words = name.toLowerCase(Locale.ROOT).replace(',', ' ').replace('"', ' ').split("\\s+");
        return Arrays.stream(words).filter(word -> !word.isEmpty()).sorted().toList();
    }

    /** {@code ann=example.com@lists.example.org}, as groups.io writes the address of a person. */
    private @Nullable String decoded() {
        var address = from.address();
        int at = address.lastIndexOf('@');
        int sign = address.lastIndexOf('=', at);
        if (sign <= 0
                || lists.stream()
                        .noneMatch(list -> hostOf(list).equalsIgnoreCase(hostOf(address)))) {
            return null;
        }
        var mailbox =
                Mailbox.of(address.substring(0, sign) + "@" + address.substring(sign + 1, at));
        return mailbox == null ? null : mailbox.address();
    }

    private static String hostOf(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** The {@code From:} that git puts before a message whose author is not who sends it. */
    private static @Nullable Mailbox inBody(String body) {
        int start = Space.skip(body, 0, body.length());
        int end = body.indexOf('\n', start);
        var line = body.substring(start, end < 0 ? body.length() : end);
        return line.regionMatches(true, 0, "From:", 0, 5)
                ? Mailbox.of(Space.strip(line.substring(5)))
                : null;
    }

    private boolean isList(String address) {
        return lists.contains(address.toLowerCase(Locale.ROOT));
    }

    /** The addresses that the list is known by, in lower case. */
    private Set<String> lists(String listEmail) {
        var found = new LinkedHashSet<String>();
        add(found, listEmail);
        for (var post : headers.apply("List-Post")) {
            int start = post.toLowerCase(Locale.ROOT).indexOf(MAILTO);
            int end = start < 0 ? -1 : post.indexOf('>', start);
            if (end > 0) {
                var address = post.substring(start + MAILTO.length(), end);
                int query = address.indexOf('?');
                add(found, query < 0 ? address : address.substring(0, query));
            }
        }
        for (var id : headers.apply("List-Id")) {
            int start = id.lastIndexOf('<') + 1;
            int end = id.indexOf('>', start);
            var label = Space.strip(id.substring(start, end < 0 ? id.length() : end));
            int dot = label.indexOf('.');
            if (dot > 0) {
                add(found, label.substring(0, dot) + "@" + label.substring(dot + 1));
            }
        }
        return found;
    }

    private static void add(Set<String> found, String address) {
        if (address.indexOf('@') > 0) {
            found.add(Space.strip(address).toLowerCase(Locale.ROOT));
        }
    }

    /** Null if the name does not say that it came by way of something. */
    private @Nullable String nameWithoutVia() {
        var full = from.name();
        if (full == null) {
            return null;
        }
        int end = full.endsWith(")") ? full.lastIndexOf(REMARK) : -1;
        if (end <= 0) {
            end = full.lastIndexOf(VIA + " ");
        }
        if (end < 0 && isList) {
            end = full.endsWith(VIA) ? full.length() - VIA.length() : beforeWordAndList(full);
        }
        return end < 0 ? null : withoutQuotes(full.substring(0, end));
    }

    /** Before the last two words, if the second is what the list is called: via in any language. */
    private int beforeWordAndList(String full) {
        int second = full.lastIndexOf(' ');
        int first = second <= 0 ? -1 : full.lastIndexOf(' ', second - 1);
        var called = full.substring(second + 1);
        boolean isCalled =
                lists.stream()
                        .anyMatch(list ->
                                list.substring(0, list.indexOf('@')).equalsIgnoreCase(called));
        return isCalled ? first : -1;
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
        return character == '\'' || character == '"' || character == ' ';
    }
}
