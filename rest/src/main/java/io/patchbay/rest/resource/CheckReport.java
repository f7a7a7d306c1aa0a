package io.patchbay.rest.resource;

import io.patchbay.rest.json.CheckJson;
import io.patchbay.rest.request.Body;
import io.patchbay.rest.request.EditCall;
import io.patchbay.rest.request.Invalid;
import io.patchbay.rest.request.RequestFields;
import io.patchbay.tracker.editing.Change.AddCheck;
import io.patchbay.tracker.editing.Change.UserName;
import io.patchbay.tracker.model.Check;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Objects;

/** Reads a check that a CI system reports (rest-api §7.9). */
final class CheckReport {

    private CheckReport() {}

    static AddCheck nothing(long patch) {
        return new AddCheck(patch, null, "", null, null, null, false);
    }

    /** A body that holds no fields has no state either, and is told so. */
    static RequestFields fields(EditCall<Check> edit, Body body) {
        boolean isStateless = !(body.content() instanceof Map<?, ?>) && !Body.isForm(body);
        var asked = edit.fields(isStateless ? new Body(Map.of()) : body, CheckJson.SHAPE, false);
        if (asked.isEmpty("state")) {
            throw edit.refusal(Invalid.field("state", "A check must have a state."));
        }
        return asked;
    }

    /**
     * @param context as a field or the address names it; null for the usual one
     * @param onlyNews whether what was reported already makes no other check
     */
    static AddCheck read(
            RequestFields asked, long patch, @Nullable String context, boolean onlyNews) {
        var user = asked.id("user");
        return new AddCheck(
                patch,
                user == null ? null : new UserName.Id(user),
                Objects.requireNonNullElse(asked.word("state"), ""),
                asked.text("target_url"),
                asked.text("description"),
                context,
                onlyNews);
    }
}
