package io.patchbay.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Mails to test with, written as text. */
public final class Samples {

    private Samples() {}

    static Mail mail(String text) {
        return Mail.read(text.getBytes(UTF_8));
    }

    /** A mail with bytes that are no UTF-8: each character below U+0100 is one. */
    public static Mail mailOfBytes(String bytes) {
        return Mail.read(bytes.getBytes(ISO_8859_1));
    }

    public static Mail withHeaders(String headers) {
        return mail(headers.stripTrailing() + "\n\ntext\n");
    }

    public static Mail withSubject(String subject) {
        return withHeaders("Subject: " + subject);
    }

    static Mail withBody(String body) {
        return mail("Subject: [PATCH] fix\n\n" + body);
    }

    public static final String SMALL_DIFF =
            """
            diff --git a/tide.c b/tide.c
            index 1111111..2222222 100644
            --- a/tide.c
            +++ b/tide.c
            @@ -1,3 +1,3 @@ int tide(void)
             int high;
            -int low;
            +int low = 0;
             int slack;
            """;
}
