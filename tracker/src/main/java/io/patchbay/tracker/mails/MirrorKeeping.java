package io.patchbay.tracker.mails;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/** Changes of the mirrors that projects follow. */
public interface MirrorKeeping {

    /**
     * Has a project follow a mirror, in place of any other; it is due at once.
     *
     * @param newest how many mails are taken the first time; null for all
     */
    void follow(long projectId, String location, @Nullable Long newest, Duration pause);

    /** From the next look on. */
    void setPause(long projectId, Duration pause);

    /** The project follows none any more; returns whether it followed one. */
    boolean leave(long projectId);

    /**
     * Has one process look at it, and no other until then; may be called again to go on. One that
     * ends without a word holds it no longer than that.
     *
     * @param holder the process, at most 40 characters
     * @return false if another one holds it, or nobody follows it any more
     */
    boolean hold(long projectId, String holder, Instant until);

    /** Ends a look that came to nothing, so that another process can do it. */
    void release(long projectId, String holder);

    /**
     * Ends a look; only the holder can. The next one may be another process.
     *
     * @param trouble why the look failed; null if it did not
     * @param due when to look again
     */
    void looked(long projectId, String holder, @Nullable String trouble, Instant due);
}
