package io.patchbay.rest.json;

import static io.patchbay.rest.json.ApiVersion.V1_1;
import static io.patchbay.rest.json.ApiVersion.V1_4;
import static io.patchbay.rest.json.Kind.BOOLEAN;
import static io.patchbay.rest.json.Kind.DATE;
import static io.patchbay.rest.json.Kind.INTEGER;
import static io.patchbay.rest.json.Kind.LINK;
import static io.patchbay.rest.json.Kind.LINKS;
import static io.patchbay.rest.json.Kind.TEXT;

import io.patchbay.tracker.model.Series;

import java.util.List;

/** A series (rest-api §7.7); its project decides whether dependencies are shown. */
public final class SeriesJson {

    public static final Shape<Series> SHAPE =
            Shape.<Series>of("Series")
                    .add("id", INTEGER, (out, series) -> out.number(series.id()))
                    .add("url", LINK, (out, series) -> out.link("series/", series.id()))
                    .add(
                            "web_url",
                            LINK,
                            (out, series) ->
                                    SiteAddresses.seriesPage(out, series.project(), series.id()))
                    .since(V1_1)
                    .object("project", Embedded.PROJECT, Series::project)
                    .add("name", TEXT, (out, series) -> out.text(series.name()))
                    .orNull()
                    .add("date", DATE, (out, series) -> out.date(series.date()))
                    .object("submitter", Embedded.PERSON, Series::submitter)
                    .add("version", INTEGER, (out, series) -> out.number(series.version()))
                    .add("total", INTEGER, (out, series) -> out.number(series.total()))
                    .add(
                            "received_total",
                            INTEGER,
                            (out, series) -> out.number(series.receivedTotal()))
                    .add("received_all", BOOLEAN, (out, series) -> out.bool(series.receivedAll()))
                    .add("mbox", LINK, (out, series) -> SiteAddresses.seriesMbox(out, series.id()))
                    .objectOrNull("cover_letter", Embedded.COVER, Series::cover)
                    .objects("patches", Embedded.PATCH, Series::patches)
                    .add("dependencies", LINKS, (out, series) -> links(out, series.dependencies()))
                    .since(V1_4)
                    .shownIf(series -> series.project().showDependencies())
                    .add("dependents", LINKS, (out, series) -> links(out, series.dependents()))
                    .since(V1_4)
                    .shownIf(series -> series.project().showDependencies())
                    .shape();

    private SeriesJson() {}

    private static void links(JsonOut out, List<Long> ids) {
        out.startArray();
        for (long id : ids) {
            out.link("series/", id);
        }
        out.endArray();
    }
}
