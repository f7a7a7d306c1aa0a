package io.patchbay.rest.request;

import io.patchbay.rest.json.Version;

/**
 * One entrance to the API: a version and the path it is served under.
 *
 * @param prefix such as {@code /api/1.1/}, or {@code /api/} for the newest
 */
public record Api(Version version, String prefix) {

    public static final String UNVERSIONED = "/api/";

    public static Api newest() {
        return new Api(Version.NEWEST, UNVERSIONED);
    }

    public static Api of(Version version) {
        return new Api(version, UNVERSIONED + version.number() + "/");
    }
}
