package io.patchbay.rest.resource;

import io.patchbay.http.message.Numbers;
import io.patchbay.rest.json.CheckJson;
import io.patchbay.rest.request.Body;
import io.patchbay.rest.request.Invalid;
import io.patchbay.rest.request.RequestBody;
import io.patchbay.rest.request.RequestFields;
import io.patchbay.rest.request.Wrong;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.editing.NewCheck;
import io.patchbay.tracker.model.CheckState;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.model.WebAddress;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Reads a check that a CI system reports (rest-api §7.9). */
final class NewChecks {

    private static final Pattern SLUG = Pattern.compile("[-a-zA-Z0-9_]+");

    private NewChecks() {}

    static NewCheck read(Body body, Viewer viewer, Reading reading) {
        return read(body, viewer, reading, null);
    }

    /**
     * @param context where the address names it, else null
     */
    static NewCheck read(Body body, Viewer viewer, Reading reading, @Nullable String context) {
        boolean stateless = !(body.content() instanceof Map<?, ?>) && !Body.isForm(body);
        var given = RequestBody.of(stateless ? new Body(Map.of()) : body);
        var asked = new RequestFields(given, CheckJson.SHAPE, false);
        if (asked.isEmpty("state")) {
            throw Invalid.field("state", "A check must have a state.");
        }
        // Whoever may edit the patch may report for another user, as CI systems do.
        User user =
                asked.object(
                        "user",
                        Objects.requireNonNull(viewer.user()),
                        id -> reading.users().withId(id).orElse(null));
        var state = asked.named("state", CheckState.PENDING, NewChecks::state);
        var targetUrl = asked.textOrNull("target_url", null);
        if (targetUrl != null && !targetUrl.isEmpty() && !WebAddress.isValid(targetUrl)) {
            asked.reject("target_url", "Enter a valid URL.");
        }
        var named = context == null ? asked.text("context", "default") : context;
        if (asked.accepts("context") && !SLUG.matcher(named).matches()) {
            asked.reject(
                    "context",
                    "Enter a valid \"slug\" consisting of letters, numbers, underscores or"
                            + " hyphens.");
        }
        var description = asked.textOrNull("description", null);
        asked.end();
        return new NewCheck(user, state, targetUrl, description, named);
    }

    private static CheckState state(String word) {
        for (var state : CheckState.values()) {
            if (word.equals(state.label()) || Numbers.parse(word, -1) == state.ordinal()) {
                return state;
            }
        }
        throw new Wrong("\"%s\" is not a valid choice.".formatted(word));
    }
}
