package io.patchbay.tracker.reading;

import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.Person;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Everything that is filed, as the mails that it came in (archive §1, §2). */
public interface Archive {

    /** What was made of a mail; of mails with one date, in the order of a thread. */
    enum Kind {
        COVER,
        PATCH,
        COMMENT_ON_PATCH,
        COMMENT_ON_COVER
    }

    /**
     * Which mail: each kind counts its ids apart.
     *
     * @param id of the patch, cover or comment
     */
    record Key(Kind kind, long id) {}

    /**
     * A filed mail. The same mail filed under two projects is there twice.
     *
     * @param parent the id of what a comment is on; of others, their own
     * @param project the link name
     * @param msgid as stored, with angle brackets
     * @param name the stored name; of a comment, that of what it is on
     */
    record ArchivedMail(
            Key key,
            long parent,
            String project,
            String msgid,
            Instant date,
            String name,
            Person submitter) {}

    /** The Message-ID with angle brackets; one that its mail gave without them is found too. */
    List<ArchivedMail> withMessageId(String msgid);

    /**
     * All that belongs together by what answers what, over mails that never came too; the oldest
     * first. Empty if no mail has or answers this Message-ID.
     */
    List<ArchivedMail> thread(String msgid);

    /** What was read from them. */
    Map<Key, MailText> texts(Collection<Key> mails);

    /** The mails as they came. One that is not kept so is absent. */
    Map<Key, byte[]> raw(Collection<Key> mails);
}
