package io.patchbay.patches;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * Who is asking: a signed-in user with all that decides on rights, or nobody.
 *
 * @param maintains ids of the projects the user maintains
 * @param people ids of the persons (mail addresses) linked to the user
 */
public record Viewer(
        @Nullable User user,
        UserSettings settings,
        Set<Long> maintains,
        Set<Long> people,
        boolean staff) {

    public static final Viewer ANONYMOUS =
            new Viewer(null, UserSettings.DEFAULT, Set.of(), Set.of(), false);

    public boolean isAnonymous() {
        return user == null;
    }

    public boolean is(@Nullable User other) {
        return user != null && other != null && user.id() == other.id();
    }
}
