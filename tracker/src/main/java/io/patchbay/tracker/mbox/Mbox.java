package io.patchbay.tracker.mbox;

import io.patchbay.mail.Author;
import io.patchbay.mail.StoredHeaders;
import io.patchbay.mail.header.Header;
import io.patchbay.tracker.model.Cover;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.Project;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A patch or cover letter as a mail that {@code git am} takes (web-ui §6). */
public final class Mbox {

    private static final DateTimeFormatter ENVELOPE_DATE =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter HEADER_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss '-0000'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final Pattern NOT_OF_FILE_NAMES = Pattern.compile("[^-_A-Za-z0-9.]+");

    private Mbox() {}

    /**
     * @param comments the texts of the comments on it, by date
     */
    public static String of(Patch patch, MailText text, List<String> comments) {
        var delegate = patch.delegate();
        return mail(
                new Envelope(
                        patch.id(),
                        patch.project(),
                        patch.date(),
                        patch.submitter(),
                        delegate == null ? null : delegate.email()),
                text,
                MboxBody.of(text.content(), comments, text.diff()));
    }

    /**
     * @param comments the texts of the comments on it, by date
     */
    public static String of(Cover cover, MailText text, List<String> comments) {
        return mail(
                new Envelope(cover.id(), cover.project(), cover.date(), cover.submitter(), null),
                text,
                MboxBody.of(text.content(), comments, null));
    }

    /** Several mails as one mbox. */
    public static String of(List<String> mails) {
        return String.join("\n", mails);
    }

    /** The name of a patch or series as the name of a file, without ending. */
    public static String fileName(String name) {
        var dashed = NOT_OF_FILE_NAMES.matcher(name).replaceAll("-");
        int start = 0;
        int end = dashed.length();
        while (start < end && dashed.charAt(start) == '-') {
            start++;
        }
        while (end > start && dashed.charAt(end - 1) == '-') {
            end--;
        }
        return dashed.substring(start, end);
    }

    private record Envelope(
            long id,
            Project project,
            Instant date,
            Person submitter,
            @Nullable String delegateEmail) {}

    private static String mail(Envelope envelope, MailText text, String body) {
        var mail = new StringBuilder(text.headers().length() + body.length() + 512);
        mail.append("From patchwork ");
        ENVELOPE_DATE.formatTo(envelope.date(), mail);
        mail.append('\n');
        add(mail, "Content-Type", "text/plain; charset=\"utf-8\"");
        add(mail, "MIME-Version", "1.0");
        add(mail, "Content-Transfer-Encoding", isAscii(body) ? "7bit" : "8bit");
        addPatchworkHeaders(mail, envelope);
        addStoredHeaders(mail, envelope, StoredHeaders.parse(text.headers()));
        return mail.append('\n').append(body).toString();
    }

    private static void addPatchworkHeaders(StringBuilder mail, Envelope envelope) {
        add(mail, "X-Patchwork-Submitter", mailbox(envelope.submitter()));
        add(mail, "X-Patchwork-Id", Long.toString(envelope.id()));
        if (envelope.delegateEmail() != null) {
            add(mail, "X-Patchwork-Delegate", envelope.delegateEmail());
        }
    }

    private static void addStoredHeaders(
            StringBuilder mail, Envelope envelope, List<Header> headers) {
        boolean isDated = false;
        for (var header : headers) {
            switch (header.name()) {
                case "Content-Type", "Content-Transfer-Encoding" -> {}
                case "From" -> addFrom(mail, envelope, header.value());
                default -> {
                    isDated |= header.name().equalsIgnoreCase("Date");
                    add(mail, header.name(), header.value());
                }
            }
        }
        if (!isDated) {
            add(mail, "Date", HEADER_DATE.format(envelope.date()));
        }
    }

    /** A sender that the list has hidden behind its own address is put back. */
    private static void addFrom(StringBuilder mail, Envelope envelope, String from) {
        if (addressIn(from).equals(envelope.project().listEmail())) {
            add(mail, "X-Patchwork-Original-From", from);
            add(mail, "From", mailbox(envelope.submitter()));
        } else {
            add(mail, "From", from);
        }
    }

    private static String addressIn(String from) {
        int open = from.lastIndexOf('<');
        int close = from.indexOf('>', open + 1);
        if (open >= 0 && close > open) {
            return from.substring(open + 1, close).strip();
        }
        int remark = from.indexOf('(');
        return (remark < 0 ? from : from.substring(0, remark)).strip();
    }

    private static String mailbox(Person person) {
        return StoredHeaders.mailbox(new Author(person.name(), person.email()));
    }

    private static void add(StringBuilder mail, String name, String value) {
        mail.append(StoredHeaders.fold(new Header(name, value))).append('\n');
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 128);
    }
}
