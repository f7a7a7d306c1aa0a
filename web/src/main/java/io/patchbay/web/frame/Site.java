package io.patchbay.web.frame;

import java.util.List;

/**
 * What the pages say of the site they belong to.
 *
 * @param name stands in the bar and in each title
 * @param domain where clients find the site, such as {@code patches.example.org}
 * @param forceHttps whether links for clients say https even if a request came without
 */
public record Site(
        String name,
        String domain,
        boolean forceHttps,
        String version,
        boolean restApi,
        boolean xmlRpc,
        List<Admin> admins) {

    /** Whom the about page names. */
    public record Admin(String name, String email) {}
}
