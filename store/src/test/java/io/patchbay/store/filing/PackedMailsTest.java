package io.patchbay.store.filing;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.Mail;
import io.patchbay.store.StoreContract;
import io.patchbay.store.WriteTransaction;
import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.model.Comment.Parent;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.reading.Archive.ArchivedMail;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/** What is filed is there as it came, packed with the texts that were read from it. */
final class PackedMailsTest extends StoreContract {

    private static final String PATCH =
            """
            From: Ada <ada@example.com>
            Subject: [PATCH] quay
            Message-Id: <%1$s@example.com>
            Date: Fri, 2 Jan 2026 12:00:00 +0000
            List-Id: <harbor.lists.example.org>

            Why %1$s.
            ---
            --- a/quay
            +++ b/quay
            @@ -1 +1 @@
            -wood
            +stone %1$s
            """;

    private static final String REPLY =
            """
            From: Ben <ben@example.com>
            Subject: Re: [PATCH] quay
            Message-Id: <re-%1$s@example.com>
            In-Reply-To: <%1$s@example.com>
            Date: Fri, 2 Jan 2026 13:00:00 +0000
            List-Id: <harbor.lists.example.org>

            Fine, %1$s.
            """;

    private Filing filing;

    @BeforeEach
    void addProjects() {
        FilingBatchTest.addProjects(store);
        filing = new Filing(store, clock);
    }

    @Test
    void everyByteIsGivenBack() {
        var bytes = new StringBuilder(PATCH.formatted("one").replace("\n", "\r\n"));
        for (int value = 0; value < 256; value++) {
            bytes.append((char) value);
        }
        var raw = bytes.toString().getBytes(ISO_8859_1);

        filing.file(Mail.read(raw));

        assertThat(raw("<one@example.com>")).isEqualTo(raw);
    }

    @Test
    void patchCoverAndCommentsAreKept() {
        var cover =
                PATCH.formatted("cover")
                        .replaceFirst("\\[PATCH]", "[PATCH 0/1]")
                        .replaceFirst("(?s)---\n.*", "");
        var mails =
                List.of(
                        cover,
                        PATCH.formatted("one"),
                        REPLY.formatted("one"),
                        REPLY.formatted("cover"));

        mails.forEach(mail -> filing.file(mail(mail)));

        var ids =
                List.of(
                        "<cover@example.com>",
                        "<one@example.com>",
                        "<re-one@example.com>",
                        "<re-cover@example.com>");
        assertThat(ids).extracting(id -> new String(raw(id), UTF_8)).isEqualTo(mails);
    }

    @Test
    void theTextsAreThoseThatWereRead() {
        var mail = mail(PATCH.formatted("one"));
        filing.file(mail);
        filing.file(mail(REPLY.formatted("one")));

        MailText text = read(reading -> reading.patches().text(1));
        var texts = read(reading -> reading.patches().texts(List.of(1L)));
        var comment =
                read(reading ->
                        reading.comments()
                                .list(
                                        new Parent(Parent.Kind.PATCH, 1),
                                        new Selection(List.of(), List.of(), 0, 10))
                                .rows()
                                .getFirst());

        assertThat(text)
                .isEqualTo(
                        new MailText(
                                mail.storedHeaders(),
                                mail.body().content(),
                                Objects.requireNonNull(mail.body().diff()).text()));
        assertThat(texts).isEqualTo(Map.of(1L, text));
        assertThat(comment.content()).isEqualTo("Fine, one.");
        assertThat(comment.headers()).startsWith("From: Ben");
    }

    @Test
    void whatIsDeletedTakesItsMailAlong() {
        filing.file(mail(PATCH.formatted("one")));
        filing.file(mail(REPLY.formatted("one")));

        sql(sql -> sql.update("delete from patch where id = 1"));

        assertThat(found("<one@example.com>")).isEmpty();
        assertThat(found("<re-one@example.com>")).isEmpty();
        var texts = sql(sql -> sql.list("select patch_id from patch_text", Row::id));
        var comments = sql(sql -> sql.list("select id from patch_comment", Row::id));
        assertThat(texts).isEmpty();
        assertThat(comments).isEmpty();
    }

    @Test
    void aProjectThatKeepsNoMailsKeepsTexts() {
        sql(sql -> sql.update("update project set keep_mail = ?", false));

        filing.file(mail(PATCH.formatted("one")));

        var mail = found("<one@example.com>").getFirst();
        var raw = read(reading -> reading.archive().raw(List.of(mail.key())));
        assertThat(raw).isEmpty();
        String content = read(reading -> reading.patches().text(1)).content();
        assertThat(content).isEqualTo("Why one.\n---");
    }

    @Test
    void whatTheMailsOfAProjectHaveInCommonIsLearntOnce() {
        fileMany(160);
        var before = everything();
        long sizeBefore = size();

        assertThat(store.upkeep().learn()).isTrue();
        assertThat(store.upkeep().learn()).isFalse();
        repackAll();
        filing.file(mail(PATCH.formatted("later")));

        assertThat(everything()).containsAllEntriesOf(before).hasSize(before.size() + 1);
        assertThat(size()).isLessThan(sizeBefore * 2 / 3);
        assertThat(plain()).isZero();
    }

    @Test
    void aProjectOfFewMailsIsNotLearnt() {
        fileMany(100);

        assertThat(store.upkeep().learn()).isFalse();
        assertThat(store.upkeep().repack()).isFalse();
    }

    @Test
    void whatAnEarlierProgramKeptInClearIsReadAndPackedInTime() {
        var ids =
                sample(sample -> {
                    long project = sample.projectWith(1).id();
                    long person = sample.person("ann");
                    long patch = sample.patch(project, person, "old");
                    sample.commentOnPatch(patch, person, "Old words");
                    return List.of(patch);
                });
        // As the migration leaves it.
        sql(sql -> sql.update("update repacking set settled = 0, until = 1"));
        var before = read(reading -> reading.patches().texts(ids));

        repackAll();

        assertThat(before.values()).extracting(MailText::content).containsExactly("does old");
        var after = read(reading -> reading.patches().texts(ids));
        var comments = read(reading -> reading.comments().contentsOnPatches(ids));
        var inClear =
                sql(sql -> sql.list("select 1 from patch_text where content is not null", Row::id));
        var thread = read(reading -> reading.archive().thread("<patch-1@example.org>"));
        assertThat(after).isEqualTo(before);
        assertThat(comments).isEqualTo(Map.of(ids.getFirst(), List.of("Old words")));
        assertThat(inClear).isEmpty();
        assertThat(thread).hasSize(1);
    }

    private void repackAll() {
        while (store.upkeep().repack()) {
            // The next mails.
        }
    }

    private void fileMany(int series) {
        var mails = new ArrayList<Mail>();
        for (int number = 0; number < series; number++) {
            mails.add(mail(PATCH.formatted("p" + number)));
            mails.add(mail(REPLY.formatted("p" + number)));
        }
        filing.file(mails);
    }

    private Map<String, String> everything() {
        return read(reading -> {
            var all = new TreeMap<String, String>();
            var patches =
                    reading.patches().list(new Selection(List.of(), List.of(), 0, 10_000)).rows();
            for (var patch : patches) {
                var mail = reading.archive().withMessageId(patch.msgid()).getFirst();
                var raw = reading.archive().raw(List.of(mail.key())).get(mail.key());
                all.put(patch.msgid(), new String(raw, UTF_8) + reading.patches().text(patch.id()));
            }
            return all;
        });
    }

    private long size() {
        return sql(sql ->
                sql.one(
                        """
                        select (select sum(length(packed)) from patch_text)
                               + (select sum(length(packed)) from patch_comment)
                        """,
                        Row::id));
    }

    private long plain() {
        return sql(sql ->
                sql.one(
                        "select count(*) from patch_text where substr(packed, 1, 1) = ?",
                        Row::id,
                        (Object) new byte[] {0}));
    }

    private byte[] raw(String msgid) {
        var mail = found(msgid).getFirst();
        var raw = read(reading -> reading.archive().raw(List.of(mail.key())));
        return Objects.requireNonNull(raw.get(mail.key()));
    }

    private List<ArchivedMail> found(String msgid) {
        return read(reading -> reading.archive().withMessageId(msgid));
    }

    private <T> T sql(Function<Sql, T> work) {
        return write(writing -> work.apply(((WriteTransaction) writing).transaction().sql()));
    }

    private static Mail mail(String text) {
        return Mail.read(text.getBytes(UTF_8));
    }
}
