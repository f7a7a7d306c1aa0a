package io.patchbay.web.account;

import io.patchbay.http.message.Cookie;
import io.patchbay.http.message.Numbers;
import io.patchbay.http.message.Parameters;
import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.accounts.NewToken;
import io.patchbay.tracker.accounts.Token;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.model.UserSettings;
import io.patchbay.tracker.query.Criterion.BySubmitters;
import io.patchbay.tracker.query.Criterion.InProjects;
import io.patchbay.tracker.query.Selection;
import io.patchbay.web.JteprofileGenerated;
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
public record ProfilePages(PageContext reception) {

    // Its key can be shown only once, after the redirect that follows the form.
    private static final String NEW_TOKEN = "newtoken";
    private static final Duration TIME_TO_SHOW = Duration.ofMinutes(2);
    private static final int LONGEST_LABEL = 50;
    private static final int LONGEST_NAME = 30;
    private static final int MOST_ITEMS = 1000;

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
        var profile = reception.read(reading -> read(request, viewer, user, flashes, reading));
        return Html.page(JteprofileGenerated::render, profile).header("Cache-Control", "no-store");
    }

    private Profile read(
            Request request, Viewer viewer, User user, List<Flash> flashes, Reading reading) {
        var projects = reading.projects().all();
        return new Profile(
                reception.frame(request, viewer, null, reading).with(flashes),
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
                reception.mailing().isPossible(),
                request.cookie(NEW_TOKEN));
    }

    private static Address address(Person person, User user, Reading reading) {
        return new Address(
                person,
                !reading.people().hasOptedOut(person.email()),
                !person.email().equalsIgnoreCase(user.email()));
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
        if (form.has("token_id")) {
            long token = Numbers.parse(form.get("token_id", ""), -1);
            reception.write(writing -> {
                writing.accounts().removeToken(user.id(), token);
                return token;
            });
            return again(request, user, Flash.success("Token revoked"));
        }
        var items = Numbers.parse(form.get("items_per_page", "").strip(), 0);
        var first = form.get("first_name", user.firstName()).strip();
        var last = form.get("last_name", user.lastName()).strip();
        if (items < 1 || items > MOST_ITEMS) {
            return again(
                    request,
                    user,
                    Flash.error("A page can have 1 to %d patches".formatted(MOST_ITEMS)));
        }
        if (first.length() > LONGEST_NAME || last.length() > LONGEST_NAME) {
            return again(
                    request,
                    user,
                    Flash.error("A name can have %d characters".formatted(LONGEST_NAME)));
        }
        var settings =
                new UserSettings(viewer.settings().sendEmail(), (int) items, form.has("show_ids"));
        reception.write(writing -> {
            writing.edits().change(user, first, last, settings);
            return settings;
        });
        return again(request, user, Flash.success("Settings saved"));
    }

    /** With the viewer as he is now. */
    private Response again(Request request, User user, Flash flash) {
        var viewer = reception.read(reading -> reading.users().viewer(user.id()));
        var now = viewer.user();
        return show(request, viewer, now == null ? user : now, List.of(flash));
    }

    public Response addToken(Request request, Viewer viewer, User user) throws IOException {
        var label = labelIn(request.form());
        var key =
                reception.write(writing ->
                        writing.accounts().addToken(user.id(), NewToken.full(label, null)));
        return Response.redirect(302, "/user/").cookie(newToken(request, key, TIME_TO_SHOW));
    }

    private static String labelIn(Parameters form) {
        var label = form.get("label", "").strip();
        return label.substring(0, Math.min(LONGEST_LABEL, label.length()));
    }

    private static Cookie newToken(Request request, String key, Duration lifetime) {
        return new Cookie(NEW_TOKEN, key, lifetime, true, request.isSecure());
    }
}
