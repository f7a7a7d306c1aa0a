package io.patchbay.tracker.reading;

import io.patchbay.tracker.model.Cover;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;

import java.util.Optional;

/** The cover letters. */
public interface Covers {

    Page<Cover> list(Selection selection);

    Optional<Cover> withId(long id);

    /** The Message-ID with angle brackets; one that its mail gave without them is found too. */
    Optional<Cover> withMessageId(long projectId, String msgid);

    /** Without a diff. */
    MailText text(long id);
}
