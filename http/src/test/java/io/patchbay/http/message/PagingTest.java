package io.patchbay.http.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.http.Served;
import io.patchbay.http.route.Routes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;

final class PagingTest {

    private static final String LIST = "http://patches.example.org/list/";

    private static Paging of(String query) {
        return Paging.of(Parameters.parse(query), 30, 250);
    }

    /** The Link header of a list of so many rows. */
    private static String links(String query, long total) throws IOException {
        var routes =
                new Routes()
                        .get(
                                "/list/",
                                request -> {
                                    var paging = Paging.of(request.query(), 30, 250).within(total);
                                    return Response.text(200, paging.links(request, total));
                                });
        try (var served = Served.with(routes)) {
            return served.get("/list/" + query).body();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', 30",
        "per_page=5, 5",
        "per_page=1000, 250",
        "per_page=0, 30",
        "per_page=x, 30"
    })
    void theSizeOfAPageHasALimit(String query, int size) {
        assertThat(of(query).size()).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=0", "page=-1", "page=x", "page=", "page=99999999999999999999"})
    void whatIsNoPageIsNotFound(String query) {
        assertThatThrownBy(() -> of(query)).hasMessage("404 Invalid page.");
    }

    @Test
    void aPageBehindTheLastIsNotFound() {
        assertThatThrownBy(() -> of("page=3").within(60)).hasMessage("404 Invalid page.");
        assertThat(of("page=2").within(60).number()).isEqualTo(2);
        assertThat(of("").within(0).number()).isEqualTo(1);
    }

    @Test
    void theWordLastMeansTheLast() {
        assertThat(of("page=last").within(61)).isEqualTo(new Paging(3, 30));
    }

    @Test
    void theFirstPageLeadsToTheNextFirstAndLast() throws IOException {
        assertThat(links("?per_page=10", 95))
                .isEqualTo(
                        "<%1$s?page=2&per_page=10>; rel=\"next\", <%1$s?page=1&per_page=10>; rel=\"first\", <%1$s?page=10&per_page=10>; rel=\"last\""
                                .formatted(LIST));
    }

    @Test
    void keysAreSortedTheirValuesAreNotAndCommasAreEscaped() throws IOException {
        assertThat(links("?state=b&state=a,c&page=3&order=-id", 90))
                .isEqualTo(
                        "<%1$s?order=-id&page=2&state=b&state=a%%2Cc>; rel=\"prev\", <%1$s?order=-id&page=1&state=b&state=a%%2Cc>; rel=\"first\", <%1$s?order=-id&page=3&state=b&state=a%%2Cc>; rel=\"last\""
                                .formatted(LIST));
    }

    @Test
    void thePageBeforeTheSecondHasNoNumber() throws IOException {
        assertThat(links("?page=2", 60)).startsWith("<" + LIST + ">; rel=\"prev\", ");
        assertThat(links("?z=&page=2", 60)).startsWith("<" + LIST + "?z=>; rel=\"prev\", ");
    }
}
