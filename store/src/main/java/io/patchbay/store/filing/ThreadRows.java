package io.patchbay.store.filing;

import io.patchbay.store.database.Sql;
import io.patchbay.store.database.Texts;
import io.patchbay.store.transaction.Counters;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.filing.Changes.Linked;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Joins mails with those that they answer, known or not. A mail that answers mails of two threads
 * makes one of them, with the number of the older.
 */
public final class ThreadRows {

    private final Sql sql;
    private final Counters ids;

    public ThreadRows(Transaction transaction) {
        sql = transaction.sql();
        ids = transaction.ids();
    }

    /** Many at once are as good as one after another. */
    public void write(List<Linked> mails) {
        if (mails.isEmpty()) {
            return;
        }
        var batch = new Joined(known(mails));
        mails.forEach(batch::join);
        batch.write();
    }

    private Map<String, Long> known(List<Linked> mails) {
        var asked = new LinkedHashSet<String>();
        mails.forEach(mail -> asked.addAll(idsOf(mail)));
        var known = new HashMap<String, Long>();
        sql.each(
                "select msgid, thread from mail_thread where " + sql.dialect().among("msgid"),
                row -> known.put(row.text(), row.id()),
                new Texts(asked));
        return known;
    }

    private static Set<String> idsOf(Linked mail) {
        var ids = new LinkedHashSet<String>();
        ids.add(mail.msgid());
        mail.references().forEach(reference -> ids.add(reference.stored()));
        return ids;
    }

    /** What becomes of the threads when mails are joined in their order. */
    private final class Joined {

        private final Map<String, Long> threads;
        private final Set<String> added = new LinkedHashSet<>();
        private final Map<Long, Long> into = new LinkedHashMap<>();

        Joined(Map<String, Long> known) {
            threads = known;
        }

        void join(Linked mail) {
            var ofMail = idsOf(mail);
            var met = new ArrayList<Long>();
            for (var id : ofMail) {
                var thread = threads.get(id);
                if (thread != null) {
                    met.add(last(thread));
                }
            }
            long thread = met.stream().min(Long::compare).orElseGet(() -> ids.next("mail_thread"));
            for (long other : met) {
                if (other != thread) {
                    into.put(other, thread);
                }
            }
            for (var id : ofMail) {
                if (threads.putIfAbsent(id, thread) == null) {
                    added.add(id);
                }
            }
        }

        private long last(long thread) {
            var at = thread;
            for (var next = into.get(at); next != null; next = into.get(at)) {
                at = next;
            }
            return at;
        }

        void write() {
            var rows = sql.batch("insert into mail_thread (msgid, thread) values (?, ?)");
            added.forEach(id -> rows.add(id, last(threads.getOrDefault(id, 0L))));
            rows.run();
            var moved = sql.batch("update mail_thread set thread = ? where thread = ?");
            into.keySet().forEach(thread -> moved.add(last(thread), thread));
            moved.run();
        }
    }
}
