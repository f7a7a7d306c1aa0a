package io.patchbay.mail;

import java.util.Optional;

/** The text that {@code git request-pull} writes into a mail. */
public final class PullRequest {

    private PullRequest() {}

    /** The repository and reference to pull from, such as {@code git://host/x.git tags/v1}. */
    public static Optional<String> urlIn(String content) {
        throw new UnsupportedOperationException("urlIn");
    }
}
