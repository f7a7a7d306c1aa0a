package io.patchbay.rest.json;

import static io.patchbay.rest.json.ApiVersion.V1_1;
import static io.patchbay.rest.json.ApiVersion.V1_2;
import static io.patchbay.rest.json.Kind.DATE;
import static io.patchbay.rest.json.Kind.INTEGER;
import static io.patchbay.rest.json.Kind.LINK;
import static io.patchbay.rest.json.Kind.MAP;
import static io.patchbay.rest.json.Kind.TEXT;

import io.patchbay.tracker.model.Cover;
import io.patchbay.tracker.model.MailText;

import java.util.List;

/** A cover letter with its mail (rest-api §7.6). */
public record CoverJson(Cover cover, MailText text) {

    public static final Shape<Cover> LIST =
            Shape.<Cover>of("Cover")
                    .add("id", INTEGER, (out, cover) -> out.number(cover.id()))
                    .add("url", LINK, (out, cover) -> out.link("covers/", cover.id()))
                    .add("web_url", LINK, (out, cover) -> page(out, cover, ""))
                    .since(V1_1)
                    .object("project", Embedded.PROJECT, Cover::project)
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
                    .object("submitter", Embedded.PERSON, Cover::submitter)
                    .add("mbox", LINK, (out, cover) -> page(out, cover, "mbox/"))
                    .since(V1_1)
                    .objects(
                            "series",
                            Embedded.SERIES,
                            cover -> cover.series() == null ? List.of() : List.of(cover.series()))
                    .add(
                            "comments",
                            LINK,
                            (out, cover) -> out.unversionedLink("covers/", cover.id(), "comments/"))
                    .since(V1_1)
                    .shape();

    public static final Shape<CoverJson> DETAIL =
            Shape.<CoverJson>of("CoverDetail")
                    .all(LIST, CoverJson::cover)
                    .add("headers", MAP, (out, row) -> HeadersJson.write(out, row.text.headers()))
                    .add("content", TEXT, (out, row) -> out.text(row.text.content()))
                    .orNull()
                    .shape();

    private static void page(JsonOut out, Cover cover, String below) {
        SiteAddresses.mail(out, cover.project(), "/cover/", cover.msgid(), below);
    }
}
