package io.patchbay.tracker.mbox;

import io.patchbay.mail.Author;
import io.patchbay.mail.StoredHeaders;
import io.patchbay.mail.header.Header;
import io.patchbay.mail.header.HeaderText;
import io.patchbay.mail.text.Bytes;
import io.patchbay.tracker.model.Cover;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.RuleSet;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** Patches and cover letters as mails that {@code git am} takes (web-ui §6), one after another. */
public final class Mbox {

    private static final DateTimeFormatter ENVELOPE_DATE =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter HEADER_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss '-0000'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final Pattern NOT_OF_FILE_NAMES = Pattern.compile("[^-_A-Za-z0-9.]+");

    private static final int USUAL_SIZE = 32_768;

    private final Bytes mails = new Bytes(USUAL_SIZE);

    /**
     * @param comments the texts of the comments on it, by date
     */
    public Mbox add(Patch patch, MailText text, List<String> comments) {
        var delegate = patch.delegate();
        return add(
                new Envelope(
                        patch.id(),
                        patch.project(),
                        patch.date(),
                        patch.submitter(),
                        delegate == null ? null : delegate.email()),
                text,
                comments);
    }

    /**
     * @param comments the texts of the comments on it, by date
     */
    public Mbox add(Cover cover, MailText text, List<String> comments) {
        return add(
                new Envelope(cover.id(), cover.project(), cover.date(), cover.submitter(), null),
                text,
                comments);
    }

    /** All that was added. */
    public byte[] bytes() {
        return mails.toArray();
    }

    @Override
    public String toString() {
        return mails.toString();
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

    private Mbox add(Envelope envelope, MailText text, List<String> comments) {
        var message = MboxMessage.of(text.content(), comments);
        var body = MboxBody.of(message, text.diff(), text.diffEncoding());
        if (mails.length() > 0) {
            mails.append((byte) '\n');
        }
        mails.append(header(envelope, text.headers(), body)).append(body.bytes());
        return this;
    }

    private static String header(Envelope envelope, String stored, MboxBody body) {
        var mail = new StringBuilder(stored.length() + 512);
        mail.append("From patchwork ");
        ENVELOPE_DATE.formatTo(envelope.date(), mail);
        mail.append('\n');
        add(mail, "Content-Type", "text/plain; charset=\"" + body.charset() + "\"");
        add(mail, "MIME-Version", "1.0");
        add(mail, "Content-Transfer-Encoding", body.transferEncoding());
        addPatchworkHeaders(mail, envelope);
        addStoredHeaders(mail, envelope, StoredHeaders.parse(stored));
        return mail.append('\n').toString();
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
            var name = header.name();
            if (name.equalsIgnoreCase("Content-Type")
                    || name.equalsIgnoreCase("Content-Transfer-Encoding")) {
                continue;
            }
            if (name.equalsIgnoreCase("From")) {
                addFrom(mail, envelope, header, headers);
            } else {
                isDated |= name.equalsIgnoreCase("Date");
                add(mail, header);
            }
        }
        if (!isDated) {
            add(mail, "Date", HEADER_DATE.format(envelope.date()));
        }
    }

    private static void addFrom(
            StringBuilder mail, Envelope envelope, Header from, List<Header> headers) {
        if (isHidden(envelope, from, headers)) {
            add(mail, "X-Patchwork-Original-From", from.value());
            add(mail, "From", mailbox(envelope.submitter()));
        } else {
            add(mail, from);
        }
    }

    /**
     * Whether a list or a relay sent the mail under its own address, and the person is put back.
     */
    private static boolean isHidden(Envelope envelope, Header from, List<Header> headers) {
        var address = addressIn(from.value());
        var project = envelope.project();
        return address.equals(project.listEmail())
                || project.rules() == RuleSet.PATCHBAY
                        && !address.equalsIgnoreCase(envelope.submitter().email())
                        && Author.isHidden(name -> values(headers, name), project.listEmail());
    }

    private static List<String> values(List<Header> headers, String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(header -> HeaderText.clean(header.value()))
                .filter(Objects::nonNull)
                .toList();
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
        add(mail, new Header(name, value));
    }

    private static void add(StringBuilder mail, Header header) {
        mail.append(StoredHeaders.fold(header)).append('\n');
    }
}
