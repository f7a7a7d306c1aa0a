package io.patchbay.web.frame;

import io.patchbay.http.route.Asset;
import io.patchbay.http.route.Routes;

/** The files that pages refer to. */
public final class Assets {

    public static final Asset STYLE = asset("patchbay.css", "text/css; charset=utf-8");
    public static final Asset SCRIPT = asset("patchbay.js", "text/javascript; charset=utf-8");
    public static final Asset ICON = asset("patchbay.svg", "image/svg+xml");

    private Assets() {}

    private static Asset asset(String name, String contentType) {
        return Asset.of(name, contentType, Assets.class.getResourceAsStream("static/" + name));
    }

    public static void addTo(Routes routes) {
        STYLE.addTo(routes);
        SCRIPT.addTo(routes);
        ICON.addTo(routes);
    }
}
