package io.patchbay.acceptance;

import java.util.ArrayList;
import java.util.List;

/** Series as git sends them, in threads, with replies; made up. */
final class ThreadedMails {

    static final String LIST_ID = "quay.example.org";

    /** Of each series: a cover, patches, a reply to the first patch and one to the cover. */
    static final int PATCHES = 3;

    static final int MAILS = PATCHES + 3;

    private ThreadedMails() {}

    /** In the order in which they were sent. Lines end with CR LF. */
    static List<String> series(String name) {
        var mails = new ArrayList<String>();
        mails.add(mail(name, "[PATCH 0/%d] %s".formatted(PATCHES, name), "0", "", "About it."));
        for (int number = 1; number <= PATCHES; number++) {
            mails.add(
                    mail(
                            name,
                            "[PATCH %d/%d] %s, step %d".formatted(number, PATCHES, name, number),
                            String.valueOf(number),
                            "0",
                            diff(name, number)));
        }
        mails.add(mail(name, "Re: [PATCH 1/3] " + name, "re-1", "1", "Reviewed-by: Bo <bo@x.org>"));
        mails.add(mail(name, "Re: [PATCH 0/3] " + name, "re-0", "0", "Thanks."));
        return mails;
    }

    private static String diff(String name, int number) {
        return """
        Because.

        --- a/%1$s
        +++ b/%1$s
        @@ -1 +1 @@
        -old
        +new %2$d
        """
                .formatted(name, number);
    }

    private static String mail(String name, String subject, String id, String parent, String body) {
        var references =
                parent.isEmpty()
                        ? ""
                        : "In-Reply-To: <%s.%s@example.org>\n".formatted(name, parent);
        return """
        From: %1$s <%1$s@example.org>
        Subject: %2$s
        Message-Id: <%1$s.%3$s@example.org>
        Date: Thu, 02 Apr 2026 10:00:00 +0000
        List-Id: <%4$s>
        %5$s
        %6$s
        """
                .formatted(name, subject, id, LIST_ID, references, body)
                .replace("\n", "\r\n");
    }

    static String idOf(String mail) {
        int from = mail.indexOf("Message-Id: ") + "Message-Id: ".length();
        return mail.substring(from, mail.indexOf('\r', from));
    }
}
