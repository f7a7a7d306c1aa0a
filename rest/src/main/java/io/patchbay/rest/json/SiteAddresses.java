package io.patchbay.rest.json;

import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.model.Comment;
import io.patchbay.tracker.model.CoverHead;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.Project;

/** The addresses of pages and downloads that objects name (rest-api §2.1). */
final class SiteAddresses {

    private SiteAddresses() {}

    static void patch(JsonOut out, PatchHead patch, String below) {
        mail(out, patch.project(), "/patch/", patch.msgid(), below);
    }

    static void cover(JsonOut out, CoverHead cover, String below) {
        mail(out, cover.project(), "/cover/", cover.msgid(), below);
    }

    static void mail(JsonOut out, Project project, String kind, String msgid, String below) {
        out.write(
                out.site("/project/")
                        .path(project.linkName())
                        .add(kind)
                        .messageId(msgid)
                        .add("/")
                        .add(below));
    }

    static void archive(JsonOut out, Project project, String msgid) {
        out.archived(project.links().listArchiveUrlFormat(), msgid);
    }

    static void seriesPage(JsonOut out, Project project, long id) {
        out.write(out.site("/project/").path(project.linkName()).add("/list/?series=").add(id));
    }

    static void seriesMbox(JsonOut out, long id) {
        out.write(out.site("/series/").add(id).add("/mbox/"));
    }

    static void comparison(JsonOut out, long older, long newer) {
        out.write(out.site("/series/").add(older).add("/diff/").add(newer).add("/"));
    }

    static void comment(JsonOut out, long id) {
        out.write(out.site("/comment/").add(id).add("/"));
    }

    static void commentLink(JsonOut out, Comment.Parent parent, long id) {
        var path = parent.kind() == Comment.Parent.Kind.PATCH ? "patches/" : "covers/";
        out.link(path, parent.id(), "comments/", id);
    }

    static void bundle(JsonOut out, Bundle bundle, String below) {
        out.write(
                out.site("/bundle/")
                        .path(bundle.owner().username())
                        .add("/")
                        .path(bundle.name())
                        .add("/")
                        .add(below));
    }
}
