package io.patchbay.rest.json;

/**
 * What the addresses in one reply begin and end with, as the client came to the server.
 *
 * @param site of all pages: scheme and host
 * @param versioned of what is named in the version that is spoken; begins with the site
 * @param unversioned of what is named in no version; begins with the site
 * @param formatSuffix {@code ?format=…} if the client named a format, else empty
 */
public record ApiAddresses(String site, String versioned, String unversioned, String formatSuffix) {

    /** Of something in the version that is spoken. */
    public String link(String path) {
        return versioned + path + formatSuffix;
    }

    /** Such as {@code /api/1.2/}. */
    public String versionedPath() {
        return versioned.substring(site.length());
    }
}
