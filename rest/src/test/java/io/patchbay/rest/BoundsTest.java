package io.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.patchbay.http.message.HttpError;
import io.patchbay.rest.json.BundleJson;
import io.patchbay.rest.request.BareInvalid;
import io.patchbay.rest.request.Body;
import io.patchbay.rest.request.Ordering;
import io.patchbay.rest.request.RequestBody;
import io.patchbay.rest.request.RequestFields;
import io.patchbay.rest.request.Search;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Requests that name more than anybody means: what they cost has a bound. */
final class BoundsTest {

    @Test
    void anObjectThatIsNamedAgainAndAgainCountsOnce() {
        var asked = naming(Collections.nCopies(100_000, 7L));

        assertThat(asked.ids("patches")).containsExactly(7L);
        assertThat(asked.isAccepted()).isTrue();
    }

    @Test
    void moreObjectsThanAnybodyMeansAreRefused() {
        var asked =
                naming(LongStream.rangeClosed(1, RequestFields.MOST_OBJECTS + 1).boxed().toList());

        assertThat(asked.ids("patches")).hasSize(RequestFields.MOST_OBJECTS);
        assertThat(asked.isAccepted()).isFalse();
        assertThat(asked.refusal()).hasMessageContaining("Name at most 10000 objects.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{},", "1,", "[[1]],", "{\"a\":null},"})
    void jsonOfMoreValuesThanAnybodyMeansIsRefused(String value) {
        byte[] body = ("[" + value.repeat(250_000) + "1]").getBytes(US_ASCII);

        assertThatThrownBy(() -> Body.json(body))
                .isInstanceOf(HttpError.class)
                .hasMessage("400 There are more than 250000 values; send less.");
    }

    private static RequestFields naming(List<Long> ids) {
        return new RequestFields(
                new RequestBody.Json(Map.of("patches", ids)), BundleJson.SHAPE, true);
    }

    @Test
    void aFieldOrdersOnce() {
        var ordering = Ordering.by(Field.ID, Field.DATE);

        assertThat(ordering.parse("date,-id" + ",-date,id".repeat(5_000)))
                .containsExactly(new Order(Field.DATE, false), new Order(Field.ID, true));
    }

    @Test
    void aWordThatIsRepeatedIsSearchedForOnce() {
        assertThat(Search.parse("fix ".repeat(5_000)))
                .containsExactly(new Criterion.Mentions("fix"));
    }

    @Test
    void moreWordsThanAnybodySearchesForAreRefused() {
        var words =
                IntStream.rangeClosed(0, Search.MOST_WORDS)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(" "));

        assertThatThrownBy(() -> Search.parse(words))
                .isInstanceOf(BareInvalid.class)
                .hasMessage("400 Search for at most 100 words.");
    }
}
