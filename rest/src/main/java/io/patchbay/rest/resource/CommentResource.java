package io.patchbay.rest.resource;

import io.patchbay.rest.endpoint.Endpoint;
import io.patchbay.rest.endpoint.Listing;
import io.patchbay.rest.json.CommentJson;
import io.patchbay.rest.request.ApiReply;
import io.patchbay.rest.request.Call;
import io.patchbay.rest.request.EditCall;
import io.patchbay.rest.request.Ordering;
import io.patchbay.tracker.Editing;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.accounts.Scope;
import io.patchbay.tracker.editing.Change.Address;
import io.patchbay.tracker.editing.CommentRules;
import io.patchbay.tracker.editing.CommentRules.Known;
import io.patchbay.tracker.model.Comment;
import io.patchbay.tracker.model.Comment.Parent;
import io.patchbay.tracker.model.Comment.Parent.Kind;
import io.patchbay.tracker.query.Selection.Field;

import java.io.IOException;
import java.util.List;

/** The endpoints of the comments on patches, or of those on covers (rest-api §7.8). */
public final class CommentResource {

    private final Store store;
    private final Editing editing;
    private final Kind kind;
    private final String parent;
    private final String noun;

    public CommentResource(Store store, Kind kind) {
        this.store = store;
        this.editing = new Editing(store);
        this.kind = kind;
        this.parent = kind == Kind.PATCH ? "Patch" : "Cover";
        this.noun = kind == Kind.PATCH ? "patch" : "cover";
    }

    public Endpoint list() {
        return Endpoint.named(parent + " Comment List", "List " + noun + " comments")
                .list(
                        new Listing<>(
                                store,
                                CommentJson.SHAPE,
                                List.of(),
                                false,
                                Ordering.by(Field.ID, Field.DATE, Field.SUBMITTER),
                                (reading, call, selection) ->
                                        reading.comments().list(parent(reading, call), selection)));
    }

    public Endpoint detail() {
        return Endpoint.named(
                        parent + " Comment Detail",
                        "get:\nShow a %1$s comment.\n\npatch:\nUpdate a %1$s comment.\n\nput:\nUpdate a %1$s comment."
                                .formatted(noun))
                .get(CommentJson.SHAPE, this::show)
                .within(Scope.STATE)
                .edit(CommentJson.SHAPE, this::mayAddress, this::address, this::address);
    }

    private boolean mayAddress(Call call) {
        return CommentRules.lacking(call.actor(), store.read(reading -> known(reading, call)))
                == null;
    }

    private Known known(Reading reading, Call call) {
        var comment = found(reading, call);
        return switch (kind) {
            case PATCH -> new Known.OnPatch(comment, PatchResource.found(reading, call));
            case COVER -> new Known.OnCover(comment, CoverResource.found(reading, call));
        };
    }

    // Only one field can be written and none is required, so that PUT and PATCH are the same.
    private ApiReply address(Call call) throws IOException {
        var parent = new Parent(kind, call.id("id"));
        long id = call.id("comment");
        var edit = new EditCall<>(editing, call, new Address(parent, id, null));
        var asked = edit.fields(CommentJson.SHAPE, true);
        var addressed = asked.flagOrNull("addressed");
        if (addressed == null && asked.isAccepted()) {
            edit.mustBeAllowed();
            return show(call);
        }
        var change = new Address(parent, id, addressed == null ? null : addressed.value());
        return ApiReply.ok(CommentJson.SHAPE, edit.apply(change, asked).result());
    }

    private ApiReply show(Call call) {
        return ApiReply.ok(CommentJson.SHAPE, store.read(reading -> found(reading, call)));
    }

    private Comment found(Reading reading, Call call) {
        return reading.comments()
                .withId(parent(reading, call), call.id("comment"))
                .orElseThrow(() -> Call.noSuch(parent + "Comment"));
    }

    private Parent parent(Reading reading, Call call) {
        return switch (kind) {
            case PATCH -> new Parent(kind, PatchResource.found(reading, call).id());
            case COVER -> new Parent(kind, CoverResource.found(reading, call).id());
        };
    }
}
