package io.patchbay.web.project;

import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.model.Project;
import io.patchbay.web.frame.Site;

/** A file of settings for pwclient, to be appended to the user's own (web-ui.md §6.2). */
final class Pwclientrc {

    private Pwclientrc() {}

    static String of(Project project, Site site, Viewer viewer, boolean secure) {
        var linkName = project.linkName();
        var scheme = secure || site.forceHttps() ? "https" : "http";
        var user = viewer.user();
        return """
        # Sample .pwclientrc file for the %1$s project,
        # running on %2$s.
        #
        # Just append this file to your existing ~/.pwclientrc
        # If you do not already have a ~/.pwclientrc, then copy this file to
        # ~/.pwclientrc, and uncomment the following two lines:
        # [options]
        # default=%1$s

        [%1$s]
        backend = %3$s
        url = %4$s://%2$s%5$s
        %6$s
        """
                .formatted(
                        linkName,
                        site.domain(),
                        site.restApi() ? "rest" : "xmlrpc",
                        scheme,
                        site.restApi() ? "/api/" : "/xmlrpc/",
                        user == null
                                ? ""
                                : "username = "
                                        + user.username()
                                        + "\npassword = <add your patchwork password here>\n");
    }
}
