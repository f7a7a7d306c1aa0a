package io.patchbay.store.filing;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.Mail;
import io.patchbay.store.StoreContract;
import io.patchbay.tracker.Filing;

import org.junit.jupiter.api.Test;

/** Mails whose Message-ID has no angle brackets: kept as they came, and found all the same. */
final class FilingBareIdTest extends StoreContract {

    @Test
    void aPatchOrCoverWithoutBracketsIsFound() {
        FilingBatchTest.addProjects(store);
        var filing = new Filing(store, clock);
        filing.file(mail("[PATCH 0/1] quay", "cover@example.com", "All of it."));
        filing.file(
                mail("[PATCH] quay", "patch@example.com", "--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+x"));

        var patch = read(reading -> reading.patches().withMessageId(1, "<patch@example.com>"));
        var cover = read(reading -> reading.covers().withMessageId(1, "<cover@example.com>"));

        assertThat(patch)
                .hasValueSatisfying(
                        found -> assertThat(found.msgid()).isEqualTo("patch@example.com"));
        assertThat(cover)
                .hasValueSatisfying(
                        found -> assertThat(found.msgid()).isEqualTo("cover@example.com"));
        var unknown = read(reading -> reading.patches().withMessageId(1, "<other@example.com>"));
        var elsewhere = read(reading -> reading.patches().withMessageId(2, "<patch@example.com>"));
        assertThat(unknown).isEmpty();
        assertThat(elsewhere).isEmpty();
    }

    private static Mail mail(String subject, String id, String body) {
        var text =
                """
                From: Ada <ada@example.com>
                Subject: %s
                Message-Id: %s
                Date: Fri, 2 Jan 2026 12:00:00 +0000
                List-Id: <harbor.lists.example.org>

                %s
                """
                        .formatted(subject, id, body);
        return Mail.read(text.getBytes(UTF_8));
    }
}
