package io.patchbay.rest.json;

import static io.patchbay.rest.json.Kind.BOOLEAN;
import static io.patchbay.rest.json.Kind.INTEGER;
import static io.patchbay.rest.json.Kind.LINK;
import static io.patchbay.rest.json.Kind.TEXT;
import static io.patchbay.rest.json.Kind.WORD;

import io.patchbay.diff.compare.DiffRow;
import io.patchbay.diff.compare.DiffRow.Change;
import io.patchbay.diff.compare.DiffRow.Content;
import io.patchbay.diff.compare.PatchPair.Status;
import io.patchbay.tracker.compare.ComparedSeries;
import io.patchbay.tracker.compare.ComparedSeries.Row;
import io.patchbay.tracker.model.Patch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Two versions of a series, patch by patch (range-diff §3), as an answer. */
public final class ComparisonJson {

    private static final Shape<DiffRow> LINE =
            Shape.<DiffRow>of("ComparedLine")
                    .add("change", WORD, (out, row) -> out.text(word(row.change())))
                    .among(words(Change.values()))
                    .help("In which version the line is; a hunk begins with a line of neither.")
                    .add("content", WORD, (out, row) -> out.text(word(row.content())))
                    .among(words(Content.values()))
                    .help("What the line is in its patch.")
                    .add("text", TEXT, (out, row) -> out.text(row.text()))
                    .shape();

    private static final Shape<Patch> PATCH =
            Shape.<Patch>of("ComparedPatch")
                    .add("number", INTEGER, ComparisonJson::writeNumber)
                    .orNull()
                    .all(Embedded.PATCH, Patch::head)
                    .shape();

    private static final Shape<Row> ROW =
            Shape.<Row>of("ComparedPair")
                    .add("title", TEXT, (out, row) -> out.text(row.pair().title()))
                    .add("status", WORD, (out, row) -> out.text(word(row.status())))
                    .among(words(Status.values()))
                    .add("moved", BOOLEAN, (out, row) -> out.bool(row.pair().isMoved()))
                    .objectOrNull("older", PATCH, Row::older)
                    .objectOrNull("newer", PATCH, Row::newer)
                    .objectOrNull("rewritten", PATCH, Row::rewritten)
                    .objects("message", LINE, ComparisonJson::message)
                    .objects("diff", LINE, row -> row.pair().diffOfDiffs())
                    .add("interdiff", TEXT, (out, row) -> out.text(row.pair().interdiff()))
                    .shape();

    public static final Shape<ComparedSeries> SHAPE =
            Shape.<ComparedSeries>of("Comparison")
                    .add("url", LINK, (out, compared) -> link(out, compared, false))
                    .add("web_url", LINK, (out, compared) -> link(out, compared, true))
                    .object("older", Embedded.SERIES, compared -> compared.older().head())
                    .object("newer", Embedded.SERIES, compared -> compared.newer().head())
                    .objects("pairs", ROW, ComparedSeries::rows)
                    .shape();

    private ComparisonJson() {}

    /** Only where it changed. */
    private static List<DiffRow> message(Row row) {
        return row.pair().isMessageEqual() ? List.of() : row.pair().messages();
    }

    private static void writeNumber(JsonOut out, Patch patch) {
        var number = patch.number();
        if (number == null) {
            out.nothing();
        } else {
            out.number(number);
        }
    }

    private static void link(JsonOut out, ComparedSeries compared, boolean isPage) {
        long older = compared.older().id();
        long newer = compared.newer().id();
        if (isPage) {
            SiteAddresses.comparison(out, older, newer);
        } else {
            out.link("patchbay/series/", older, "compare/", newer);
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values).map(ComparisonJson::word).toList();
    }
}
