package io.patchbay.bench.count;

import io.patchbay.mail.Author;
import io.patchbay.mail.header.Mailbox;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who sent it, where lists and relays put their own address in its place (mail-ingest §22). */
final class SenderCounts implements Counter {

    private static final String TABLE = "senders of patch mails";

    private static final Pattern IN_BODY = Pattern.compile("\\A\\s*From:[ \\t]*(.*)");
    private static final Pattern VIA = Pattern.compile(" via [^<]*<|\\(via [^<]*<");

    @Override
    public void count(CountedMail mail, Tally tally) {
        if (!mail.isPatch()) {
            return;
        }
        tally.count(TABLE, "patch mails");
        var raw = mail.headers().first("From").orElse("");
        var from = mail.read().cleaned("From").map(Mailbox::of);
        tally.countIf(from.isEmpty(), TABLE, "no address in From");
        var reader = mail.read();
        if (!Author.isHidden(reader::cleanedAll, "")) {
            return;
        }
        tally.count(TABLE, "under the address of the list or of a relay (masked)");
        tally.countIf(VIA.matcher(raw).find(), TABLE, "masked: the name says via");
        tally.countIf(raw.contains("=?"), TABLE, "masked: the name is an encoded word");
        var named = new ArrayList<String>(othersIn(mail, from));
        tally.countIf(!named.isEmpty(), TABLE, "masked: Reply-To has another address");
        var inBody = inBody(mail);
        tally.countIf(inBody.isPresent(), TABLE, "masked: the text begins with From:");
        inBody.ifPresent(named::add);
        tally.countIf(named.isEmpty(), TABLE, "masked: neither tells");
        var author = reader.uncoveredAuthor("").map(one -> lower(one.email())).orElse("");
        tally.countIf(
                named.contains(author),
                TABLE,
                "masked: filed under the address that one of them has");
        reader.date()
                .map(date -> date.atOffset(ZoneOffset.UTC).getYear())
                .ifPresent(year -> tally.word("masked patch mails by year", String.valueOf(year)));
    }

    private static List<String> othersIn(CountedMail mail, Optional<Mailbox> from) {
        return mail.read().cleanedAll("Reply-To").stream()
                .flatMap(text -> Mailbox.listOf(text).stream())
                .map(mailbox -> lower(mailbox.address()))
                .filter(address -> from.isEmpty() || !address.equals(lower(from.get().address())))
                .toList();
    }

    private static Optional<String> inBody(CountedMail mail) {
        var found = IN_BODY.matcher(mail.text());
        return found.find()
                ? Optional.ofNullable(Mailbox.of(found.group(1).strip()))
                        .map(mailbox -> lower(mailbox.address()))
                : Optional.empty();
    }

    private static String lower(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
