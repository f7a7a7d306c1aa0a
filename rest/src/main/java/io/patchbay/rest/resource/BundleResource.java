package io.patchbay.rest.resource;

import io.patchbay.rest.endpoint.Endpoint;
import io.patchbay.rest.endpoint.Listing;
import io.patchbay.rest.json.ApiVersion;
import io.patchbay.rest.json.BundleJson;
import io.patchbay.rest.request.ApiReply;
import io.patchbay.rest.request.Call;
import io.patchbay.rest.request.EditCall;
import io.patchbay.rest.request.Filters;
import io.patchbay.rest.request.Ordering;
import io.patchbay.rest.request.RequestFields;
import io.patchbay.tracker.Editing;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.accounts.Rights;
import io.patchbay.tracker.editing.BundleRules;
import io.patchbay.tracker.editing.Change.AddBundle;
import io.patchbay.tracker.editing.Change.EditBundle;
import io.patchbay.tracker.editing.Change.RemoveBundle;
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
    private final Editing editing;

    public BundleResource(Store store) {
        this.store = store;
        this.editing = new Editing(store);
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
        var nothing = new AddBundle("", false, List.of(), null);
        var edit = new EditCall<>(editing, call, nothing);
        var body = edit.body();
        var asked = edit.fields(body, BundleJson.SHAPE, false);
        var key = edit.key(body);
        var made = edit.apply(added(asked), asked, key);
        var location = "bundles/" + made.result().id() + "/";
        return ApiReply.created(BundleJson.SHAPE, made, call.link(location));
    }

    private static AddBundle added(RequestFields asked) {
        var name = asked.text("name");
        var isPublic = asked.flag("public");
        var patches = asked.ids("patches");
        return new AddBundle(
                name == null ? "" : name,
                isPublic != null && isPublic,
                patches == null ? List.of() : patches,
                null);
    }

    private ApiReply edit(Call call, boolean partial) throws IOException {
        long id = call.id("id");
        var edit = new EditCall<>(editing, call, new EditBundle(id, null, null, null));
        var asked = edit.fields(BundleJson.SHAPE, partial);
        var change =
                new EditBundle(id, asked.text("name"), asked.flag("public"), asked.ids("patches"));
        return ApiReply.ok(BundleJson.SHAPE, edit.apply(change, asked).result());
    }

    private ApiReply delete(Call call) {
        var edit = new EditCall<>(editing, call, new RemoveBundle(call.id("id")));
        var unused = edit.apply();
        return ApiReply.noContent();
    }

    private boolean isOwner(Call call) {
        var bundle = store.read(reading -> found(reading, call));
        return BundleRules.lacking(call.actor(), bundle) == null;
    }

    private static Bundle found(Reading reading, Call call) {
        return reading.bundles()
                .withId(call.id("id"))
                .filter(bundle -> Rights.maySee(call.actor(), bundle))
                .orElseThrow(() -> Call.noSuch("Bundle"));
    }
}
