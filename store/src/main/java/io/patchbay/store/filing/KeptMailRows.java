package io.patchbay.store.filing;

import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.mails.KeptMail.Fate;
import io.patchbay.tracker.mails.KeptMail.Outcome;
import io.patchbay.tracker.mails.MailKeeping;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Locale;

public final class KeptMailRows implements MailKeeping {

    private static final int LONGEST_TEXT = 255;
    private static final int LONGEST_REASON = 1_000;

    private final Transaction transaction;

    public KeptMailRows(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void keep(Parcel parcel, Fate fate) {
        // What was made of a mail once is more telling than that it was a duplicate later.
        transaction
                .sql()
                .update(
                        """
                        insert into kept_mail (id, digest, received, archived, list_id, origin,
                                               subject, outcome, reason, size, raw)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (digest) do update
                           set attempts = kept_mail.attempts + 1,
                               reason = excluded.reason,
                               outcome = case when excluded.outcome = 'duplicate'
                                               and kept_mail.outcome in ('patch', 'cover', 'comment')
                                              then kept_mail.outcome
                                              else excluded.outcome
                                          end
                        """,
                        transaction.ids().next("kept_mail"),
                        parcel.digest(),
                        transaction.now(),
                        parcel.archived(),
                        cut(parcel.listId(), LONGEST_TEXT),
                        cut(parcel.origin(), LONGEST_TEXT),
                        cut(parcel.subject(), LONGEST_TEXT),
                        word(fate.outcome()),
                        cut(fate.reason(), LONGEST_REASON),
                        parcel.size(),
                        parcel.packed());
    }

    @Override
    public void letGo(String digest) {
        transaction.sql().update("delete from kept_mail where digest = ?", digest);
    }

    @Override
    public void settle(long id, Fate fate) {
        transaction
                .sql()
                .update(
                        """
                        update kept_mail
                           set attempts = attempts + 1, outcome = ?, reason = ?
                         where id = ?
                        """,
                        word(fate.outcome()),
                        cut(fate.reason(), LONGEST_REASON),
                        id);
    }

    @Override
    public boolean drop(long id) {
        return transaction.sql().update("delete from kept_mail where id = ?", id) > 0;
    }

    @Override
    public int forget(Instant before, int most) {
        return transaction
                .sql()
                .update(
                        """
                        delete from kept_mail
                         where id in (select id
                                        from kept_mail
                                       where received < ? and outcome <> 'broken'
                                       order by received
                                       limit ?)
                        """,
                        before,
                        most);
    }

    @Override
    public int forgetWaiting(Instant before, int most) {
        return new WaitingRows(transaction).forget(before, most);
    }

    private static @Nullable String cut(@Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        // PostgreSQL takes no NUL in a text, and these texts are only for people.
        var clean = text.replace('\0', ' ');
        return clean.length() <= longest ? clean : clean.substring(0, longest);
    }

    static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Outcome outcome(String word) {
        return Outcome.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
