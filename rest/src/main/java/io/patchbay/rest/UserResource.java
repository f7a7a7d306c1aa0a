package io.patchbay.rest;

import io.patchbay.patches.Reading;
import io.patchbay.patches.Selection.Field;
import io.patchbay.patches.Store;
import io.patchbay.patches.User;

import java.util.List;

/** The endpoints of users (rest-api §7.3), for users only. */
final class UserResource {

    private final Store store;

    UserResource(Store store) {
        this.store = store;
    }

    Endpoint list() {
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

    Endpoint detail() {
        return Endpoint.named(
                        "User Detail",
                        "get:\nShow a user.\n\npatch:\nUpdate a user.\n\nput:\nUpdate a user.")
                .get(UserJson.DETAIL, this::show)
                .signedInOnly();
    }

    private Reply show(Call call) {
        return Reply.ok(UserJson.DETAIL, store.read(reading -> detail(reading, call)));
    }

    static UserJson detail(Reading reading, Call call) {
        var user = found(reading, call);
        return new UserJson(
                user, call.viewer().is(user) ? reading.users().settings(user.id()) : null);
    }

    static User found(Reading reading, Call call) {
        return reading.users().withId(call.id("id")).orElseThrow(() -> Call.noSuch("User"));
    }
}
