package io.patchbay.store.versions;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.Mail;
import io.patchbay.mail.header.MessageId;
import io.patchbay.mail.text.UnreadableMail;
import io.patchbay.store.database.Ids;
import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.store.packing.MailTable;
import io.patchbay.store.packing.Packing;
import io.patchbay.store.packing.StoredText;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.packing.MailContent;
import io.patchbay.tracker.versions.Linking;
import io.patchbay.tracker.versions.Relinking;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Reads the signs of stored series once more and links them; how far it is stands in a row. */
public final class RelinkRows implements Relinking {

    private static final String NAME = "series";

    private final Sql sql;
    private final Packing packing;

    public RelinkRows(Transaction transaction) {
        sql = transaction.sql();
        packing = transaction.packing();
    }

    @Override
    public int next(int most) {
        var ids =
                sql.list(
                        "select id from series where id > ? order by id limit ?",
                        Row::id,
                        settled(),
                        most);
        if (!ids.isEmpty()) {
            writeSigns(ids);
            Linking.link(ids, new VersionRows(sql));
        }
        sql.update("delete from relinking where name = ?", NAME);
        if (ids.size() == most) {
            sql.update("insert into relinking (name, settled) values (?, ?)", NAME, ids.getLast());
        }
        return ids.size();
    }

    private long settled() {
        return sql.findOne("select settled from relinking where name = ?", Row::id, NAME)
                .orElse(0L);
    }

    /** A patch or cover letter with its texts, which are unpacked when all rows are read. */
    private record Kept(
            long id,
            long series,
            long project,
            String msgid,
            String name,
            @Nullable Integer number,
            StoredText text) {}

    private void writeSigns(List<Long> series) {
        var rows = new SignRows(sql);
        for (var cover : covers(series)) {
            rows.addTitle(cover.project(), cover.series(), cover.name());
            rows.addClaims(cover.series(), cover.msgid(), content(cover), true);
        }
        for (var patch : patches(series)) {
            var content = content(patch);
            rows.addTitle(patch.project(), patch.series(), patch.name());
            rows.addClaims(
                    patch.series(),
                    patch.msgid(),
                    content,
                    patch.number() != null && patch.number() <= 1);
            rows.addSample(patch.id(), content.signs());
        }
        rows.write();
    }

    private List<Kept> covers(List<Long> series) {
        var covers = new ArrayList<Kept>();
        sql.each(
                """
                select cover.id, series.id, cover.project_id, cover.msgid, cover.name, %s
                  from series
                  join cover on cover.id = series.cover_id
                  join cover_text on cover_text.cover_id = cover.id
                 where %s
                """
                        .formatted(
                                MailTable.COVER.columns("cover_text"),
                                sql.dialect().among("series.id")),
                row ->
                        covers.add(
                                new Kept(
                                        row.id(),
                                        row.id(),
                                        row.id(),
                                        row.text(),
                                        row.text(),
                                        null,
                                        StoredText.of(row))),
                new Ids(series));
        return covers;
    }

    private List<Kept> patches(List<Long> series) {
        var patches = new ArrayList<Kept>();
        sql.each(
                """
                select patch.id, patch.series_id, patch.project_id, patch.msgid, patch.name,
                       patch.number, %s
                  from patch
                  join patch_text on patch_text.patch_id = patch.id
                 where %s
                """
                        .formatted(
                                MailTable.PATCH.columns("patch_text"),
                                sql.dialect().among("patch.series_id")),
                row ->
                        patches.add(
                                new Kept(
                                        row.id(),
                                        row.id(),
                                        row.id(),
                                        row.text(),
                                        row.text(),
                                        row.numberOrNull(),
                                        StoredText.ofPatch(row))),
                new Ids(series));
        return patches;
    }

    private MailContent content(Kept kept) {
        var text = kept.text().unpacked(packing, sql);
        return new MailContent(text, referencesIn(text.headers()), null);
    }

    private static List<MessageId> referencesIn(String headers) {
        try {
            return Mail.read((headers + "\n\n").getBytes(UTF_8)).references();
        } catch (UnreadableMail e) {
            return List.of();
        }
    }
}
