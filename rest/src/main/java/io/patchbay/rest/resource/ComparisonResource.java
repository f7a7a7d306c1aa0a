package io.patchbay.rest.resource;

import io.patchbay.http.message.HttpError;
import io.patchbay.rest.endpoint.Endpoint;
import io.patchbay.rest.json.ComparisonJson;
import io.patchbay.rest.request.ApiReply;
import io.patchbay.rest.request.Call;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.compare.ComparedSeries;
import io.patchbay.tracker.compare.SeriesPair;
import io.patchbay.tracker.model.Series;

/** What became of each patch from one version of a series to another. */
public final class ComparisonResource {

    private static final int UNPROCESSABLE = 422;

    private final Store store;

    public ComparisonResource(Store store) {
        this.store = store;
    }

    public Endpoint detail() {
        return Endpoint.named(
                        "Series Comparison",
                        "Compare two series, an older with a newer version, as git range-diff does.")
                .get(ComparisonJson.SHAPE, this::show)
                .asTextToo();
    }

    private ApiReply show(Call call) {
        var pair =
                store.read(reading ->
                        SeriesPair.read(
                                found("id", reading, call),
                                found("other", reading, call),
                                reading.patches()));
        return switch (pair) {
            case SeriesPair.Same same -> throw HttpError.badRequest(same.sentence());
            case SeriesPair.TooLarge large -> throw new HttpError(UNPROCESSABLE, large.sentence());
            case SeriesPair.Whole whole -> reply(call, whole.compare());
        };
    }

    private static ApiReply reply(Call call, ComparedSeries compared) {
        return call.format().isText()
                ? ApiReply.text(compared.text())
                : ApiReply.ok(ComparisonJson.SHAPE, compared);
    }

    private static Series found(String segment, Reading reading, Call call) {
        return reading.series().withId(call.id(segment)).orElseThrow(() -> Call.noSuch("Series"));
    }
}
