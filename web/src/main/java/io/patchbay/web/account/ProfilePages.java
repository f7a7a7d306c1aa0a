package io.patchbay.web.account;

import io.patchbay.http.message.Cookie;
import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.Numbers;
import io.patchbay.http.message.Parameters;
import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.NewToken;
import io.patchbay.tracker.accounts.Token;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.editing.Change;
import io.patchbay.tracker.editing.Edited;
import io.patchbay.tracker.editing.Problem;
import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.TextRule.Broken;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.model.UserSettings;
import io.patchbay.tracker.query.Criterion.BySubmitters;
import io.patchbay.tracker.query.Criterion.InProjects;
import io.patchbay.tracker.query.Selection;
import io.patchbay.web.frame.Flash;
import io.patchbay.web.frame.Frame;
import io.patchbay.web.frame.Html;
import io.patchbay.web.frame.PageContext;
import io.patchbay.web.list.BulkChoices;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What users see and change of themselves (web-ui.md §8). */
public record ProfilePages(PageContext context) {

    // Its key can be shown only once, after the redirect that follows the form.
    private static final String NEW_TOKEN = "newtoken";
    private static final Duration TIME_TO_SHOW = Duration.ofMinutes(2);
    private static final String REVOKED = "Token revoked";

    /**
     * What the page shows.
     *
     * @param contributes projects that have patches of the user
     * @param newKey of a token just made, shown this once
     */
    public record Profile(
            Frame frame,
            User user,
            UserSettings settings,
            List<Project> maintains,
            List<Project> contributes,
            List<Address> addresses,
            List<Bundle> bundles,
            List<Token> tokens,
            boolean sendsMail,
            @Nullable String newKey) {}

    /**
     * An address of the user.
     *
     * @param notified whether it gets mail from here
     */
    public record Address(Person person, boolean notified, boolean mayUnlink) {}

    public Response show(Request request, Viewer viewer, User user) {
        var page = show(request, viewer, user, List.of());
        return request.cookie(NEW_TOKEN) == null
                ? page
                : page.cookie(newToken(request, "", Duration.ZERO));
    }

    private Response show(Request request, Viewer viewer, User user, List<Flash> flashes) {
        var profile = context.read(reading -> read(request, viewer, user, flashes, reading));
        return Html.page(JteprofileGenerated::render, profile).header("Cache-Control", "no-store");
    }

    private Profile read(
            Request request, Viewer viewer, User user, List<Flash> flashes, Reading reading) {
        var projects = reading.projects().all();
        return new Profile(
                context.frame(request, viewer, null, reading).with(flashes),
                user,
                viewer.settings(),
                projects.stream()
                        .filter(project -> viewer.maintains().contains(project.id()))
                        .toList(),
                projects.stream().filter(project -> contributes(viewer, project, reading)).toList(),
                viewer.people().stream()
                        .map(id -> reading.people().withId(id))
                        .flatMap(Optional::stream)
                        .sorted(Comparator.comparing(Person::email))
                        .map(person -> address(person, user, reading))
                        .toList(),
                BulkChoices.bundlesOf(user, reading),
                reading.users().tokens(user.id()),
                context.mailing().isPossible(),
                request.cookie(NEW_TOKEN));
    }

    private static Address address(Person person, User user, Reading reading) {
        return new Address(
                person,
                !reading.people().hasOptedOut(person.email()),
                LinkForm.mayUnlink(user, person));
    }

    private static boolean contributes(Viewer viewer, Project project, Reading reading) {
        if (viewer.people().isEmpty() || viewer.maintains().contains(project.id())) {
            return false;
        }
        var byViewer =
                new Selection(
                        List.of(
                                new InProjects(Set.of(project.id())),
                                new BySubmitters(viewer.people())),
                        List.of(),
                        0,
                        1);
        return !reading.patches().list(byViewer).rows().isEmpty();
    }

    public Response edit(Request request, Viewer viewer, User user) throws IOException {
        var form = request.form();
        var actor = request.by(viewer);
        var flashes = form.has("token_id") ? revoke(form, actor, user) : save(form, actor, user);
        return again(request, user, flashes);
    }

    private List<Flash> save(Parameters form, Actor actor, User user) {
        var change =
                new Change.EditUser(
                        user.id(),
                        stripped(form.get("first_name")),
                        stripped(form.get("last_name")),
                        null,
                        Numbers.parse(form.get("items_per_page", "").strip(), 0),
                        form.has("show_ids"));
        return flashes(context.editing().apply(change, actor), "Settings saved");
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null ? null : text.strip();
    }

    private List<Flash> revoke(Parameters form, Actor actor, User user) {
        long token = Numbers.parse(form.get("token_id", ""), -1);
        var revoked = context.editing().apply(new Change.RemoveToken(user.id(), token), actor);
        // Who clicks twice is told the same.
        return revoked instanceof Edited.Unknown<Long>
                ? List.of(Flash.success(REVOKED))
                : flashes(revoked, REVOKED);
    }

    public Response addToken(Request request, Viewer viewer, User user) throws IOException {
        var token = NewToken.full(request.form().get("label", "").strip(), null);
        var added =
                context.editing().apply(new Change.AddToken(user.id(), token), request.by(viewer));
        return added instanceof Edited.Done<String>(var key, var _)
                ? Response.redirect(302, "/user/").cookie(newToken(request, key, TIME_TO_SHOW))
                : again(request, user, flashes(added, "Token made"));
    }

    private static List<Flash> flashes(Edited<?> edited, String done) {
        return switch (edited) {
            case Edited.Done<?> _ -> List.of(Flash.success(done));
            case Edited.Invalid<?>(var problems) ->
                    problems.stream()
                            .map(ProfilePages::sentence)
                            .distinct()
                            .map(Flash::error)
                            .toList();
            case Edited.NotAllowed<?> _, Edited.Unknown<?> _, Edited.Conflict<?> _ ->
                    throw HttpError.forbidden("Only users themselves change what is theirs.");
        };
    }

    private static String sentence(Problem problem) {
        return switch (problem) {
            case Problem.OutOfRange(var _, var _, var least, var greatest) ->
                    "A page can have %d to %d patches".formatted(least, greatest);
            case Problem.BadText(var field, var _, Broken.TooLong(var longest, var _))
                    when field.endsWith("_name") ->
                    "A name can have %d characters".formatted(longest);
            default -> problem.sentence();
        };
    }

    /** With the viewer as he is now. */
    private Response again(Request request, User user, List<Flash> flashes) {
        var viewer = context.read(reading -> reading.users().viewer(user.id()));
        var now = viewer.user();
        return show(request, viewer, now == null ? user : now, flashes);
    }

    private static Cookie newToken(Request request, String key, Duration lifetime) {
        return new Cookie(NEW_TOKEN, key, lifetime, true, request.isSecure());
    }
}
