package io.patchbay.rest.resource;

import io.patchbay.rest.endpoint.Endpoint;
import io.patchbay.rest.endpoint.Listing;
import io.patchbay.rest.json.ApiVersion;
import io.patchbay.rest.json.BundleJson;
import io.patchbay.rest.request.ApiReply;
import io.patchbay.rest.request.Body;
import io.patchbay.rest.request.Call;
import io.patchbay.rest.request.Filters;
import io.patchbay.rest.request.IdempotencyKey;
import io.patchbay.rest.request.Ordering;
import io.patchbay.rest.request.RequestBody;
import io.patchbay.rest.request.RequestFields;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.Writing;
import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The endpoints of bundles (rest-api §7.10); a private one exists for its owner only. */
public final class BundleResource {

    private final Store store;

    public BundleResource(Store store) {
        this.store = store;
    }

    public Endpoint list() {
        return Endpoint.named("Bundle List", "List or create bundles.")
                .list(
                        new Listing<>(
                                store,
                                BundleJson.SHAPE,
                                List.of(Filters.PROJECT, Filters.OWNER, Filters.PUBLIC),
                                true,
                                Ordering.by(Field.ID, Field.NAME, Field.OWNER),
                                BundleResource::visible))
                .post(BundleJson.SHAPE, call -> !call.viewer().isAnonymous(), this::create)
                .writableSince(ApiVersion.V1_2);
    }

    public Endpoint detail() {
        return Endpoint.named(
                        "Bundle Detail",
                        "get:\nShow a bundle.\n\npatch:\nUpdate a bundle.\n\nput:\nUpdate a bundle.\n\n"
                                + "delete:\nDelete a bundle.")
                .get(BundleJson.SHAPE, this::show)
                .edit(
                        BundleJson.SHAPE,
                        this::isOwner,
                        call -> edit(call, false),
                        call -> edit(call, true))
                .delete(this::delete)
                .writableSince(ApiVersion.V1_2);
    }

    private static Page<Bundle> visible(Reading reading, Call call, Selection selection) {
        var criteria = new ArrayList<>(selection.criteria());
        criteria.add(new Criterion.VisibleTo(idOf(call.viewer().user())));
        return reading.bundles().list(selection.with(criteria));
    }

    private static @Nullable Long idOf(@Nullable User user) {
        return user == null ? null : user.id();
    }

    private ApiReply show(Call call) {
        return ApiReply.ok(BundleJson.SHAPE, store.read(reading -> found(reading, call)));
    }

    private ApiReply create(Call call) throws IOException {
        var owner = call.viewer().user();
        if (owner == null) {
            throw Call.notSignedIn();
        }
        var body = Body.of(call.request());
        var given = RequestBody.of(body);
        var once = IdempotencyKey.of(call, body);
        var made =
                store.write(writing ->
                        once.make(
                                writing,
                                id -> writing.bundles().withId(id),
                                () -> added(given, owner, writing),
                                Bundle::id));
        var location = "bundles/" + made.value().id() + "/";
        return ApiReply.created(BundleJson.SHAPE, made, call.link(location));
    }

    private static Bundle added(RequestBody given, User owner, Writing writing) {
        var asked = new RequestFields(given, BundleJson.SHAPE, false);
        var content = BundleEdit.create(asked, owner, writing);
        long id = writing.edits().addBundle(owner, content);
        return writing.bundles().withId(id).orElseThrow();
    }

    private ApiReply edit(Call call, boolean partial) throws IOException {
        store.read(reading -> owned(reading, call));
        var given = RequestBody.of(Body.of(call.request()));
        return ApiReply.ok(
                BundleJson.SHAPE,
                store.write(writing -> {
                    var bundle = owned(writing, call);
                    var asked = new RequestFields(given, BundleJson.SHAPE, partial);
                    var content = BundleEdit.change(asked, bundle, writing);
                    writing.edits().change(bundle, content);
                    return writing.bundles().withId(bundle.id()).orElseThrow();
                }));
    }

    private ApiReply delete(Call call) {
        store.read(reading -> owned(reading, call));
        return store.write(writing -> {
            writing.edits().remove(owned(writing, call));
            return ApiReply.noContent();
        });
    }

    private boolean isOwner(Call call) {
        return call.viewer().is(store.read(reading -> found(reading, call)).owner());
    }

    private static Bundle owned(Reading reading, Call call) {
        var bundle = found(reading, call);
        if (!call.viewer().is(bundle.owner())) {
            throw call.notPermitted();
        }
        return bundle;
    }

    private static Bundle found(Reading reading, Call call) {
        return reading.bundles()
                .withId(call.id("id"))
                .filter(bundle -> bundle.isPublic() || call.viewer().is(bundle.owner()))
                .orElseThrow(() -> Call.noSuch("Bundle"));
    }
}
