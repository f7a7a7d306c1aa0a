package io.patchbay.rest.json;

import static io.patchbay.rest.json.Kind.CHECK_STATE;
import static io.patchbay.rest.json.Kind.DATE;
import static io.patchbay.rest.json.Kind.INTEGER;
import static io.patchbay.rest.json.Kind.LINK;
import static io.patchbay.rest.json.Kind.SLUG;
import static io.patchbay.rest.json.Kind.TEXT;
import static io.patchbay.rest.json.Kind.URL;

import io.patchbay.tracker.model.Check;
import io.patchbay.tracker.model.TextRule;

/** What a CI system said of a patch (rest-api §7.9). */
public final class CheckJson {

    public static final Shape<Check> SHAPE =
            Shape.<Check>of("Check")
                    .add("id", INTEGER, (out, check) -> out.number(check.id()))
                    .add(
                            "url",
                            LINK,
                            (out, check) ->
                                    out.link("patches/", check.patchId(), "checks/", check.id()))
                    .object("user", Embedded.USER, Check::user)
                    .writable()
                    .add("date", DATE, (out, check) -> out.date(check.date()))
                    .add("state", CHECK_STATE, (out, check) -> out.text(check.state().label()))
                    .writable()
                    .help("How the check ended.")
                    .add("target_url", URL, (out, check) -> out.text(check.targetUrl()))
                    .orNull()
                    .writable()
                    .ruled(TextRule.TARGET_URL)
                    .help("Where to read more of this check of this patch.")
                    .add("context", SLUG, (out, check) -> out.text(check.context()))
                    .writable()
                    .ruled(TextRule.CHECK_CONTEXT)
                    .help("Tells the checks of one system from those of others.")
                    .add("description", TEXT, (out, check) -> out.text(check.description()))
                    .orNull()
                    .writable()
                    .ruled(TextRule.CHECK_DESCRIPTION)
                    .help("The outcome in a few words.")
                    .shape();

    private CheckJson() {}
}
