package io.patchbay.rest.resource;

import io.patchbay.rest.endpoint.Endpoint;
import io.patchbay.rest.endpoint.Listing;
import io.patchbay.rest.json.ApiVersion;
import io.patchbay.rest.json.Embedded;
import io.patchbay.rest.json.UserJson;
import io.patchbay.rest.request.ApiReply;
import io.patchbay.rest.request.Body;
import io.patchbay.rest.request.Call;
import io.patchbay.rest.request.Ordering;
import io.patchbay.rest.request.RequestBody;
import io.patchbay.rest.request.RequestFields;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.model.UserSettings;
import io.patchbay.tracker.query.Selection.Field;

import java.io.IOException;
import java.util.List;

/** The endpoints of users (rest-api §7.3), for users only. */
public final class UserResource {

    private final Store store;

    public UserResource(Store store) {
        this.store = store;
    }

    public Endpoint list() {
        return Endpoint.named("User List", "List users.")
                .list(
                        new Listing<>(
                                store,
                                Embedded.USER,
                                List.of(),
                                true,
                                Ordering.by(Field.ID, Field.USERNAME, Field.EMAIL),
                                (reading, _, selection) -> reading.users().list(selection)))
                .signedInOnly();
    }

    public Endpoint detail() {
        return Endpoint.named(
                        "User Detail",
                        "get:\nShow a user.\n\npatch:\nUpdate a user.\n\nput:\nUpdate a user.")
                .get(UserJson.DETAIL, this::show)
                .edit(
                        UserJson.DETAIL,
                        this::isSelf,
                        call -> edit(call, false),
                        call -> edit(call, true))
                .signedInOnly();
    }

    private ApiReply show(Call call) {
        return ApiReply.ok(UserJson.DETAIL, store.read(reading -> detail(reading, call)));
    }

    private boolean isSelf(Call call) {
        return call.viewer().is(store.read(reading -> found(reading, call)));
    }

    private ApiReply edit(Call call, boolean partial) throws IOException {
        if (!isSelf(call)) {
            throw Call.noPermission();
        }
        var asked =
                new RequestFields(
                        RequestBody.of(Body.of(call.request())), UserJson.DETAIL, partial);
        return ApiReply.ok(
                UserJson.DETAIL,
                store.write(writing -> {
                    var user = found(writing, call);
                    var now = writing.users().settings(user.id());
                    var first = asked.text("first_name", user.firstName());
                    var last = asked.text("last_name", user.lastName());
                    var settings = settings(asked, now);
                    asked.end();
                    // Versions that do not show the settings do not change them either.
                    writing.edits()
                            .change(
                                    user,
                                    first,
                                    last,
                                    call.atLeast(ApiVersion.V1_2) ? settings : now);
                    return detail(writing, call);
                }));
    }

    private static UserSettings settings(RequestFields asked, UserSettings now) {
        var parts = asked.parts("settings", UserJson.SETTINGS);
        if (parts == null) {
            return now;
        }
        var settings =
                new UserSettings(
                        parts.flag("send_email", now.sendEmail()),
                        parts.number("items_per_page", now.itemsPerPage()),
                        parts.flag("show_ids", now.showIds()));
        asked.include("settings", parts);
        return settings;
    }

    private static UserJson detail(Reading reading, Call call) {
        var user = found(reading, call);
        return new UserJson(
                user, call.viewer().is(user) ? reading.users().settings(user.id()) : null);
    }

    private static User found(Reading reading, Call call) {
        return reading.users().withId(call.id("id")).orElseThrow(() -> Call.noSuch("User"));
    }
}
