package io.patchbay.intake;

import io.patchbay.intake.source.Arrival;

import java.nio.charset.StandardCharsets;

/** Mails to the list demo.example.org. */
final class Mails {

    static final String LIST_ID = "demo.example.org";

    private Mails() {}

    static String patch(int number) {
        return mail(
                "[PATCH] change " + number,
                "<" + number + "@example.org>",
                """
                Because.

                --- a/file
                +++ b/file
                @@ -1 +1 @@
                -old
                +new %d
                """
                        .formatted(number));
    }

    static String reply(String parent) {
        return mail("Re: [PATCH] change", "<re-" + parent.substring(1), "Fine.")
                .replace("\n\n", "\nIn-Reply-To: " + parent + "\n\n");
    }

    static String mail(String subject, String messageId, String body) {
        return """
        From: Ann <ann@example.org>
        Subject: %s
        Message-Id: %s
        Date: Mon, 01 Jan 2024 00:00:00 +0000
        List-Id: <%s>

        %s
        """
                .formatted(subject, messageId, LIST_ID, body);
    }

    /** One that no reader can file. */
    static String withoutFrom(int number) {
        return patch(number).replaceFirst("From: .*\n", "");
    }

    static Arrival.Raw delivered(String mail) {
        return new Arrival.Raw(
                "a test", mail.getBytes(StandardCharsets.UTF_8), Arrival.Form.DELIVERED);
    }
}
