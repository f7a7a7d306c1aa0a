package io.patchbay.web.archive;

import io.patchbay.tracker.reading.Archive.ArchivedMail;
import io.patchbay.web.frame.Frame;
import io.patchbay.web.frame.PageAddresses;

import java.util.List;

/**
 * A mail and what belongs to it.
 *
 * @param thread the oldest first, the mail itself among them
 */
public record ArchivedMailPage(Frame frame, ArchivedMail mail, List<ArchivedMail> thread) {

    public String address(ArchivedMail one) {
        return ArchivePages.pathOf(one) + "/";
    }

    /** The page of what was made of it. */
    public String madeOf(ArchivedMail one) {
        return switch (one.key().kind()) {
            case PATCH, COVER -> "/" + kind(one) + "/" + one.parent() + "/";
            case COMMENT_ON_PATCH, COMMENT_ON_COVER -> "/comment/" + one.key().id() + "/";
        };
    }

    /** What it is, in a word. */
    public String kind(ArchivedMail one) {
        return switch (one.key().kind()) {
            case PATCH -> "patch";
            case COVER -> "cover";
            case COMMENT_ON_PATCH, COMMENT_ON_COVER -> "comment";
        };
    }

    public String bareId() {
        return PageAddresses.bare(mail.msgid());
    }
}
