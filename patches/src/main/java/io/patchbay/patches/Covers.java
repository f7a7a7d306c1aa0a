package io.patchbay.patches;

import java.util.Optional;

/** The cover letters. */
public interface Covers {

    Page<Cover> list(Selection selection);

    Optional<Cover> withId(long id);

    /** The Message-ID as stored, with angle brackets. */
    Optional<Cover> withMessageId(long projectId, String msgid);

    /** Without a diff. */
    MailText text(long id);
}
