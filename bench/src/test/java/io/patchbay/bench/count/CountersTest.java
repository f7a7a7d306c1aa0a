package io.patchbay.bench.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.intake.source.Arrival.Form;
import io.patchbay.intake.source.Arrival.Raw;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is counted of mails whose properties are known. */
class CountersTest {

    private static final String DIFF =
            """
            diff --git a/x b/x
            --- a/x
            +++ b/x
            @@ -1 +1 @@
            -old
            +new
            """;

    private final Tally tally = new Tally();
    private final List<Counter> counters =
            List.of(
                    new MailCounts(),
                    new SenderCounts(),
                    new TextCounts(),
                    new DiffCounts(),
                    new SubjectCounts(),
                    new TrailerCounts());

    @Test
    void threadsAreCounted() {
        tally.begin("one");
        count(
                "Subject: Re: x",
                "In-Reply-To: <late@example.org>",
                "References: <late@example.org>");
        count("Message-ID: <late@example.org>", "Subject: x");
        count("Message-ID: <late@example.org>", "Subject: x", "", "Another text.");
        count("Subject: Re: y", "In-Reply-To: <b@example.org>", "References: <a@example.org>");
        count("Subject: Re: z", "References: <never@example.org>", "Date: yesterday");

        assertThat(lines())
                .contains(
                        "| mails | 5 |",
                        "| In-Reply-To and References | 2 |",
                        "| the last of References is another | 1 |",
                        "| References without In-Reply-To | 1 |",
                        "| no Message-ID | 3 |",
                        "| Message-ID that came before | 1 |",
                        "| … with another text | 1 |",
                        "| mails that are answered before they come | 2 |",
                        "| ids that are answered and never come | 2 |",
                        "| no Date | 4 |",
                        "| a Date that cannot be read | 1 |");
    }

    @Test
    void maskedSendersAreCountedAndWhomTheyAreFiledUnder() {
        tally.begin("one");
        count(
                "From: Ann via harbor <harbor@lists.example.org>",
                "Reply-To: Ann <ann@example.com>",
                "List-Id: <harbor.lists.example.org>",
                "Subject: [PATCH] x",
                "",
                DIFF);
        count("From: Ben <ben@example.com>", "Subject: [PATCH] y", "", DIFF);
        count(
                "From: Ben <ben@example.com>",
                "Subject: [PATCH v2] y",
                "X-Mailer: b4 0.15",
                "",
                DIFF);

        assertThat(lines())
                .contains(
                        "| under the address of the list or of a relay (masked) | 1 |",
                        "| masked: the name says via | 1 |",
                        "| masked: Reply-To has another address | 1 |",
                        "| masked: filed under the address that one of them has | 1 |",
                        "| b4 | 1 |",
                        "| version 1 | 2 |",
                        "| version 1, the same + and - lines came before | 1 |",
                        "| version 2 and later, the same + and - lines came before | 1 |",
                        "| `v2` alone | 1 |",
                        "| first mails of version 2 and later | 1 |");
    }

    @Test
    void textsAndDiffsAreCounted() {
        tally.begin("one");
        count(
                "Subject: [PATCHv2 1/3] x",
                "Content-Type: text/plain; charset=iso-8859-15; format=flowed",
                "",
                DIFF.replace("@@ -1 +1 @@", "@@ -1,9 +1,9 @@"));
        count("Subject: [PATCH] y", "Content-Type: text/plain; charset=\"martian\"", "", "No.");
        count(
                "Subject: z",
                "Content-Type: multipart/mixed; boundary=cut",
                "",
                "--cut",
                "Content-Type: text/x-patch; charset=us-ascii",
                "Content-Transfer-Encoding: base64",
                "",
                "ZGlmZiAtLWdpdCBhL3ggYi94Cg==",
                "--cut--");

        assertThat(lines())
                .contains(
                        "| patch mails: an unquoted `diff --git`, no reply | 2 |",
                        "| lines of a hunk do not fit its counts | 1 |",
                        "| the charset is not known to Java | 1 |",
                        "| iso-8859-15 | 1 |",
                        "| patch mails that are format=flowed | 1 |",
                        "| a patch attached (x-patch, x-diff, or a name in .patch or .diff) | 1 |",
                        "| base64 | 1 |",
                        "| `PATCHv2` | 1 |",
                        "| `1/3` | 1 |",
                        "| series of two and more | 1 |",
                        "| … of which numbers are missing | 1 |");
    }

    @Test
    void trailersAreCountedInRepliesOnly() {
        tally.begin("one");
        count("Subject: Re: x", "", "Reviewed-by: Ann <ann@example.com>\nreviewed-By: Ben\n");
        count("Subject: [PATCH] x", "", "Reviewed-by: Ann <ann@example.com>");

        assertThat(lines())
                .contains(
                        "| Reviewed-by | 1 |",
                        "| these in other letter case | 1 |",
                        "| these without an address on their line | 1 |");
    }

    @Test
    void eachArchiveHasItsColumn() {
        tally.begin("one");
        count("Subject: x");
        tally.begin("other");
        count("Subject: x");
        count("Subject: y");

        assertThat(lines()).contains("| mails | one | other |", "| mails | 1 | 2 |");
    }

    private void count(String... lines) {
        var text = "X-Made-By: us\n" + String.join("\n", lines) + "\n";
        var raw = new Raw("here", text.getBytes(StandardCharsets.UTF_8), Form.DELIVERED);
        var mail = new CountedMail(raw);
        counters.forEach(counter -> counter.count(mail, tally));
    }

    private List<String> lines() {
        counters.forEach(counter -> counter.end(tally));
        var out = new ByteArrayOutputStream();
        tally.print(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
