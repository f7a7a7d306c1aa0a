package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.Mail;
import io.patchbay.tracker.Filing;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.InstantSource;

/** The addresses that the API prints for a patch lead to it, whatever its Message-ID. */
final class PrintedAddressesTest extends CorpusVisit {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "odd%2Fid@example.org",
                "odd%2fid/2@example.org",
                "odd/id@example.org",
                "odd%252Fid@example.org",
                "odd%41id@example.org",
                "LONG@example.org"
            })
    void pageAndMboxAreWhereTheApiSaysTheyAre(String name) throws IOException {
        var id = name.replace("LONG", "y".repeat(300));
        file(id);

        var list = visit.get("/api/1.2/patches/?order=-id&per_page=1");

        var stored = Visit.text(list, "msgid");
        assertThat("<" + id + ">").startsWith(stored);
        var page = visit.get(Visit.withoutHost(Visit.text(list, "web_url")));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("odd one");
        var mbox = visit.get(Visit.withoutHost(Visit.text(list, "mbox")));
        assertThat(mbox.status()).isEqualTo(200);
        assertThat(mbox.body()).contains(stored.substring(0, 12));
        assertThat(visit.get("/api/1.2/patches/?msgid=" + id.replace("%", "%25")).body())
                .contains("odd one");
    }

    /** As programs do that make the address of a page from a Message-ID. */
    @ParameterizedTest
    @ValueSource(strings = {"made%2Fid@example.org"})
    void anAddressInWhichAnIdIsEscapedOnceLeadsThereToo(String id) throws IOException {
        file(id);

        var page = visit.get("/project/harbor/patch/" + id.replace("%", "%25") + "/");

        assertThat(page.status()).isEqualTo(200);
    }

    private void file(String id) {
        var mail =
                """
                From: Odd <odd@example.org>
                Date: Thu, 1 Jan 2026 10:00:00 +0000
                Subject: [PATCH] odd one
                Message-ID: <%s>
                List-Id: <harbor-devel.lists.example.org>

                ---
                diff --git a/odd b/odd
                --- a/odd
                +++ b/odd
                @@ -1 +1 @@
                -odd
                +even
                """
                        .formatted(id);
        new Filing(served.store(), InstantSource.system()).file(Mail.read(mail.getBytes(UTF_8)));
    }
}
