package io.patchbay.store.filing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.Mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Mails of series, each told by its id, its subject and the ids that it refers to. */
final class ThreadedMails {

    /** Before the tests' clock: what is written tomorrow counts as written now. */
    static final Instant NOON = Instant.parse("2025-12-01T12:00:00Z");

    private String sender = "Ada Quay <ada@example.com>";
    private String body =
            """
            --- a/quay.c
            +++ b/quay.c
            @@ -1,1 +1,1 @@
            -int before;
            +int after;
            """;

    ThreadedMails from(String sender) {
        this.sender = sender;
        return this;
    }

    ThreadedMails saying(String body) {
        this.body = body;
        return this;
    }

    /**
     * @param id with or without a host
     * @param minute after noon
     * @param references the oldest first, as a mail writes them
     */
    Mail mail(String id, String subject, double minute, String... references) {
        var date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        NOON.plusSeconds(Math.round(minute * 60)).atOffset(ZoneOffset.UTC));
        var ids = List.of(references).stream().map(ThreadedMails::msgid).toList();
        var thread =
                ids.isEmpty()
                        ? ""
                        : "In-Reply-To: %s\nReferences: %s\n"
                                .formatted(ids.getLast(), String.join(" ", ids));
        boolean isCover = subject.matches(".*\\b0/\\d.*") && body.startsWith("---");
        return Mail.readArchived(
                """
                From: %s
                Subject: %s
                Message-Id: %s
                Date: %s
                List-Id: <harbor.lists.example.org>
                %s
                %s
                """
                        .formatted(
                                sender,
                                subject,
                                msgid(id),
                                date,
                                thread,
                                isCover ? "All of it.\n" : body)
                        .getBytes(UTF_8));
    }

    static String msgid(String id) {
        return "<" + (id.contains("@") ? id : id + "@example.com") + ">";
    }
}
