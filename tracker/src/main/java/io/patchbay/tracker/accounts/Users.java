package io.patchbay.tracker.accounts;

import io.patchbay.tracker.model.User;
import io.patchbay.tracker.model.UserSettings;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Those who can sign in. */
public interface Users {

    Page<User> list(Selection selection);

    Optional<User> withId(long id);

    Map<Long, User> withIds(Collection<Long> ids);

    /** Ids of the users whose name equals this, ignoring case. */
    List<Long> idsNamed(String username);

    UserSettings settings(long userId);

    /** All that decides on the rights of this user; {@link Viewer#ANONYMOUS} if there is none. */
    Viewer viewer(long userId);

    /** Case matters in the username. */
    Optional<Credentials> credentials(String username);

    /** Of a token that has expired too. */
    Optional<Bearer> ofToken(String key);

    /** Oldest first; those that have expired too. */
    List<Token> tokens(long userId);

    /** Of a session that {@link Sessions} opened and that has not ended. */
    Optional<Credentials> ofSession(String key);

    /**
     * Who shows a token.
     *
     * @param active whether the user may sign in at all
     * @param lastUsed as far as it was written down
     */
    record Bearer(
            long userId,
            boolean active,
            Grant grant,
            @Nullable Instant expires,
            @Nullable Instant lastUsed) {

        public boolean hasExpired(Instant now) {
            return expires != null && !now.isBefore(expires);
        }
    }

    /**
     * What a sign-in is checked against.
     *
     * @param passwordHash in the form {@code algorithm$…}
     * @param active whether the user may sign in at all
     */
    record Credentials(long userId, String passwordHash, boolean active) {}
}
