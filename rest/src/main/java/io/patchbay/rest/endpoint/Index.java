package io.patchbay.rest.endpoint;

import io.patchbay.rest.json.Kind;
import io.patchbay.rest.json.Shape;
import io.patchbay.rest.request.ApiReply;

import java.util.List;

/** The root, which names the lists (rest-api §1). */
public final class Index {

    private static final List<String> LISTS =
            List.of(
                    "projects",
                    "users",
                    "people",
                    "patches",
                    "covers",
                    "series",
                    "events",
                    "bundles");

    private Index() {}

    public static Endpoint endpoint() {
        var table = Shape.<Index>of("Index");
        for (var list : LISTS) {
            table.add(list, Kind.LINK, (out, _) -> out.link(list + "/"));
        }
        var shape = table.shape();
        return Endpoint.named("Index", "").get(shape, _ -> ApiReply.ok(shape, new Index()));
    }
}
