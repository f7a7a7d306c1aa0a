package io.patchbay.tracker.mails;

import java.util.List;
import java.util.Optional;

/** Which projects follow a mirror. */
public interface ListMirrors {

    /** By project id. */
    List<ListMirror> all();

    Optional<ListMirror> of(long projectId);
}
