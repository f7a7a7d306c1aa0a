package io.patchbay.store.filing;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.patchbay.mail.Mail;
import io.patchbay.mail.diff.DiffEncoding;
import io.patchbay.store.StoreContract;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.importing.Imports.Completeness;
import io.patchbay.tracker.importing.Imports.ImportedPatch;
import io.patchbay.tracker.model.CheckState;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.Patch;

import org.junit.jupiter.api.Test;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;

/** Diffs that did not come in UTF-8: what turns them back into their bytes is kept beside them. */
final class FilingForeignDiffTest extends StoreContract {

    private static final String HUNK = "--- a/x\n+++ b/x\n@@ -4 +4 @@\n-x\n+%s\n";

    @Test
    void theCharsetIsKept() {
        var text = text(filed("koi8-r", bytes("Причал", "koi8-r")));

        assertThat(text.diff()).isEqualTo(HUNK.formatted("Причал"));
        assertThat(text.diffEncoding()).isEqualTo(new DiffEncoding("KOI8-R", null));
    }

    @Test
    void bytesAreKeptWhereTheCharsetDoesNotGiveThemBack() {
        var text = text(filed("cp932", "\u00ee\u00f9"));

        assertThat(text.diff()).isEqualTo(HUNK.formatted("\uFFE2"));
        assertThat(text.diffEncoding())
                .isEqualTo(new DiffEncoding("windows-31j", HUNK.formatted("\u00ee\u00f9")));
    }

    @Test
    void nothingIsKeptOfUtf8() {
        assertThat(text(filed("utf-8", bytes("Причал", "utf-8"))).diffEncoding()).isNull();
    }

    @Test
    void anImportOfTheSameTextKeepsIt() {
        var patch = filed("cp932", "\u00ee\u00f9");
        var before = text(patch);

        imports(patch, new MailText(before.headers(), before.content(), before.diff()));

        assertThat(text(patch)).isEqualTo(before);
    }

    @Test
    void anImportOfAnotherDiffDoesNot() {
        var patch = filed("cp932", "\u00ee\u00f9");

        imports(patch, new MailText("a: b", "said", HUNK.formatted("z")));

        assertThat(text(patch)).isEqualTo(new MailText("a: b", "said", HUNK.formatted("z")));
    }

    private Patch filed(String charset, String line) {
        FilingBatchTest.addProjects(store);
        var mail =
                """
                From: Ada <ada@example.com>
                Subject: [PATCH] quay
                Message-Id: <1@example.com>
                Date: Fri, 2 Jan 2026 12:00:00 +0000
                List-Id: <harbor.lists.example.org>
                Content-Type: text/plain; charset=%s
                Content-Transfer-Encoding: 8bit

                said
                """
                                .formatted(charset)
                        + HUNK.formatted(line);
        var unused = new Filing(store, clock).file(Mail.read(mail.getBytes(ISO_8859_1)));
        return this.<Patch>read(
                reading -> reading.patches().withMessageId(1, "<1@example.com>").orElseThrow());
    }

    private MailText text(Patch patch) {
        var one = this.<MailText>read(reading -> reading.patches().text(patch.id()));
        assertThat(
                        this.<Map<Long, MailText>>read(
                                reading -> reading.patches().texts(List.of(patch.id()))))
                .containsEntry(patch.id(), one);
        return one;
    }

    private void imports(Patch patch, MailText text) {
        var told =
                new ImportedPatch(
                        patch.id(),
                        patch.project().id(),
                        patch.msgid(),
                        patch.date(),
                        patch.name(),
                        null,
                        null,
                        "new",
                        false,
                        null,
                        patch.submitter().id(),
                        null,
                        null,
                        null,
                        CheckState.PENDING,
                        List.of(),
                        text);
        change(writing -> writing.imports().patch(told, Completeness.WHOLE));
    }

    private static String bytes(String text, String charset) {
        return new String(text.getBytes(Charset.forName(charset)), ISO_8859_1);
    }
}
