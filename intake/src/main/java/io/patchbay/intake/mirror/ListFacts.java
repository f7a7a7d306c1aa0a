package io.patchbay.intake.mirror;

import io.patchbay.intake.source.InboxFolder;
import io.patchbay.intake.source.NewestMails;
import io.patchbay.mail.Mail;
import io.patchbay.mail.header.Mailbox;
import io.patchbay.tracker.filing.ListHeaders;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the mails of a list tell of it, each what most of the newest ones say (RFC 2919, RFC 2369).
 *
 * @param address to which mails are posted
 * @param name of the list, as it stands beside its id
 * @param archive the address of pages that show its mails
 */
public record ListFacts(
        Optional<String> listId,
        Optional<String> address,
        Optional<String> name,
        Optional<String> archive) {

    private static final int MAILS = 300;

    public static ListFacts of(InboxFolder inbox) throws IOException {
        var mails = new ArrayList<Mail>();
        for (var raw : NewestMails.read(inbox, MAILS)) {
            try {
                mails.add(raw.read());
            } catch (RuntimeException e) {
                // Others tell as much.
            }
        }
        return of(mails);
    }

    static ListFacts of(List<Mail> mails) {
        var ids = new Votes();
        var posts = new Votes();
        var numbered = new Votes();
        var archives = new Votes();
        for (var mail : mails) {
            ids.add(mail, "List-Id", value -> ListHeaders.id(value).filter(id -> !hasAt(id)));
            posts.add(mail, "List-Post", ListHeaders::address);
            numbered.add(
                    mail,
                    "X-Mailing-List",
                    value -> ListHeaders.id(value).filter(ListFacts::hasAt));
            archives.add(mail, "List-Archive", ListFacts::link);
        }
        var listId = ids.most();
        var address =
                posts.most().or(numbered::most).or(() -> listId.flatMap(id -> spelled(id, mails)));
        return new ListFacts(
                listId, address, listId.flatMap(id -> name(id, mails)), archives.most());
    }

    private static boolean hasAt(String text) {
        return text.indexOf('@') > 0;
    }

    /** The address that a list id spells, if mails are sent to it. */
    private static Optional<String> spelled(String listId, List<Mail> mails) {
        var address = listId.replaceFirst("\\.", "@");
        return mails.stream()
                .flatMap(mail ->
                        List.of("To", "Cc").stream()
                                .flatMap(name -> mail.cleanedAll(name).stream()))
                .flatMap(text -> Mailbox.listOf(text).stream())
                .map(mailbox -> mailbox.address())
                .filter(address::equalsIgnoreCase)
                .findFirst();
    }

    private static Optional<String> name(String listId, List<Mail> mails) {
        var names = new Votes();
        for (var mail : mails) {
            names.add(
                    mail,
                    "List-Id",
                    value -> {
                        int bracket = value.lastIndexOf('<');
                        return bracket > 0 && value.contains(listId)
                                ? Optional.of(value.substring(0, bracket).replace("\"", "").strip())
                                : Optional.empty();
                    });
        }
        return names.most();
    }

    private static Optional<String> link(String value) {
        int start = value.indexOf("<http");
        int end = value.indexOf('>', start);
        return start >= 0 && end > 0
                ? Optional.of(value.substring(start + 1, end))
                : Optional.empty();
    }

    /** Each mail has one. */
    private static final class Votes {

        private interface Reading {
            Optional<String> of(String value);
        }

        private final Map<String, Integer> counts = new LinkedHashMap<>();
        private final Map<String, String> spellings = new LinkedHashMap<>();

        void add(Mail mail, String header, Reading reading) {
            mail.cleanedAll(header).stream()
                    .map(reading::of)
                    .flatMap(Optional::stream)
                    .filter(text -> !text.isBlank())
                    .findFirst()
                    .ifPresent(text -> {
                        var key = text.toLowerCase(Locale.ROOT);
                        spellings.putIfAbsent(key, text);
                        counts.merge(key, 1, Integer::sum);
                    });
        }

        Optional<String> most() {
            return counts.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(entry -> spellings.getOrDefault(entry.getKey(), entry.getKey()));
        }
    }
}
