package io.patchbay.rest.json;

import static io.patchbay.rest.json.ApiVersion.V1_1;
import static io.patchbay.rest.json.ApiVersion.V1_2;
import static io.patchbay.rest.json.Kind.BOOLEAN;
import static io.patchbay.rest.json.Kind.DATE;
import static io.patchbay.rest.json.Kind.INTEGER;
import static io.patchbay.rest.json.Kind.LINK;
import static io.patchbay.rest.json.Kind.MAP;
import static io.patchbay.rest.json.Kind.STATE;
import static io.patchbay.rest.json.Kind.TEXT;
import static io.patchbay.rest.json.Kind.WORD;
import static io.patchbay.rest.json.Kind.WORDS;

import io.patchbay.mail.Subject;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.SeriesHead;
import io.patchbay.tracker.model.TextRule;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A patch with its mail (rest-api §7.5). */
public record PatchJson(Patch patch, MailText text) {

    public static final Shape<Patch> LIST = list().shape();

    public static final Shape<PatchJson> DETAIL = detail(LIST);

    /** What PATCH answers: without {@code related} where there is no relation. */
    public static final Shape<PatchJson> EDITED =
            detail(list().shownIf(patch -> !patch.related().isEmpty()).shape());

    private static Table<Patch> list() {
        return Shape.<Patch>of("Patch")
                .add("id", INTEGER, (out, patch) -> out.number(patch.id()))
                .add("url", LINK, (out, patch) -> out.link("patches/", patch.id()))
                .add("web_url", LINK, (out, patch) -> page(out, patch, ""))
                .since(V1_1)
                .object("project", Embedded.PROJECT, Patch::project)
                .add("msgid", TEXT, (out, patch) -> out.text(patch.msgid()))
                .add(
                        "list_archive_url",
                        LINK,
                        (out, patch) -> SiteAddresses.archive(out, patch.project(), patch.msgid()))
                .orNull()
                .since(V1_2)
                .add("date", DATE, (out, patch) -> out.date(patch.date()))
                .add("name", TEXT, (out, patch) -> out.text(patch.name()))
                .add("commit_ref", TEXT, (out, patch) -> out.text(patch.commitRef()))
                .orNull()
                .writable()
                .ruled(TextRule.COMMIT_REF)
                .add("pull_url", TEXT, (out, patch) -> out.text(patch.pullUrl()))
                .orNull()
                .writable()
                .ruled(TextRule.PULL_URL)
                .add("state", STATE, (out, patch) -> out.text(patch.state().slug()))
                .required()
                .add("archived", BOOLEAN, (out, patch) -> out.bool(patch.archived()))
                .writable()
                .add("hash", TEXT, (out, patch) -> out.text(patch.hash()))
                .orNull()
                .object("submitter", Embedded.PERSON, Patch::submitter)
                .objectOrNull("delegate", Embedded.USER, Patch::delegate)
                .required()
                .add("mbox", LINK, (out, patch) -> page(out, patch, "mbox/"))
                .objects("series", Embedded.SERIES, patch -> alone(patch.series()))
                .add(
                        "comments",
                        LINK,
                        (out, patch) -> out.unversionedLink("patches/", patch.id(), "comments/"))
                .since(V1_1)
                .add("check", WORD, (out, patch) -> out.text(patch.check().label()))
                .add(
                        "checks",
                        LINK,
                        (out, patch) -> out.unversionedLink("patches/", patch.id(), "checks/"))
                .add("tags", MAP, (out, patch) -> none(out))
                .objects("related", Embedded.PATCH, Patch::related)
                .writable()
                .since(V1_2);
    }

    private static Shape<PatchJson> detail(Shape<Patch> list) {
        return Shape.<PatchJson>of("PatchDetail")
                .all(list, PatchJson::patch)
                .add("headers", MAP, (out, row) -> HeadersJson.write(out, row.text.headers()))
                .add("content", TEXT, (out, row) -> out.text(row.text.content()))
                .orNull()
                .add("diff", TEXT, (out, row) -> out.text(row.text.diff()))
                .orNull()
                .add(
                        "prefixes",
                        WORDS,
                        (out, row) -> out.texts(Subject.prefixesOf(row.patch.name())))
                .shape();
    }

    private static void page(JsonOut out, Patch patch, String below) {
        SiteAddresses.mail(out, patch.project(), "/patch/", patch.msgid(), below);
    }

    private static List<SeriesHead> alone(@Nullable SeriesHead series) {
        return series == null ? List.of() : List.of(series);
    }

    // Clients expect the key, but it has had no content for years.
    private static void none(JsonOut out) {
        out.startObject();
        out.endObject();
    }
}
