package io.patchbay.rest.resource;

import io.patchbay.rest.endpoint.Endpoint;
import io.patchbay.rest.endpoint.Listing;
import io.patchbay.rest.json.ApiVersion;
import io.patchbay.rest.json.Embedded;
import io.patchbay.rest.json.UserJson;
import io.patchbay.rest.request.ApiReply;
import io.patchbay.rest.request.Call;
import io.patchbay.rest.request.EditCall;
import io.patchbay.rest.request.Ordering;
import io.patchbay.rest.request.RequestFields;
import io.patchbay.tracker.Editing;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.editing.Change.EditUser;
import io.patchbay.tracker.editing.UserRules;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.query.Selection.Field;

import java.io.IOException;
import java.util.List;

/** The endpoints of users (rest-api §7.3), for users only. */
public final class UserResource {

    private final Store store;
    private final Editing editing;

    public UserResource(Store store) {
        this.store = store;
        this.editing = new Editing(store);
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
        return ApiReply.ok(
                UserJson.DETAIL,
                store.read(reading -> detail(reading, call, found(reading, call))));
    }

    private boolean isSelf(Call call) {
        var user = store.read(reading -> found(reading, call));
        return UserRules.lacking(call.actor(), user.id()) == null;
    }

    private ApiReply edit(Call call, boolean partial) throws IOException {
        long id = call.id("id");
        var nothing = new EditUser(id, null, null, null, null, null);
        var edit = new EditCall<>(editing, call, nothing);
        var asked = edit.fields(UserJson.DETAIL, partial);
        var user = edit.apply(change(call, id, asked), asked).result();
        return ApiReply.ok(UserJson.DETAIL, store.read(reading -> detail(reading, call, user)));
    }

    private static EditUser change(Call call, long id, RequestFields asked) {
        var first = asked.text("first_name");
        var last = asked.text("last_name");
        var settings = asked.parts("settings", UserJson.SETTINGS);
        if (settings == null) {
            return new EditUser(id, first, last, null, null, null);
        }
        var sendEmail = settings.flag("send_email");
        var items = settings.number("items_per_page");
        var showIds = settings.flag("show_ids");
        // Versions that do not show the settings do not change them either.
        return call.atLeast(ApiVersion.V1_2)
                ? new EditUser(id, first, last, sendEmail, items, showIds)
                : new EditUser(id, first, last, null, null, null);
    }

    private static UserJson detail(Reading reading, Call call, User user) {
        return new UserJson(
                user, call.viewer().is(user) ? reading.users().settings(user.id()) : null);
    }

    private static User found(Reading reading, Call call) {
        return reading.users().withId(call.id("id")).orElseThrow(() -> Call.noSuch("User"));
    }
}
