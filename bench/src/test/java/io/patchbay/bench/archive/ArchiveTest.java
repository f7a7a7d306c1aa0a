package io.patchbay.bench.archive;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import io.patchbay.bench.measure.Corpus;
import io.patchbay.intake.source.Arrival;
import io.patchbay.intake.source.MailSource;
import io.patchbay.mail.Mail;
import io.patchbay.mail.header.MessageId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class ArchiveTest {

    @TempDir Path folder;

    @Test
    void anArchiveHasAsManyMailsAsAskedForAndNoIdTwice() throws IOException {
        var mbox = folder.resolve("big.mbox");

        Archive.of(List.of(Corpus.folder()), Archive.Size.ofOneList(1_000)).write(mbox);

        var mails = read(mbox);
        assertThat(mails).hasSize(1_000);
        var ids = mails.stream().flatMap(mail -> mail.id().stream()).toList();
        // One mail of the corpus has no Message-ID, and three are duplicates.
        assertThat(ids).hasSizeGreaterThan(980);
        assertThat(ids.stream().distinct().count())
                .isGreaterThan(ids.size() - 3 * (1_000 / 78 + 1));
    }

    @Test
    void aThreadStaysWholeAndMovesOn() throws IOException {
        write(
                "a.eml",
                """
                From: A <a@example.org>
                Date: Thu, 01 Jan 2026 10:00:00 +0000
                Message-Id: <one@example.org>

                From the harbor
                """);
        write(
                "b.eml",
                """
                From: A <a@example.org>
                Date: Thu, 01 Jan 2026 11:00:00 +0000
                Message-Id: <two@example.org>
                In-Reply-To: <one@example.org>
                References: <zero@example.org>
                 <one@example.org>

                text
                """);

        var mbox = folder.resolve("big.mbox");
        Archive.of(List.of(folder), new Archive.Size(8, 2, 2)).write(mbox);

        var mails = read(mbox);
        assertThat(mails.get(4).id()).contains(new MessageId("<r2.one@example.org>"));
        assertThat(mails.get(5).references())
                .containsExactly(
                        new MessageId("<r2.one@example.org>"),
                        new MessageId("<r2.zero@example.org>"));
        assertThat(mails.get(5).date()).contains(java.time.Instant.parse("2026-01-01T15:00:00Z"));
        assertThat(mails.get(4).body().content()).isEqualTo("From the harbor");
        assertThat(mails)
                .extracting(mail -> mail.cleaned("List-Id").orElse(""))
                .containsExactly(
                        "<bench-0.lists.example.org>",
                        "<bench-0.lists.example.org>",
                        "<bench-1.lists.example.org>",
                        "<bench-1.lists.example.org>",
                        "<bench-0.lists.example.org>",
                        "<bench-0.lists.example.org>",
                        "<bench-1.lists.example.org>",
                        "<bench-1.lists.example.org>");
        assertThat(mails)
                .extracting(mail -> mail.cleaned("From").orElse(""))
                .startsWith("A <a@example.org>")
                .endsWith("A <a+1@example.org>");
    }

    @Test
    void namesAndDiffsDifferFromRoundToRound() throws IOException {
        write(
                "a.eml",
                """
                From: A <a@example.org>
                Subject: [PATCH] a pier
                Message-Id: <one@example.org>

                text
                ---
                diff --git a/pier b/pier
                --- a/pier
                +++ b/pier
                @@ -1 +1 @@
                -short
                +long
                """);

        var mbox = folder.resolve("big.mbox");
        Archive.of(List.of(folder), Archive.Size.ofOneList(3)).write(mbox);

        var mails = read(mbox);
        assertThat(mails)
                .extracting(mail -> mail.cleaned("Subject").orElse(""))
                .containsExactly(
                        "[PATCH] a pier",
                        "[PATCH] a pier, for the white tern 1",
                        "[PATCH] a pier, for the crested gull 2");
        assertThat(mails)
                .extracting(mail ->
                        requireNonNull(mail.body().diff()).text().lines().skip(2).findFirst())
                .containsExactly(
                        Optional.of("+++ b/r0.pier"),
                        Optional.of("+++ b/r1.pier"),
                        Optional.of("+++ b/r2.pier"));
    }

    private void write(String name, String mail) throws IOException {
        Files.write(folder.resolve(name), mail.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Mail> read(Path mbox) throws IOException {
        var mails = new ArrayList<Mail>();
        try (var source = MailSource.open(mbox)) {
            for (var arrival = source.next(); arrival != null; arrival = source.next()) {
                mails.add(((Arrival.Raw) arrival).read());
            }
        }
        return mails;
    }
}
