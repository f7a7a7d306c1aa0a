package io.patchbay.intake.mirror;

import io.patchbay.intake.IntakeWatcher;

/** Is told how the reading of a mirror gets on, by the threads that do it. */
public interface MirrorWatcher {

    /**
     * What is fetched is on its way.
     *
     * @param what such as {@code https://lists.example.org/harbor/0: Receiving objects, 45 %}
     */
    void fetching(String what);

    /**
     * Everything is here and will be filed.
     *
     * @param size bytes to read
     */
    IntakeWatcher filing(long size);
}
