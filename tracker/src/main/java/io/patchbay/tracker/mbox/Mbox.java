package io.patchbay.tracker.mbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.Author;
import io.patchbay.mail.Commit;
import io.patchbay.mail.StoredFields;
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
import java.util.ArrayList;
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

    private static final byte[] LINE_FEED = {'\n'};

    private static final Pattern NOT_OF_FILE_NAMES = Pattern.compile("[^-_A-Za-z0-9.]+");

    private final List<byte[]> pieces = new ArrayList<>();
    private int length;

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

    /** What {@code git am} makes of the mail that is added for a patch without comments. */
    public static Commit commit(Patch patch, MailText text) {
        var fields = StoredHeaders.parse(text.headers());
        var from = first(fields, "From");
        var envelope =
                new Envelope(patch.id(), patch.project(), patch.date(), patch.submitter(), null);
        var author =
                isHidden(envelope, from, text.headers())
                        ? clean(mailbox(patch.submitter()))
                        : clean(from);
        return Commit.of(
                author,
                clean(first(fields, "Subject")),
                Objects.requireNonNullElse(text.content(), ""));
    }

    private static String first(List<Header> fields, String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .findFirst()
                .map(Header::value)
                .orElse("");
    }

    private static String clean(String value) {
        return Objects.requireNonNullElse(HeaderText.clean(value), "");
    }

    /** All that was added. */
    public byte[] bytes() {
        var mails = new Bytes(length);
        pieces.forEach(mails::append);
        return mails.toArray();
    }

    @Override
    public String toString() {
        return new String(bytes(), UTF_8);
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
        if (!pieces.isEmpty()) {
            add(LINE_FEED);
        }
        add(header(envelope, text.headers(), body));
        body.pieces().forEach(this::add);
        return this;
    }

    private void add(byte[] piece) {
        pieces.add(piece);
        length += piece.length;
    }

    private static byte[] header(Envelope envelope, String stored, MboxBody body) {
        var mail = new Bytes(stored.length() + stored.length() / 8 + 512);
        mail.append("From patchwork ");
        mail.append(ENVELOPE_DATE.format(envelope.date())).append((byte) '\n');
        add(mail, "Content-Type", "text/plain; charset=\"" + body.charset() + "\"");
        add(mail, "MIME-Version", "1.0");
        add(mail, "Content-Transfer-Encoding", body.transferEncoding());
        add(mail, "X-Patchwork-Submitter", mailbox(envelope.submitter()));
        add(mail, "X-Patchwork-Id", Long.toString(envelope.id()));
        if (envelope.delegateEmail() != null) {
            add(mail, "X-Patchwork-Delegate", envelope.delegateEmail());
        }
        addStoredHeaders(mail, envelope, stored);
        return mail.append((byte) '\n').toArray();
    }

    private static void addStoredHeaders(Bytes mail, Envelope envelope, String stored) {
        var field = new StoredFields(stored);
        boolean isDated = false;
        while (field.next()) {
            if (field.isNamed("Content-Type") || field.isNamed("Content-Transfer-Encoding")) {
                continue;
            }
            if (field.isNamed("From") && isHidden(envelope, field.value(), stored)) {
                add(mail, "X-Patchwork-Original-From", field.value());
                add(mail, "From", mailbox(envelope.submitter()));
            } else {
                isDated |= field.isNamed("Date");
                field.foldInto(mail);
            }
        }
        if (!isDated) {
            add(mail, "Date", HEADER_DATE.format(envelope.date()));
        }
    }

    /**
     * Whether a list or a relay sent the mail under its own address, and the person is put back.
     */
    private static boolean isHidden(Envelope envelope, String from, String stored) {
        var address = addressIn(from);
        var project = envelope.project();
        return address.equals(project.listEmail())
                || project.rules() == RuleSet.PATCHBAY
                        && !address.equalsIgnoreCase(envelope.submitter().email())
                        && isHidden(StoredHeaders.parse(stored), project.listEmail());
    }

    private static boolean isHidden(List<Header> headers, String listEmail) {
        return Author.isHidden(name -> values(headers, name), listEmail);
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

    private static void add(Bytes mail, String name, String value) {
        mail.append(StoredHeaders.fold(new Header(name, value))).append((byte) '\n');
    }
}
