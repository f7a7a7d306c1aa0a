package io.patchbay.rest.request;

import io.patchbay.http.message.HttpError;
import io.patchbay.rest.json.Shape;
import io.patchbay.tracker.Editing;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.editing.Change;
import io.patchbay.tracker.editing.Edited.Done;
import io.patchbay.tracker.editing.RepeatKey;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Map;

/**
 * A request that changes something, from its body to the outcome. That something is not there, or
 * not for this caller to change, is told before anything that is wrong with the request; both are
 * asked only if the request fails.
 *
 * @param <T> what is changed or made
 */
public final class EditCall<T> {

    private final Editing editing;
    private final Call call;
    private final Actor actor;
    private final Change<T> nothing;

    /**
     * @param nothing names what is to be changed without changing it
     */
    public EditCall(Editing editing, Call call, Change<T> nothing) {
        this.editing = editing;
        this.call = call;
        this.actor = call.actor();
        this.nothing = nothing;
    }

    public Body body() throws IOException {
        try {
            return Body.of(call.request());
        } catch (HttpError unreadable) {
            throw refusal(unreadable);
        }
    }

    public RequestFields fields(Shape<?> shape, boolean partial) throws IOException {
        return fields(body(), shape, partial);
    }

    public RequestFields fields(Body body, Shape<?> shape, boolean partial) {
        try {
            return new RequestFields(RequestBody.of(body), shape, partial);
        } catch (HttpError unreadable) {
            throw refusal(unreadable);
        }
    }

    /** Null if the client named none. */
    public @Nullable RepeatKey key(Body body) {
        try {
            return IdempotencyKey.of(call, body);
        } catch (HttpError unreadable) {
            throw refusal(unreadable);
        }
    }

    /** Throws what there is to say before that the request is wrong; else returns that it is. */
    public HttpError refusal(HttpError wrong) {
        mustBeAllowed();
        return wrong;
    }

    /** Throws what there is to say before anything is changed. */
    public void mustBeAllowed() {
        var error = EditReplies.beforeFields(editing.decide(nothing, actor), nothing);
        if (error != null) {
            throw error;
        }
    }

    /** All that is asked for is in the address. */
    public Done<T> apply() {
        var none =
                new RequestFields(new RequestBody.Json(Map.of()), Shape.of("None").shape(), true);
        return EditReplies.done(editing.apply(nothing, actor), nothing, none, null);
    }

    public Done<T> apply(Change<T> change, RequestFields asked) {
        mustBeRead(change, asked);
        return EditReplies.done(editing.apply(change, actor), change, asked, null);
    }

    public Done<T> apply(
            Change.Repeatable<T> change, RequestFields asked, @Nullable RepeatKey key) {
        mustBeRead(change, asked);
        return EditReplies.done(editing.apply(change, actor, key), change, asked, key);
    }

    // What the rules refuse of the other fields is told with those that cannot be read.
    private void mustBeRead(Change<T> change, RequestFields asked) {
        if (!asked.isAccepted()) {
            throw EditReplies.refusal(editing.decide(change, actor), change, asked);
        }
    }
}
