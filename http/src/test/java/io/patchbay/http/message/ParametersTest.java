package io.patchbay.http.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class ParametersTest {

    @Test
    void theLastOfSeveralValuesCounts() {
        var query = Parameters.parse("a=1&b=2&a=3");

        assertThat(query.get("a")).isEqualTo("3");
        assertThat(query.all("a")).containsExactly("1", "3");
    }

    @Test
    void aKeyWithoutAValueHasAnEmptyOne() {
        var query = Parameters.parse("a&b=&&c=1=2");

        assertThat(query.get("a")).isEmpty();
        assertThat(query.get("b")).isEmpty();
        assertThat(query.get("c")).isEqualTo("1=2");
        assertThat(query.keys()).containsExactly("a", "b", "c");
    }

    @Test
    void escapesAndPlusesAreDecodedAndBrokenOnesStay() {
        var query = Parameters.parse("q=a+b%20c%2B&%zz=%4&u=%C3%A4&bad=%FF");

        assertThat(query.get("q")).isEqualTo("a b c+");
        assertThat(query.get("%zz")).isEqualTo("%4");
        assertThat(query.get("u")).isEqualTo("ä");
        assertThat(query.get("bad")).isEqualTo("\uFFFD");
    }

    @Test
    @Timeout(3)
    void keysWithoutValuesDoNotLookThroughAllThatFollows() {
        var form = "a&".repeat(19_999) + "b".repeat(4 << 20);

        assertThat(Parameters.parse(form).all("a")).hasSize(19_999);
    }

    @Test
    void moreFieldsThanAnyFormHasAreRefused() {
        var form = "a&".repeat(20_001);

        assertThatThrownBy(() -> Parameters.parse(form))
                .isInstanceOf(HttpError.class)
                .hasMessage("400 There are more than 20000 fields; send less.");
    }

    @Test
    void nothingIsReadOfNothing() {
        assertThat(Parameters.parse(null).pairs()).isEmpty();
        assertThat(Parameters.parse("").pairs()).isEmpty();
    }

    @Test
    void aChangedKeyStandsOnceAtTheEnd() {
        var query = Parameters.parse("page=2&a=x y&page=3");

        assertThat(query.with("page", "4").encoded()).isEqualTo("a=x+y&page=4");
        assertThat(query.with("page", null).encoded()).isEqualTo("a=x+y");
    }

    @Test
    void whatIsEncodedIsReadBack() {
        var odd = "a&b=c%d+e f/ä€😀,<>\"'";

        var encoded = Parameters.NONE.with(odd, odd).encoded();

        assertThat(encoded).doesNotContain(",", "<", "\"");
        assertThat(Parameters.parse(encoded).get(odd)).isEqualTo(odd);
    }

    @Test
    void pathsKeepWhatMayStandInThem() {
        assertThat(Percent.encodePath("a/b@c.d~e+f=g h%ä")).isEqualTo("a/b@c.d~e+f=g%20h%25%C3%A4");
    }
}
