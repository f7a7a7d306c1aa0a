package io.patchbay.tracker.filing;

import io.patchbay.mail.AnswerSigns;
import io.patchbay.mail.Author;
import io.patchbay.mail.SeriesMarker;
import io.patchbay.mail.header.MessageId;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.RuleSet;
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
 * @param answer what it is instead of a patch, if it is a reply; null if nothing says so
 * @param refusal why it is no patch although it holds one; null mostly
 * @param archived how its line ends were read
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
        boolean isReply,
        @Nullable IfAnswer answer,
        Filed.@Nullable Reason refusal,
        boolean archived) {

    /**
     * A mail with a patch read as a reply.
     *
     * @param signs what says that it is one
     */
    public record IfAnswer(AnswerSigns signs, MailContent content, Map<Long, Integer> tags) {}

    /** The same mail as the reply that it is. */
    IncomingMail asAnswer(IfAnswer instead) {
        return new IncomingMail(
                Kind.COMMENT,
                project,
                id,
                references,
                date,
                author,
                name,
                marker,
                version,
                instead.content(),
                null,
                null,
                state,
                null,
                null,
                asksForAction,
                instead.tags(),
                List.of(),
                true,
                null,
                refusal,
                archived);
    }

    /** Whether it is filed later, or elsewhere, when more of its thread comes. */
    public boolean mayWait() {
        return project.rules() == RuleSet.PATCHBAY;
    }

    /** Whether that is what was read of it, as a patch or as a reply. */
    public boolean saysSame(MailText other) {
        return content.saysSame(other) || answer != null && answer.content().saysSame(other);
    }

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
