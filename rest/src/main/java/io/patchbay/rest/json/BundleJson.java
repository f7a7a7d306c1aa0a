package io.patchbay.rest.json;

import static io.patchbay.rest.json.ApiVersion.V1_1;
import static io.patchbay.rest.json.Kind.BOOLEAN;
import static io.patchbay.rest.json.Kind.INTEGER;
import static io.patchbay.rest.json.Kind.LINK;
import static io.patchbay.rest.json.Kind.TEXT;

import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.TextRule;

import java.util.Comparator;
import java.util.List;

/** Patches that a user put together (rest-api §7.10). */
public final class BundleJson {

    public static final Shape<Bundle> SHAPE =
            Shape.<Bundle>of("Bundle")
                    .add("id", INTEGER, (out, bundle) -> out.number(bundle.id()))
                    .add("url", LINK, (out, bundle) -> out.link("bundles/", bundle.id()))
                    .add("web_url", LINK, (out, bundle) -> SiteAddresses.bundle(out, bundle, ""))
                    .since(V1_1)
                    .object("project", Embedded.PROJECT, Bundle::project)
                    .add("name", TEXT, (out, bundle) -> out.text(bundle.name()))
                    .required()
                    .ruled(TextRule.BUNDLE_NAME)
                    .object("owner", Embedded.USER, Bundle::owner)
                    .objects("patches", Embedded.PATCH, BundleJson::byDate)
                    .required()
                    .add("public", BOOLEAN, (out, bundle) -> out.bool(bundle.isPublic()))
                    .writable()
                    .add("mbox", LINK, (out, bundle) -> SiteAddresses.bundle(out, bundle, "mbox/"))
                    .shape();

    private BundleJson() {}

    // Clients know them in this order; the bundle's own order is that of its mbox.
    private static List<PatchHead> byDate(Bundle bundle) {
        return bundle.patches().stream().sorted(Comparator.comparing(PatchHead::date)).toList();
    }
}
