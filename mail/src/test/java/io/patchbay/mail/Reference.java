package io.patchbay.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.header.MessageId;

import org.jspecify.annotations.Nullable;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Compares what the reader makes of mails with the rows that a real Patchwork stored for them. */
final class Reference {

    private static final DateTimeFormatter STORED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private final String linkName;
    private final String listEmail;
    private final Differences differences = new Differences();

    /** By address: the name that Patchwork shows at the end, and the one that came last. */
    private final Map<String, @Nullable String> expectedNames = new HashMap<>();

    private final Map<String, @Nullable String> latestNames = new HashMap<>();

    Reference(String linkName, String listEmail) {
        this.linkName = linkName;
        this.listEmail = listEmail;
    }

    /** Compares each field that the row has. */
    void compare(String what, JsonValue row, Mail mail) {
        if (row.has("msgid")) {
            differences.compare(
                    what + " msgid",
                    row.get("msgid").text(),
                    mail.id().map(MessageId::stored).orElse(null));
        }
        if (!row.has("submitter")) {
            return;
        }
        compareAuthor(what, row, mail);
        var body = mail.body();
        var diff = body.diff();
        var values = new HashMap<String, @Nullable String>();
        values.put("name", mail.subject(linkName).map(Subject::storedName).orElse(null));
        values.put(
                "date",
                mail.date()
                        .map(date -> LocalDateTime.ofInstant(date, ZoneOffset.UTC).format(STORED))
                        .orElse(null));
        values.put("content", body.content());
        values.put("content_sha", sha(body.content()));
        values.put("headers_sha", sha(mail.storedHeaders()));
        values.put("diff", diff == null ? null : diff.text());
        values.put("diff_sha", diff == null ? null : sha(diff.text()));
        values.put("hash", diff == null ? null : diff.hash());
        values.put("pull_url", PullRequest.urlIn(body.content()).orElse(null));
        for (var field : values.entrySet()) {
            if (row.has(field.getKey())) {
                differences.compare(
                        what + " " + field.getKey(),
                        row.get(field.getKey()).text(),
                        field.getValue());
            }
        }
    }

    private void compareAuthor(String what, JsonValue row, Mail mail) {
        var submitter = row.get("submitter");
        var name = submitter.has("name") ? submitter.get("name") : submitter.items().get(0);
        var address = submitter.has("email") ? submitter.get("email") : submitter.items().get(1);
        var author = mail.author(listEmail).orElseThrow();
        // The spelling of the first mail stays; addresses are compared ignoring case.
        var email = Objects.requireNonNull(address.text()).toLowerCase(Locale.ROOT);
        differences.compare(what + " email", email, author.email().toLowerCase(Locale.ROOT));
        expectedNames.put(email, name.text());
        if (author.name() != null && !author.name().isEmpty() || !latestNames.containsKey(email)) {
            latestNames.put(email, author.name());
        }
    }

    Differences differences() {
        for (var name : expectedNames.entrySet()) {
            differences.compare(
                    "name of <%s>".formatted(name.getKey()),
                    name.getValue(),
                    latestNames.get(name.getKey()));
        }
        return differences;
    }

    private static String sha(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
