package io.patchbay.store.filing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.Mail;
import io.patchbay.mail.header.MessageId;
import io.patchbay.mail.text.UnreadableMail;
import io.patchbay.store.database.Database;
import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.store.packing.MailTable;
import io.patchbay.store.packing.Packing;
import io.patchbay.store.packing.StoredText;
import io.patchbay.store.packing.Training;
import io.patchbay.store.transaction.Tallies;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.filing.Changes.Linked;
import io.patchbay.tracker.packing.MailUpkeep;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Learns and packs anew; what has to be gone through is noted in the table {@code repacking}. */
public final class KeptMailUpkeep implements MailUpkeep {

    /** A project is learnt when it has so many, and again whenever it has grown by the factor. */
    private static final int FEWEST_PATCHES = 150;

    private static final int GROWTH = 16;

    /** Patches, and as many comments; four times as many make no better dictionary. */
    private static final int SAMPLES = 100;

    /** Rows that are looked at in one read. */
    private static final int LOOKED_AT = 2_000;

    /** Mails that are packed in one transaction. */
    private static final int AT_ONCE = 100;

    private final Database database;
    private final Packing packing;
    private final InstantSource clock;

    public KeptMailUpkeep(Database database, Packing packing, InstantSource clock) {
        this.database = database;
        this.packing = packing;
        this.clock = clock;
    }

    @Override
    public boolean learn() {
        if (!packing.isWorthLearning()) {
            return false;
        }
        var project = database.read(KeptMailUpkeep::learnable);
        if (project.isEmpty()) {
            return false;
        }
        var samples = database.read(sql -> samples(sql, project.getAsLong()));
        var dictionary = Training.dictionaryOf(samples);
        if (dictionary != null) {
            write(transaction -> keep(transaction, project.getAsLong(), dictionary));
            packing.forgetDictionaries();
        }
        return dictionary != null;
    }

    private static OptionalLong learnable(Sql sql) {
        record Size(long project, long patches, int dictionaries) {

            boolean isLearnable() {
                return patches >= FEWEST_PATCHES * Math.pow(GROWTH, dictionaries);
            }
        }

        return sql
                .list(
                        """
                        select tally.project_id, tally.entries,
                               (select count(*)
                                  from mail_dictionary
                                 where mail_dictionary.project_id = tally.project_id)
                          from tally
                         where list = 'patch' and unit = 'ALL' and project_id > ? and span = 0
                           and kind = ?
                         order by tally.project_id
                        """,
                        row -> new Size(row.id(), row.id(), row.number()),
                        Tallies.ANY,
                        Tallies.ANY)
                .stream()
                .filter(Size::isLearnable)
                .mapToLong(Size::project)
                .findFirst();
    }

    private List<byte[]> samples(Sql sql, long project) {
        var samples = new ArrayList<byte[]>(SAMPLES);
        for (var table : List.of(MailTable.PATCH, MailTable.PATCH_COMMENT)) {
            var stored =
                    sql.list(
                            """
                            select COLUMNS
                              from patch
                              JOIN
                             where patch.project_id = ?
                             order by patch.id desc
                             limit ?
                            """
                                    .replace("JOIN", joinToTexts(table))
                                    .replace("COLUMNS", table.columns(table.texts())),
                            row -> StoredText.of(table, row),
                            project,
                            SAMPLES);
            stored.forEach(text -> samples.add(text.sample(packing, sql)));
        }
        return samples;
    }

    private static String joinToTexts(MailTable table) {
        return "join %1$s on %1$s.patch_id = patch.id".formatted(table.texts());
    }

    private static boolean keep(Transaction transaction, long project, byte[] dictionary) {
        var sql = transaction.sql();
        if (!sql.any("select 1 from mail_dictionary where project_id = ?", project)) {
            goThrough(transaction, project);
        }
        sql.update(
                "insert into mail_dictionary (id, project_id, made, content) values (?, ?, ?, ?)",
                transaction.ids().next("mail_dictionary"),
                project,
                transaction.now(),
                dictionary);
        return true;
    }

    /** The mails that came before the project was learnt are to be packed anew. */
    private static void goThrough(Transaction transaction, long project) {
        var sql = transaction.sql();
        for (var table : MailTable.values()) {
            long first =
                    sql.one(
                            """
                            select coalesce(min(MAIL.id), 1)
                              from MAIL
                              JOIN
                             where PARENT.project_id = ?
                            """
                                    .replace(
                                            "JOIN",
                                            table.isOfComments()
                                                    ? "join PARENT on PARENT.id = MAIL.PARENT_id"
                                                    : "")
                                    .replace("PARENT", table.parent())
                                    .replace("MAIL", table.table()),
                            Row::id,
                            project);
            sql.update(
                    """
                    update repacking
                       set settled = case when settled < until and settled < ? then settled else ? end,
                           until = ?
                     where name = ?
                    """,
                    first - 1,
                    first - 1,
                    transaction.ids().last(table.table()),
                    name(table));
        }
    }

    private static String name(MailTable table) {
        return table.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean repack() {
        for (var table : MailTable.values()) {
            var span = database.read(sql -> span(sql, table));
            if (span.isPresent()) {
                write(transaction -> new Step(transaction, table).run(span.get()));
                return true;
            }
        }
        return false;
    }

    /**
     * The next rows to go through.
     *
     * @param ids of those among them that are to be packed
     */
    private record Span(long after, long last, List<Long> ids) {}

    private Optional<Span> span(Sql sql, MailTable table) {
        var left =
                sql.findOne(
                        "select settled, until from repacking where name = ? and settled < until",
                        row -> new long[] {row.id(), row.id()},
                        name(table));
        return left.map(bounds -> {
            long last = Math.min(bounds[0] + LOOKED_AT, bounds[1]);
            var ids =
                    sql.list(
                            """
                            select KEY
                              from TEXTS
                             where KEY > ?
                               and KEY <= ?
                               and LACKING
                             order by KEY
                             limit ?
                            """
                                    .replace("LACKING", StoredText.LACKING)
                                    .replace("TEXTS", table.texts())
                                    .replace("KEY", table.key()),
                            Row::id,
                            bounds[0],
                            last,
                            StoredText.NEITHER,
                            StoredText.AS_IT_CAME,
                            AT_ONCE);
            return new Span(bounds[0], ids.size() < AT_ONCE ? last : ids.getLast(), ids);
        });
    }

    /** Packs the rows of one span. */
    private final class Step {

        private final Transaction transaction;
        private final Sql sql;
        private final MailTable table;
        private final List<Linked> links = new ArrayList<>();

        Step(Transaction transaction, MailTable table) {
            this.transaction = transaction;
            this.sql = transaction.sql();
            this.table = table;
        }

        /** One mail to pack. */
        private record Waiting(long id, long project, String msgid, StoredText text) {}

        boolean run(Span span) {
            for (long id : span.ids()) {
                waiting(id).ifPresent(this::pack);
            }
            new ThreadRows(transaction).write(links);
            sql.update(
                    "update repacking set settled = ? where name = ? and settled = ?",
                    span.last(),
                    name(table),
                    span.after());
            return true;
        }

        private Optional<Waiting> waiting(long id) {
            var join =
                    table.isOfComments()
                            ? "join PARENT on PARENT.id = MAIL.PARENT_id"
                            : "join TEXTS on TEXTS.KEY = MAIL.id";
            return sql.findOne(
                    """
                    select MAIL.id, PARENT.project_id, MAIL.msgid, COLUMNS
                      from MAIL
                      JOIN
                     where MAIL.id = ?
                    """
                            .replace("JOIN", join)
                            .replace("COLUMNS", table.columns(table.texts()))
                            .replace("TEXTS", table.texts())
                            .replace("KEY", table.key())
                            .replace("PARENT", table.parent())
                            .replace("MAIL", table.table()),
                    row -> new Waiting(row.id(), row.id(), row.text(), StoredText.of(table, row)),
                    id);
        }

        private void pack(Waiting mail) {
            var stored = mail.text();
            if (stored.packed() == null) {
                // Who wrote it in clear did not know of threads either.
                links.add(new Linked(mail.msgid(), referencesIn(stored.headers())));
            } else if (!packing.isLearnt(mail.project())) {
                return;
            }
            sql.update(
                    "update %s set %s, packed = ? where %s = ?"
                            .formatted(table.texts(), table.cleared(), table.key()),
                    packing.pack(
                            mail.project(),
                            stored.unpacked(packing, sql),
                            stored.raw(packing, sql)),
                    mail.id());
        }
    }

    private static List<MessageId> referencesIn(String headers) {
        try {
            return Mail.read((headers + "\n\n").getBytes(UTF_8)).references();
        } catch (UnreadableMail e) {
            return List.of();
        }
    }

    private interface Work {
        boolean in(Transaction transaction);
    }

    private void write(Work work) {
        boolean unused =
                database.write(sql -> {
                    var transaction = Transaction.begin(sql, packing, clock.instant(), null);
                    boolean done = work.in(transaction);
                    transaction.keep();
                    return done;
                });
    }
}
