package io.patchbay.store.filing;

import io.patchbay.mail.header.MessageId;
import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.store.database.Texts;
import io.patchbay.store.packing.Packing;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.filing.Changes;
import io.patchbay.tracker.filing.Changes.Waiting;
import io.patchbay.tracker.mails.MailKeeping;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The mails that wait for others of their thread, and for which (mail-ingest §23). */
public final class WaitingRows {

    /** Of a project. On the busiest lists so many mails without a patch come in a week. */
    private static final int MOST = 10_000;

    /** Those above are counted only now and then. */
    private static final int COUNTED_EVERY = 500;

    private final Sql sql;
    private final Instant now;
    private final Transaction transaction;
    private final Packing packing;

    public WaitingRows(Transaction transaction) {
        this.transaction = transaction;
        sql = transaction.sql();
        packing = transaction.packing();
        now = transaction.now();
    }

    // --- Asked --------------------------------------------------------------------------------

    private record Key(long project, String msgid) {}

    List<Waiting> waitingFor(Map<Long, Set<String>> msgids) {
        var found = new LinkedHashMap<Key, Waiting>();
        var asked = new HashMap<Long, Set<String>>(msgids);
        while (!asked.isEmpty()) {
            var next = new HashMap<Long, Set<String>>();
            for (var mail : directly(asked)) {
                if (found.putIfAbsent(new Key(mail.project(), mail.msgid()), mail) == null) {
                    next.computeIfAbsent(mail.project(), _ -> new HashSet<>()).add(mail.msgid());
                }
            }
            asked = next;
        }
        return List.copyOf(found.values());
    }

    private List<Waiting> directly(Map<Long, Set<String>> msgids) {
        var all = msgids.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        var found = new ArrayList<Packed>();
        sql.each(
                """
                select waiting_for.awaited, waiting_mail.project_id, waiting_mail.msgid,
                       waiting_mail.archived, waiting_mail.digest, waiting_mail.raw
                  from waiting_for
                  join waiting_mail on waiting_mail.project_id = waiting_for.project_id
                   and waiting_mail.msgid = waiting_for.msgid
                 where %s
                   and waiting_mail.received >= ?
                 order by waiting_mail.id
                """
                        .formatted(sql.dialect().among("waiting_for.awaited")),
                row -> {
                    var awaited = row.text();
                    var mail = packed(row);
                    boolean isMeant =
                            msgids.getOrDefault(mail.project(), Set.of()).contains(awaited);
                    return isMeant && found.add(mail);
                },
                new Texts(all),
                now.minus(MailKeeping.LONGEST_WAIT));
        return found.stream().map(this::waiting).toList();
    }

    private record Packed(
            long project, String msgid, boolean archived, String digest, byte[] mail) {}

    private static Packed packed(Row row) throws SQLException {
        return new Packed(row.id(), row.text(), row.flag(), row.text(), row.bytes());
    }

    /** What it waits for is found out again by whoever reads it. */
    private Waiting waiting(Packed row) {
        return new Waiting(
                row.project(),
                row.msgid(),
                row.archived(),
                row.digest(),
                packing.waiting(row.mail(), sql),
                List.<MessageId>of());
    }

    // --- Kept ---------------------------------------------------------------------------------

    void write(Changes ledger) {
        settle(ledger.settled());
        keep(ledger.waiting());
    }

    private void settle(List<Changes.Settled> settled) {
        var done = sql.batch("delete from waiting_mail where project_id = ? and msgid = ?");
        var filed = sql.batch("delete from kept_mail where digest = ?");
        for (var mail : settled) {
            if (mail.isDone()) {
                done.add(mail.project(), mail.msgid());
            }
            if (mail.digest() != null) {
                filed.add(mail.digest());
            }
        }
        done.run();
        filed.run();
    }

    private void keep(List<Waiting> waiting) {
        var mails =
                sql.batch(
                        """
                        insert into waiting_mail (
                            project_id, msgid, received, id, archived, digest, raw)
                        values (?, ?, ?, ?, ?, ?, ?)
                            on conflict do nothing
                        """);
        var awaited =
                sql.batch(
                        """
                        insert into waiting_for (awaited, project_id, msgid)
                        values (?, ?, ?)
                            on conflict do nothing
                        """);
        var crowded = new HashSet<Long>();
        for (var mail : waiting) {
            long id = transaction.ids().next("waiting_mail");
            if (id % COUNTED_EVERY == 0) {
                crowded.add(mail.project());
            }
            mails.add(
                    mail.project(),
                    mail.msgid(),
                    now,
                    id,
                    mail.archived(),
                    mail.digest(),
                    packing.packWaiting(mail.project(), mail.raw()));
            mail.awaited().forEach(one -> awaited.add(one.stored(), mail.project(), mail.msgid()));
        }
        mails.run();
        awaited.run();
        crowded.forEach(this::letGoOfOldest);
    }

    private void letGoOfOldest(long project) {
        sql.update(
                """
                delete from waiting_mail
                 where project_id = ?
                   and id <= (select id
                                from waiting_mail
                               where project_id = ?
                               order by id desc
                               limit 1 offset ?)
                """,
                project,
                project,
                MOST);
    }

    /** Returns how many were removed. */
    int forget(Instant before, int most) {
        return sql.update(
                """
                delete from waiting_mail
                 where id in (select id
                                from waiting_mail
                               where received < ?
                               order by received
                               limit ?)
                """,
                before,
                most);
    }
}
