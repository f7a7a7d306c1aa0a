package io.patchbay.bench.intake;

import io.patchbay.bench.archive.Archive;

/**
 * Patches of the usual size, about 4 kB, by number: each with another Message-ID.
 *
 * @param run told in the Message-IDs, so that those of two runs differ
 */
public record PatchMails(long run) {

    private static final int LINES = 60;

    /** The Message-ID without its brackets. */
    public String id(int number) {
        return "%d.%d@bench.example.org".formatted(run, number);
    }

    /** With CR LF; no line begins with a dot. */
    public String text(int number) {
        var mail = new StringBuilder();
        mail.append(
                """
                From: Bench %1$d <bench%1$d@example.org>
                To: bench-0@lists.example.org
                Subject: [PATCH] bench: change number %2$d
                Message-Id: <%3$s>
                List-Id: <%4$s>
                Content-Type: text/plain; charset=utf-8

                What was wrong, why it matters and how it is mended.

                Signed-off-by: Bench %1$d <bench%1$d@example.org>
                ---
                diff --git a/src/file%1$d.c b/src/file%1$d.c
                index 0123456..789abcd 100644
                --- a/src/file%1$d.c
                +++ b/src/file%1$d.c
                @@ -1,%5$d +1,%5$d @@
                """
                        .formatted(number % 200, number, id(number), Archive.listId(0), LINES));
        for (int line = 0; line < LINES; line += 2) {
            mail.append("-    old_call(context, %d, %d);\n".formatted(line, number));
            mail.append("+    new_call(context, %d, %d);\n".formatted(line, number));
            mail.append("     /* What stays as it was, %d. */\n".formatted(line));
        }
        return mail.toString().replace("\n", "\r\n");
    }
}
