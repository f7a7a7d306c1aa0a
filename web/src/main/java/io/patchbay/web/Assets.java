package io.patchbay.web;

import io.patchbay.http.Asset;
import io.patchbay.http.Routes;

/** The files that pages refer to. */
final class Assets {

    static final Asset STYLE = asset("patchbay.css", "text/css; charset=utf-8");
    static final Asset SCRIPT = asset("patchbay.js", "text/javascript; charset=utf-8");
    static final Asset ICON = asset("patchbay.svg", "image/svg+xml");

    private Assets() {}

    private static Asset asset(String name, String contentType) {
        return Asset.of(name, contentType, Assets.class.getResourceAsStream("static/" + name));
    }

    static void addTo(Routes routes) {
        STYLE.addTo(routes);
        SCRIPT.addTo(routes);
        ICON.addTo(routes);
    }
}
