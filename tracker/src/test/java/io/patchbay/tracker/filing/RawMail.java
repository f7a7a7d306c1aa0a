package io.patchbay.tracker.filing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.patchbay.mail.Mail;

import java.util.ArrayList;
import java.util.List;

/** A mail as bytes: from Ada to the harbour's list, unless said otherwise. */
public final class RawMail {

    public static final String DIFF =
            """
            --- a/quay/paint.c
            +++ b/quay/paint.c
            @@ -1,2 +1,2 @@
             int colour;
            -int layers = 1;
            +int layers = 2;
            """;

    private final List<String> headers = new ArrayList<>();
    private String body = "";

    static RawMail titled(String subject) {
        return new RawMail()
                .with("From", "Ada <ada@example.com>")
                .with("Subject", subject)
                .with("Message-Id", "<1@example.com>")
                .with("Date", "Sun, 1 Mar 2026 12:00:00 +0000")
                .with("List-Id", "The harbour <harbor.lists.example.org>");
    }

    /** Adds a header. */
    RawMail with(String name, String value) {
        headers.add(name + ": " + value);
        return this;
    }

    RawMail without(String name) {
        headers.removeIf(header -> header.startsWith(name + ":"));
        return this;
    }

    RawMail saying(String text) {
        body = text;
        return this;
    }

    Mail mail() {
        return Mail.read(bytes());
    }

    byte[] bytes() {
        return (String.join("\n", headers) + "\n\n" + body).getBytes(ISO_8859_1);
    }
}
