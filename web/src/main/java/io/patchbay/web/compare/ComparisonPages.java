package io.patchbay.web.compare;

import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.Numbers;
import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.compare.ComparedSeries;
import io.patchbay.tracker.compare.SeriesPair;
import io.patchbay.tracker.model.Series;
import io.patchbay.web.frame.Html;
import io.patchbay.web.frame.PageAddresses;
import io.patchbay.web.frame.PageContext;

import java.io.IOException;

/** Two versions of a series beside each other, as a page and as text (range-diff §8). */
public record ComparisonPages(PageContext context) {

    private static final int UNPROCESSABLE = 422;
    private static final String TEXT = ".txt";

    /** From the series of the route's {@code {id}} to that of its {@code {other}}. */
    public Response show(Request request) throws IOException {
        long newer = request.number("other");
        var compared = compared(request, newer);
        boolean isInterdiff = request.query().get("view", "").equals("interdiff");
        var frame =
                context.read(
                        request,
                        (reading, viewer) ->
                                context.frame(
                                        request, viewer, compared.newer().project(), reading));
        return Html.page(
                JtecomparisonGenerated::render, ComparisonPage.of(frame, compared, isInterdiff));
    }

    /** The same as {@code git range-diff} prints it, at {@code M.txt}. */
    public Response text(Request request) {
        var file = request.segment("file");
        boolean isText = file.endsWith(TEXT);
        var number = isText ? file.substring(0, file.length() - TEXT.length()) : file;
        long newer = Numbers.parse(number, -1);
        if (newer < 0) {
            throw HttpError.notFound("There is no series '%s'.".formatted(number));
        }
        return isText
                ? Response.text(200, compared(request, newer).text()).tagged()
                : Response.redirect(301, PageAddresses.comparison(request.number("id"), newer));
    }

    /** Where the form of a page leads that asks with which series to compare. */
    public Response choose(Request request) {
        var named = request.query().get("from", "").strip();
        long older = Numbers.parse(named, -1);
        if (older < 0) {
            throw HttpError.badRequest(
                    "The number of a series was expected, such as stands in the address of its"
                            + " page, but this is '%s'.".formatted(named));
        }
        return Response.redirect(302, PageAddresses.comparison(older, request.number("id")));
    }

    private ComparedSeries compared(Request request, long newer) {
        var pair =
                context.read(reading ->
                        SeriesPair.read(
                                series(request.number("id"), reading),
                                series(newer, reading),
                                reading.patches()));
        return switch (pair) {
            case SeriesPair.Same same -> throw HttpError.badRequest(same.sentence());
            case SeriesPair.TooLarge large -> throw new HttpError(UNPROCESSABLE, large.sentence());
            case SeriesPair.Whole whole -> whole.compare();
        };
    }

    private static Series series(long id, Reading reading) {
        return reading.series()
                .withId(id)
                .orElseThrow(() -> HttpError.notFound("There is no series %d.".formatted(id)));
    }
}
