package io.patchbay.rest;

/**
 * One entrance to the API: a version and the path it is served under.
 *
 * @param prefix such as {@code /api/1.1/}, or {@code /api/} for the newest
 */
record Api(Version version, String prefix) {

    static final String UNVERSIONED = "/api/";

    static Api newest() {
        return new Api(Version.NEWEST, UNVERSIONED);
    }

    static Api of(Version version) {
        return new Api(version, UNVERSIONED + version.number() + "/");
    }
}
