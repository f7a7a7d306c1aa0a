package io.patchbay.rest.resource;

import io.patchbay.rest.endpoint.Endpoint;
import io.patchbay.rest.endpoint.Listing;
import io.patchbay.rest.json.CommentJson;
import io.patchbay.rest.request.ApiReply;
import io.patchbay.rest.request.Body;
import io.patchbay.rest.request.Call;
import io.patchbay.rest.request.Ordering;
import io.patchbay.rest.request.RequestBody;
import io.patchbay.rest.request.RequestFields;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.accounts.Rights;
import io.patchbay.tracker.accounts.Scope;
import io.patchbay.tracker.model.Comment;
import io.patchbay.tracker.model.Comment.Parent;
import io.patchbay.tracker.model.Comment.Parent.Kind;
import io.patchbay.tracker.query.Selection.Field;

import java.io.IOException;
import java.util.List;

/** The endpoints of the comments on patches, or of those on covers (rest-api §7.8). */
public final class CommentResource {

    private final Store store;
    private final Kind kind;
    private final String parent;
    private final String noun;

    public CommentResource(Store store, Kind kind) {
        this.store = store;
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
        return store.read(reading -> isAddressable(reading, call, found(reading, call)));
    }

    private boolean isAddressable(Reading reading, Call call, Comment comment) {
        return switch (kind) {
            case PATCH -> {
                var patch = PatchResource.found(reading, call);
                call.mustReach(patch.project());
                yield Rights.mayAddress(call.viewer(), comment, patch);
            }
            case COVER -> {
                var cover = CoverResource.found(reading, call);
                call.mustReach(cover.project());
                yield Rights.mayAddress(call.viewer(), comment, cover);
            }
        };
    }

    // Only one field can be written and none is required, so that PUT and PATCH are the same.
    private ApiReply address(Call call) throws IOException {
        store.read(reading -> addressable(reading, call));
        var asked =
                new RequestFields(RequestBody.of(Body.of(call.request())), CommentJson.SHAPE, true);
        return ApiReply.ok(
                CommentJson.SHAPE,
                store.write(writing -> {
                    var comment = addressable(writing, call);
                    var addressed = asked.flagOrNull("addressed", comment.addressed());
                    asked.end();
                    writing.edits().address(comment, addressed);
                    return found(writing, call);
                }));
    }

    private Comment addressable(Reading reading, Call call) {
        var comment = found(reading, call);
        if (!isAddressable(reading, call, comment)) {
            throw call.notPermitted();
        }
        return comment;
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
