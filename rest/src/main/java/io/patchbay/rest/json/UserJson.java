package io.patchbay.rest.json;

import static io.patchbay.rest.json.ApiVersion.V1_2;
import static io.patchbay.rest.json.Kind.BOOLEAN;
import static io.patchbay.rest.json.Kind.INTEGER;

import io.patchbay.tracker.editing.UserRules;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.model.UserSettings;

import org.jspecify.annotations.Nullable;

/**
 * A user (rest-api §7.3).
 *
 * @param settings null where the viewer is somebody else
 */
public record UserJson(User user, @Nullable UserSettings settings) {

    public static final Shape<UserSettings> SETTINGS =
            Shape.<UserSettings>of("UserSettings")
                    .add("send_email", BOOLEAN, (out, settings) -> out.bool(settings.sendEmail()))
                    .writable()
                    .help("Kept for older clients; no mail is sent on anybody's behalf.")
                    .add(
                            "items_per_page",
                            INTEGER,
                            (out, settings) -> out.number(settings.itemsPerPage()))
                    .writable()
                    .within(UserRules.FEWEST_ITEMS_PER_PAGE, UserRules.MOST_ITEMS_PER_PAGE)
                    .help("How many patches a page of a list shows.")
                    .add("show_ids", BOOLEAN, (out, settings) -> out.bool(settings.showIds()))
                    .writable()
                    .help("Whether lists of patches show their ids, to be copied by a click.")
                    .shape();

    public static final Shape<UserJson> DETAIL =
            Shape.<UserJson>of("UserDetail")
                    .all(Embedded.USER, UserJson::user)
                    .nested("settings", SETTINGS, UserJson::settings)
                    .required()
                    .since(V1_2)
                    .shownIf(row -> row.settings() != null)
                    .shape();
}
