package io.patchbay.web.frame;

import io.patchbay.http.message.Parameters;
import io.patchbay.http.message.Percent;
import io.patchbay.mail.header.MessageId;
import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.model.CommentHead;
import io.patchbay.tracker.model.CoverHead;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.SeriesHead;

import org.jspecify.annotations.Nullable;

/** Where the pages are (web-ui.md §2): paths as they go on the wire. */
public final class PageAddresses {

    private PageAddresses() {}

    public static String project(Project project) {
        return "/project/" + Percent.encodePath(project.linkName()) + "/";
    }

    public static String list(Project project) {
        return project(project) + "list/";
    }

    public static String patch(PatchHead patch) {
        return project(patch.project()) + "patch/" + segment(patch.msgid()) + "/";
    }

    public static String cover(CoverHead cover) {
        return project(cover.project()) + "cover/" + segment(cover.msgid()) + "/";
    }

    /** What is below it is for programs; people find it on the page of what it is on. */
    public static String comment(CommentHead comment) {
        return project(comment.project()) + "comment/" + segment(comment.msgid()) + "/";
    }

    public static String series(SeriesHead series) {
        return series(series.project(), series.id());
    }

    public static String series(Project project, long id) {
        return list(project) + "?series=" + id;
    }

    /** From one series to another. */
    public static String comparison(long older, long newer) {
        return "/series/" + older + "/diff/" + newer + "/";
    }

    public static String comparisonText(long older, long newer) {
        return "/series/" + older + "/diff/" + newer + ".txt";
    }

    public static String submitter(Project project, Person person) {
        return list(project) + "?submitter=" + person.id();
    }

    public static String bundle(Bundle bundle) {
        return bundle(bundle.owner().username(), bundle.name());
    }

    public static String bundle(String owner, String name) {
        return "/bundle/" + Percent.encodePath(owner) + "/" + Percent.encodePath(name) + "/";
    }

    public static String query(Parameters query) {
        return "?" + query.encoded();
    }

    public static @Nullable String commit(Project project, String commit) {
        var format = project.links().commitUrlFormat();
        return format.isEmpty() ? null : format.replace("{}", commit);
    }

    private static String segment(String msgid) {
        return Percent.encodeSegment(bare(msgid));
    }

    /** The stored Message-ID that a decoded segment means; slashes may have come either way. */
    public static String storedMessageId(String segment) {
        return new MessageId("<" + Percent.decodeSegment(segment) + ">").stored();
    }

    public static String bare(String msgid) {
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
