package io.patchbay.tracker.accounts;

import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.model.UserSettings;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * Who is asking: a signed-in user with all that decides on rights, or nobody.
 *
 * @param maintains ids of the projects the user maintains
 * @param people ids of the persons (mail addresses) linked to the user
 * @param grant of the token that was shown; null for a password or session
 */
public record Viewer(
        @Nullable User user,
        UserSettings settings,
        Set<Long> maintains,
        Set<Long> people,
        boolean staff,
        @Nullable Grant grant) {

    public static final Viewer ANONYMOUS =
            new Viewer(null, UserSettings.DEFAULT, Set.of(), Set.of(), false, null);

    /** The same user, who shows a token. */
    public Viewer by(Grant token) {
        return new Viewer(user, settings, maintains, people, staff, token);
    }

    /** Whether nothing but the user's rights keeps the viewer from changing this project. */
    public boolean reaches(Project project) {
        return grant == null || grant.reaches(project.id());
    }

    public boolean isAnonymous() {
        return user == null;
    }

    public boolean is(@Nullable User other) {
        return user != null && other != null && user.id() == other.id();
    }
}
