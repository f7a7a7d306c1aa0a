package io.patchbay.tracker.mails;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * The public-inbox repository that a project is filled from, and how following it goes.
 *
 * @param location a URL, which may hold a password, or the absolute path of a folder
 * @param newest how many of the newest mails are taken the first time; null for all
 * @param pause between two looks at it
 * @param due when to look next
 * @param looked when a look last succeeded; null if none has
 * @param failures how many looks failed since then
 * @param trouble why the last one failed; null if it did not
 */
public record ListMirror(
        long projectId,
        String location,
        @Nullable Long newest,
        Duration pause,
        Instant due,
        @Nullable Instant looked,
        int failures,
        @Nullable String trouble) {

    /** The location as people are shown it. */
    public String shown() {
        return shown(location);
    }

    /** Without the name and password in URLs, which a token may be. */
    public static String shown(String text) {
        return text.replaceAll("://[^/@\\s]*@", "://");
    }
}
