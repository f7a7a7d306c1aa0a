package io.patchbay.patches;

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

    Optional<Credentials> ofToken(String key);

    /** Oldest first; those that have expired too. */
    List<Token> tokens(long userId);

    /** Of a session that {@link Sessions} opened and that has not ended. */
    Optional<Credentials> ofSession(String key);

    /**
     * What a sign-in is checked against.
     *
     * @param passwordHash in the form {@code algorithm$…}
     * @param active whether the user may sign in at all
     */
    record Credentials(long userId, String passwordHash, boolean active) {}
}
