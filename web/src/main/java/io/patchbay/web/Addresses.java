package io.patchbay.web;

import io.patchbay.http.Parameters;
import io.patchbay.http.Percent;
import io.patchbay.patches.Bundle;
import io.patchbay.patches.CoverHead;
import io.patchbay.patches.PatchHead;
import io.patchbay.patches.Person;
import io.patchbay.patches.Project;
import io.patchbay.patches.SeriesHead;

import org.jspecify.annotations.Nullable;

/** Where the pages are (web-ui.md §2): paths as they go on the wire. */
final class Addresses {

    private Addresses() {}

    static String project(Project project) {
        return "/project/" + Percent.encodePath(project.linkName()) + "/";
    }

    static String list(Project project) {
        return project(project) + "list/";
    }

    static String patch(PatchHead patch) {
        return project(patch.project()) + "patch/" + segment(patch.msgid()) + "/";
    }

    static String cover(CoverHead cover) {
        return project(cover.project()) + "cover/" + segment(cover.msgid()) + "/";
    }

    static String series(SeriesHead series) {
        return series(series.project(), series.id());
    }

    static String series(Project project, long id) {
        return list(project) + "?series=" + id;
    }

    static String submitter(Project project, Person person) {
        return list(project) + "?submitter=" + person.id();
    }

    static String bundle(Bundle bundle) {
        return bundle(bundle.owner().username(), bundle.name());
    }

    static String bundle(String owner, String name) {
        return "/bundle/" + Percent.encodePath(owner) + "/" + Percent.encodePath(name) + "/";
    }

    static String query(Parameters query) {
        return "?" + query.encoded();
    }

    static @Nullable String commit(Project project, String commit) {
        var format = project.links().commitUrlFormat();
        return format.isEmpty() ? null : format.replace("{}", commit);
    }

    /**
     * A Message-ID as one segment of a path. A slash becomes {@code %252F}: servers in front of us
     * may resolve {@code %2F}, and clients expect what Patchwork writes (rest-api.md §2.1).
     */
    private static String segment(String msgid) {
        return Percent.encodePath(bare(msgid).replace("/", "%2F"));
    }

    /** The stored Message-ID that a decoded segment means; slashes may have come either way. */
    static String storedMessageId(String segment) {
        return "<" + segment.replace("%2F", "/").replace("%2f", "/") + ">";
    }

    static String bare(String msgid) {
        int start = 0;
        int end = msgid.length();
        while (start < end && isBracket(msgid.charAt(start))) {
            start++;
        }
        while (end > start && isBracket(msgid.charAt(end - 1))) {
            end--;
        }
        return msgid.substring(start, end);
    }

    private static boolean isBracket(char character) {
        return character == '<' || character == '>';
    }
}
