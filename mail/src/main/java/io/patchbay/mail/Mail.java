package io.patchbay.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.patchbay.mail.header.ContentType;
import io.patchbay.mail.header.Header;
import io.patchbay.mail.header.HeaderSection;
import io.patchbay.mail.header.HeaderText;
import io.patchbay.mail.header.MailDate;
import io.patchbay.mail.header.MessageId;
import io.patchbay.mail.header.MimeParts;
import io.patchbay.mail.text.Limits;
import io.patchbay.mail.text.Lines;
import io.patchbay.mail.text.Space;
import io.patchbay.mail.text.UnreadableMail;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A mail that was read. What is not asked for is not computed; what was computed is kept, so that a
 * mail may be {@linkplain #prepared() prepared} on one thread and filed on another.
 */
public final class Mail {

    private final byte[] raw;
    private final boolean archived;
    private final Limits limits;
    private final HeaderSection headers;

    // Given up for the body, so that mails that wait to be filed weigh half as much.
    private List<MimeParts.TextPart> textParts;

    private final @Nullable ContentType typeOfText;

    private @Nullable Optional<String> subjectText;
    private @Nullable String storedHeaders;
    private @Nullable List<MessageId> references;
    private @Nullable Body body;
    private boolean hidesDiff;
    private @Nullable AnswerSigns answer;
    private @Nullable NoSubmission noSubmission;
    private String html = "";

    /**
     * @param text the whole message, a character for each byte
     */
    private Mail(byte[] raw, boolean archived, String text, Limits limits) {
        this.raw = raw;
        this.archived = archived;
        var lines = new Lines(text);
        this.limits = limits;
        this.headers = HeaderSection.read(lines, limits);
        this.textParts = MimeParts.read(lines, headers, limits);
        this.typeOfText =
                textParts.stream()
                        .map(MimeParts.TextPart::type)
                        .filter(ContentType::isText)
                        .findFirst()
                        .orElse(null);
    }

    /** Reads one delivered message; line ends become LF first. A leading mbox line is skipped. */
    public static Mail read(byte[] raw) {
        return read(raw, Limits.GENEROUS);
    }

    /**
     * @throws UnreadableMail if the mail is beyond a limit; some limits are met only when the part
     *     concerned is asked for
     */
    public static Mail read(byte[] raw, Limits limits) {
        var text = new String(raw, ISO_8859_1);
        boolean carriageReturns = text.indexOf('\r') >= 0;
        return new Mail(
                raw,
                false,
                carriageReturns ? text.replace("\r\n", "\n").replace('\r', '\n') : text,
                limits);
    }

    /** Reads one message of an mbox or Maildir, whose bodies keep their CRLF. */
    public static Mail readArchived(byte[] raw) {
        return readArchived(raw, Limits.GENEROUS);
    }

    /**
     * @throws UnreadableMail like {@link #read(byte[], Limits)}
     */
    public static Mail readArchived(byte[] raw, Limits limits) {
        return new Mail(raw, true, new String(raw, ISO_8859_1), limits);
    }

    /** The bytes that it was read from; they are not to be changed. */
    public byte[] raw() {
        return raw;
    }

    /** Whether it was read by {@link #readArchived(byte[])}. */
    public boolean isArchived() {
        return archived;
    }

    /** Computes everything that filing asks for, to be called where there is time for it. */
    public Mail prepared() {
        storedHeaders();
        references();
        var diff = body().diff();
        if (diff != null) {
            diff.hash();
        }
        return this;
    }

    public boolean has(String header) {
        return headers.first(header) != null;
    }

    /**
     * The decoded text of the first such header. Empty if there is none ({@link #has} tells) or if
     * it cannot be decoded.
     */
    public Optional<String> cleaned(String header) {
        return headers.firstValue(header).map(this::clean);
    }

    /** The decoded texts of all such headers that can be decoded. */
    public List<String> cleanedAll(String header) {
        return headers.all(header).stream()
                .map(found -> clean(found.value()))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable String clean(String value) {
        return HeaderText.clean(value, this::declaredCharset);
    }

    /** That of the first text. */
    private @Nullable String declaredCharset() {
        return typeOfText == null ? null : typeOfText.charset();
    }

    /** Every header as it came, 8-bit bytes as the characters U+0080 to U+00FF. */
    public List<Header> headers() {
        return headers.headers();
    }

    /** The header section in the form to store. */
    public String storedHeaders() {
        var known = storedHeaders;
        if (known == null) {
            known = StoredHeaders.of(headers.headers(), this::declaredCharset);
            storedHeaders = known;
        }
        return known;
    }

    /** Empty if the header is missing, undecodable or blank. */
    public Optional<MessageId> id() {
        return cleaned("Message-Id").flatMap(MessageId::firstIn);
    }

    /**
     * An id for a mail that has none, made of what it says: the same mail is given the same by
     * whatever way it comes.
     */
    public MessageId idOfContent() {
        var diff = body().diff();
        var said =
                Stream.of(
                        cleaned("From").orElse(""),
                        cleaned("Date").orElse(""),
                        cleaned("Subject").orElse(""),
                        body().content(),
                        diff == null ? "" : diff.text());
        return MessageId.ofContent(String.join("\n", said.toList()));
    }

    /** The mails that this one answers, the most recent first, each once. */
    public List<MessageId> references() {
        var known = references;
        if (known == null) {
            known = findReferences();
            references = known;
        }
        return known;
    }

    private List<MessageId> findReferences() {
        var found = new LinkedHashSet<MessageId>();
        for (var text : cleanedAll("In-Reply-To")) {
            MessageId.firstIn(text).ifPresent(found::add);
            limits.checkReferences(found.size());
        }
        for (var text : cleanedAll("References")) {
            found.addAll(MessageId.allIn(text, limits).reversed());
            limits.checkReferences(found.size());
        }
        return List.copyOf(found);
    }

    /** Empty if the header is missing or is no date: then the time of arrival counts. */
    public Optional<Instant> date() {
        return cleaned("Date").map(MailDate::of);
    }

    /** When the last server on the way took it, by its own word (RFC 5321 §4.4). */
    public Optional<Instant> received() {
        return cleaned("Received")
                .map(text -> MailDate.of(Space.strip(text.substring(text.lastIndexOf(';') + 1))));
    }

    /**
     * Who wrote this. Empty if the From header is missing or holds no valid address.
     *
     * @param listEmail the address of the list; a sender that the list hid behind its own address
     *     is uncovered
     */
    public Optional<Author> author(String listEmail) {
        return Optional.ofNullable(Author.of(this, listEmail));
    }

    /**
     * Who wrote this, even if it came under the address of a list or relay that nobody has told.
     * Empty like {@link #author}.
     */
    public Optional<Author> uncoveredAuthor(String listEmail) {
        return Optional.ofNullable(Author.uncovered(this, listEmail));
    }

    /** The whole decoded subject. Empty if the header is missing or cannot be decoded. */
    public Optional<String> subjectText() {
        var known = subjectText;
        if (known == null) {
            known = cleaned("Subject");
            subjectText = known;
        }
        return known;
    }

    /** The subject as a name; empty like {@link #subjectText()}. */
    public Optional<Subject> subject(String linkName) {
        return subjectText().map(text -> Subject.of(text, linkName));
    }

    /**
     * The subject of a mail that has no such header: that of the {@code git format-patch} output
     * that is its text, or empty.
     */
    public String subjectInText() {
        return PrintedMail.subjectIn(body().content());
    }

    public boolean isReply() {
        return subjectText().map(Subject::isReply).orElse(false);
    }

    /** Whether the mail holds something like a diff and nothing that can be read. */
    public boolean hidesDiff() {
        return body().isEmpty() && hidesDiff;
    }

    /** The words of a mail whose {@link #body()} is empty because it is HTML and nothing else. */
    public String wordsOfHtml() {
        return body().isEmpty() ? html : "";
    }

    /** Text and diff; the body of a reply is all text. */
    public Body body() {
        var known = body;
        if (known == null) {
            var texts = new BodyTexts(textParts, limits);
            known = isReply() ? texts.ofReply() : texts.ofSubmission();
            if (!has("Subject")) {
                known = new Body(PrintedMail.withoutEnvelope(known.content()), known.diff());
            }
            body = known;
            if (known.isEmpty()) {
                var passedOver = texts.passedOver();
                hidesDiff = passedOver.hasDiff();
                html = passedOver.html();
            }
            findOut(known, texts);
            textParts = List.of();
        }
        return known;
    }

    /** What a mail with a patch may be instead. */
    private void findOut(Body submission, BodyTexts texts) {
        if (isReply()
                || submission.diff() == null && PullRequest.urlIn(submission.content()).isEmpty()) {
            return;
        }
        var asReply = new BodyTexts(textParts, limits);
        noSubmission = NoSubmission.of(this, isOnlyEnclosed());
        if (noSubmission != null) {
            answer = new AnswerSigns(asReply.ofReply(), false, false, "");
        } else if (!references().isEmpty() && !texts.isDiffAttached()) {
            var above = texts.aboveDiff().orElse(submission.content());
            answer = AnswerSigns.in(subjectText().orElse(""), above, asReply);
        }
    }

    /** Whether no diff is in the mail itself, but in another that it encloses. */
    private boolean isOnlyEnclosed() {
        var own = textParts.stream().filter(part -> part.enclosed() == null).toList();
        if (own.size() == textParts.size()) {
            return false;
        }
        var subject = AnswerSigns.title(subjectText().orElse(""));
        boolean isWrapped =
                textParts.stream()
                        .map(MimeParts.TextPart::enclosed)
                        .filter(Objects::nonNull)
                        .map(this::clean)
                        .anyMatch(
                                inner -> inner != null && AnswerSigns.title(inner).equals(subject));
        return !isWrapped && new BodyTexts(own, limits).ofSubmission().diff() == null;
    }

    /** What a mail with a patch is if what it answers is here; empty if nothing says so. */
    public Optional<AnswerSigns> answer() {
        var unused = body();
        return Optional.ofNullable(answer);
    }

    /** Why a mail hands in no patch although it has one; {@link #answer} is its text then. */
    public Optional<NoSubmission> noSubmission() {
        var unused = body();
        return Optional.ofNullable(noSubmission);
    }
}
