package io.patchbay.http.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

final class AcceptTest {

    private static final List<String> OFFER = List.of("application/json", "text/html");

    private static String best(String header) {
        return Accept.of(header).best(OFFER).map(Accept.Choice::mediaType).orElse("nothing");
    }

    @Test
    void withoutAWishTheFirstIsSent() {
        assertThat(Accept.of(null).best(OFFER).orElseThrow().mediaType())
                .isEqualTo("application/json");
        assertThat(best("*/*")).isEqualTo("application/json");
        assertThat(best("")).isEqualTo("application/json");
    }

    @Test
    void browsersGetThePage() {
        assertThat(best("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"))
                .isEqualTo("text/html");
    }

    @Test
    void theMoreSpecificTypeWinsWhateverItsQuality() {
        assertThat(best("*/*, text/html;q=0.1")).isEqualTo("text/html");
        assertThat(best("application/*, text/html;q=0.1")).isEqualTo("text/html");
        assertThat(best("text/*")).isEqualTo("text/html");
    }

    @Test
    void oneThatIsNotOfferedIsNotSent() {
        assertThat(best("application/xml")).isEqualTo("nothing");
        assertThat(best("json")).isEqualTo("nothing");
        assertThat(best(";;,,=")).isEqualTo("nothing");
    }

    @Test
    void parametersComeWithTheChoice() {
        var choice = Accept.of("application/json; indent=4; q=1").best(OFFER).orElseThrow();

        assertThat(choice.parameters()).containsExactly(java.util.Map.entry("indent", "4"));
    }
}
