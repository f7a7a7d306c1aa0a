package io.patchbay.rest.json;

import static io.patchbay.rest.json.ApiVersion.V1_1;
import static io.patchbay.rest.json.ApiVersion.V1_2;
import static io.patchbay.rest.json.Kind.CHECK_STATE;
import static io.patchbay.rest.json.Kind.DATE;
import static io.patchbay.rest.json.Kind.EMAIL;
import static io.patchbay.rest.json.Kind.INTEGER;
import static io.patchbay.rest.json.Kind.LINK;
import static io.patchbay.rest.json.Kind.SLUG;
import static io.patchbay.rest.json.Kind.TEXT;
import static io.patchbay.rest.json.Kind.URL;

import io.patchbay.tracker.model.Check;
import io.patchbay.tracker.model.CommentHead;
import io.patchbay.tracker.model.CoverHead;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.SeriesHead;
import io.patchbay.tracker.model.TextRule;
import io.patchbay.tracker.model.User;

/** How objects look inside of others (rest-api §7.1). */
public final class Embedded {

    static final Shape<Project> PROJECT =
            Shape.<Project>of("ProjectEmbedded")
                    .add("id", INTEGER, (out, project) -> out.number(project.id()))
                    .add("url", LINK, (out, project) -> out.link("projects/", project.id()))
                    .add("name", TEXT, (out, project) -> out.text(project.name()))
                    .add("link_name", TEXT, (out, project) -> out.text(project.linkName()))
                    .add("list_id", TEXT, (out, project) -> out.text(project.listId()))
                    .add("list_email", TEXT, (out, project) -> out.text(project.listEmail()))
                    .add("web_url", TEXT, (out, project) -> out.text(project.links().webUrl()))
                    .add("scm_url", TEXT, (out, project) -> out.text(project.links().scmUrl()))
                    .add(
                            "webscm_url",
                            TEXT,
                            (out, project) -> out.text(project.links().webScmUrl()))
                    .add(
                            "list_archive_url",
                            TEXT,
                            (out, project) -> out.text(project.links().listArchiveUrl()))
                    .since(V1_2)
                    .add(
                            "list_archive_url_format",
                            TEXT,
                            (out, project) -> out.text(project.links().listArchiveUrlFormat()))
                    .since(V1_2)
                    .add(
                            "commit_url_format",
                            TEXT,
                            (out, project) -> out.text(project.links().commitUrlFormat()))
                    .since(V1_2)
                    .shape();

    static final Shape<Person> PERSON =
            Shape.<Person>of("PersonEmbedded")
                    .add("id", INTEGER, (out, person) -> out.number(person.id()))
                    .add("url", LINK, (out, person) -> out.link("people/", person.id()))
                    .add("name", TEXT, (out, person) -> out.text(person.name()))
                    .orNull()
                    .add("email", EMAIL, (out, person) -> out.text(person.email()))
                    .shape();

    public static final Shape<User> USER =
            Shape.<User>of("User")
                    .add("id", INTEGER, (out, user) -> out.number(user.id()))
                    .add("url", LINK, (out, user) -> out.link("users/", user.id()))
                    .add("username", TEXT, (out, user) -> out.text(user.username()))
                    .help(
                            "Up to %d letters, digits and any of @ . + - _"
                                    .formatted(TextRule.USERNAME.longest()))
                    .add("first_name", TEXT, (out, user) -> out.text(user.firstName()))
                    .writable()
                    .ruled(TextRule.PERSON_NAME)
                    .add("last_name", TEXT, (out, user) -> out.text(user.lastName()))
                    .writable()
                    .ruled(TextRule.PERSON_NAME)
                    .add("email", EMAIL, (out, user) -> out.text(user.email()))
                    .labelled("Email address")
                    .shape();

    static final Shape<SeriesHead> SERIES =
            Shape.<SeriesHead>of("SeriesEmbedded")
                    .add("id", INTEGER, (out, series) -> out.number(series.id()))
                    .add("url", LINK, (out, series) -> out.link("series/", series.id()))
                    .add(
                            "web_url",
                            LINK,
                            (out, series) ->
                                    SiteAddresses.seriesPage(out, series.project(), series.id()))
                    .since(V1_1)
                    .add("date", DATE, (out, series) -> out.date(series.date()))
                    .add("name", TEXT, (out, series) -> out.text(series.name()))
                    .orNull()
                    .add("version", INTEGER, (out, series) -> out.number(series.version()))
                    .add("mbox", LINK, (out, series) -> SiteAddresses.seriesMbox(out, series.id()))
                    .shape();

    static final Shape<PatchHead> PATCH =
            Shape.<PatchHead>of("PatchEmbedded")
                    .add("id", INTEGER, (out, patch) -> out.number(patch.id()))
                    .add("url", LINK, (out, patch) -> out.link("patches/", patch.id()))
                    .add("web_url", LINK, (out, patch) -> SiteAddresses.patch(out, patch, ""))
                    .since(V1_1)
                    .add("msgid", TEXT, (out, patch) -> out.text(patch.msgid()))
                    .add(
                            "list_archive_url",
                            LINK,
                            (out, patch) ->
                                    SiteAddresses.archive(out, patch.project(), patch.msgid()))
                    .orNull()
                    .since(V1_2)
                    .add("date", DATE, (out, patch) -> out.date(patch.date()))
                    .add("name", TEXT, (out, patch) -> out.text(patch.name()))
                    .add("mbox", LINK, (out, patch) -> SiteAddresses.patch(out, patch, "mbox/"))
                    .shape();

    static final Shape<CoverHead> COVER =
            Shape.<CoverHead>of("CoverEmbedded")
                    .add("id", INTEGER, (out, cover) -> out.number(cover.id()))
                    .add("url", LINK, (out, cover) -> out.link("covers/", cover.id()))
                    .add("web_url", LINK, (out, cover) -> SiteAddresses.cover(out, cover, ""))
                    .since(V1_1)
                    .add("msgid", TEXT, (out, cover) -> out.text(cover.msgid()))
                    .add(
                            "list_archive_url",
                            LINK,
                            (out, cover) ->
                                    SiteAddresses.archive(out, cover.project(), cover.msgid()))
                    .orNull()
                    .since(V1_2)
                    .add("date", DATE, (out, cover) -> out.date(cover.date()))
                    .add("name", TEXT, (out, cover) -> out.text(cover.name()))
                    .add("mbox", LINK, (out, cover) -> SiteAddresses.cover(out, cover, "mbox/"))
                    .since(V1_1)
                    .shape();

    static final Shape<Check> CHECK =
            Shape.<Check>of("CheckEmbedded")
                    .add("id", INTEGER, (out, check) -> out.number(check.id()))
                    .add(
                            "url",
                            LINK,
                            (out, check) ->
                                    out.link("patches/", check.patchId(), "checks/", check.id()))
                    .add("date", DATE, (out, check) -> out.date(check.date()))
                    .add("state", CHECK_STATE, (out, check) -> out.text(check.state().label()))
                    .add("target_url", URL, (out, check) -> out.text(check.targetUrl()))
                    .orNull()
                    .add("context", SLUG, (out, check) -> out.text(check.context()))
                    .shape();

    static final Shape<CommentHead> COMMENT =
            Shape.<CommentHead>of("CommentEmbedded")
                    .add("id", INTEGER, (out, comment) -> out.number(comment.id()))
                    .add(
                            "url",
                            LINK,
                            (out, comment) ->
                                    SiteAddresses.commentLink(out, comment.parent(), comment.id()))
                    .add(
                            "web_url",
                            LINK,
                            (out, comment) -> SiteAddresses.comment(out, comment.id()))
                    .add("msgid", TEXT, (out, comment) -> out.text(comment.msgid()))
                    .add(
                            "list_archive_url",
                            LINK,
                            (out, comment) ->
                                    SiteAddresses.archive(out, comment.project(), comment.msgid()))
                    .orNull()
                    .add("date", DATE, (out, comment) -> out.date(comment.date()))
                    .shape();

    private Embedded() {}
}
