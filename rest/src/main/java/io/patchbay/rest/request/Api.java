package io.patchbay.rest.request;

import io.patchbay.rest.json.ApiVersion;

/**
 * One entrance to the API: a version and the path it is served under.
 *
 * @param prefix such as {@code /api/1.1/}, or {@code /api/} for the newest
 */
public record Api(ApiVersion version, String prefix) {

    public static final String UNVERSIONED = "/api/";

    public static Api newest() {
        return new Api(ApiVersion.NEWEST, UNVERSIONED);
    }

    public static Api of(ApiVersion version) {
        return new Api(version, UNVERSIONED + version.number() + "/");
    }
}
