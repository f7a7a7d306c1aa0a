package io.patchbay.tracker.filing;

import io.patchbay.mail.Author;
import io.patchbay.mail.SeriesMarker;
import io.patchbay.mail.header.MessageId;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.packing.MailContent;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A mail in the hand of the clerk: its project is known, and all that can be read off it without
 * looking anything up has been.
 *
 * @param name the subject as it is stored
 * @param references the mails it answers, most recent first
 * @param author null if the sender's address is not valid
 * @param asksForAction whether the sender wants a comment to be addressed
 * @param isReply whether its subject says so, whatever it refers to
 */
public record IncomingMail(
        Kind kind,
        Project project,
        MessageId id,
        List<MessageId> references,
        Instant date,
        @Nullable Author author,
        String name,
        @Nullable SeriesMarker marker,
        int version,
        MailContent content,
        @Nullable String pullUrl,
        @Nullable String hash,
        State state,
        @Nullable String delegateEmail,
        @Nullable Long delegateByPath,
        boolean asksForAction,
        Map<Long, Integer> tags,
        List<Dependencies.Target> needs,
        boolean isReply) {

    MailText text() {
        return content.text();
    }

    enum Kind {
        PATCH,
        /** Numbered 0 and no reply: a cover letter unless it repeats one within a thread. */
        COVER,
        COMMENT
    }

    /** A patch without marker, or one of 0, stands alone. */
    boolean isPartOfSeries() {
        return marker != null && marker.total() > 0;
    }
}
