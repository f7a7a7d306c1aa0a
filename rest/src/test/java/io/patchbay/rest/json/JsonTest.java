package io.patchbay.rest.json;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.rest.endpoint.Hyperlinks;
import io.patchbay.tracker.model.WebAddress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Random;

/** The letters of JSON, and the texts that stand in it. */
final class JsonTest {

    private static String written(String text) {
        var out = new ByteArrayOutputStream();
        try (var json = PatchworkJson.generator(out, 0)) {
            json.writeString(text);
        }
        return out.toString(UTF_8);
    }

    @Test
    void onlyWhatMustIsEscaped() {
        assertThat(written("ä€😀/<&'")).isEqualTo("\"ä€😀/<&'\"");
        assertThat(written("\"\\\n\t\r\b\f\u001b\u007f"))
                .isEqualTo("\"\\\"\\\\\\n\\t\\r\\b\\f\\u001b\u007f\"");
        assertThat(written("a\u2028b\u2029ä")).isEqualTo("\"a\\u2028b\\u2029ä\"");
    }

    @Test
    void indentationIsThatOfTheSeed() {
        var out = new ByteArrayOutputStream();
        try (var json = PatchworkJson.generator(out, 4)) {
            json.writeStartObject().writeName("a").writeStartArray().writeEndArray();
            json.writeName("b").writeStartObject().writeEndObject();
            json.writeName("c").writeStartArray().writeNumber(1).writeNumber(2).writeEndArray();
            json.writeEndObject();
        }

        assertThat(out.toString(UTF_8))
                .isEqualTo(
                        """
                        {
                            "a": [],
                            "b": {},
                            "c": [
                                1,
                                2
                            ]
                        }\
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-07T07:32:49Z, 2026-04-07T07:32:49",
        "2026-11-22T18:59:29.168734Z, 2026-11-22T18:59:29.168734",
        "2026-11-22T18:59:29.000007Z, 2026-11-22T18:59:29.000007",
        "2024-02-29T00:00:00Z, 2024-02-29T00:00:00",
        "1969-12-31T23:59:59Z, 1969-12-31T23:59:59",
    })
    void datesHaveNoZone(Instant date, String text) {
        assertThat(new Chars().start("").date(date)).hasToString(text);
    }

    @Test
    void everyDayIsWrittenAsTheCalendarHasIt() {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            var date = Instant.ofEpochSecond(random.nextLong(-60_000_000_000L, 250_000_000_000L));
            var calendar = LocalDateTime.ofInstant(date, ZoneOffset.UTC);
            assertThat(new Chars().start("").date(date).toString())
                    .isEqualTo(
                            "%04d-%02d-%02dT%02d:%02d:%02d"
                                    .formatted(
                                            calendar.getYear(),
                                            calendar.getMonthValue(),
                                            calendar.getDayOfMonth(),
                                            calendar.getHour(),
                                            calendar.getMinute(),
                                            calendar.getSecond()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "<a@b>, a@b",
        "<<a@b>>, a@b",
        "<a/b@c>, a%252Fb@c",
        "<a%b@c>, a%25b@c",
        "<ä b@c>, %C3%A4%20b@c",
        "<a?b#c>, a%3Fb%23c",
    })
    void aMessageIdStandsInAPath(String stored, String segment) {
        assertThat(new Chars().start("").messageId(stored)).hasToString(segment);
    }

    @Test
    void numbersAreWrittenWhole() {
        for (long number : new long[] {0, 9, 10, 99, 100, 2_220_693, Long.MAX_VALUE}) {
            assertThat(new Chars().start("").add(number)).hasToString(Long.toString(number));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a.example.org",
                "https://a.example:8080/x?y#z",
                "ftp://user:pw@a.example.org/",
                "http://localhost/",
                "http://192.0.2.1/",
                "http://[2001:db8::1]:80/",
                "http://bücher.example/"
            })
    void addressesOfCiSystemsAreTaken(String address) {
        assertThat(WebAddress.isValid(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ci",
                "//a.example",
                "javascript://a.example",
                "http://",
                "http://a b.example",
                "http://nodot/",
                "http://-a.example",
                "http://a.example:port/",
                "http://a..b/",
                "http://192.0.2.256/"
            })
    void whatIsNoAddressIsNot(String text) {
        assertThat(WebAddress.isValid(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see http://a.example/b. | see <a href=\"http://a.example/b\""
                        + " rel=\"nofollow\">http://a.example/b</a>.",
                "at www.example.com, | at <a href=\"http://www.example.com\""
                        + " rel=\"nofollow\">www.example.com</a>,",
                "a.c and b.communist | a.c and b.communist",
                "'<&' | &#x27;&lt;&amp;&#x27;",
            },
            quoteCharacter = '~')
    void textBecomesHtmlThatReadsTheSame(String text, String html) {
        assertThat(Hyperlinks.escape(text)).isEqualTo(html);
    }

    @Test
    void aVeryLongWordIsNoTrap() {
        var word = "a.com-".repeat(100_000) + "x@".repeat(50_000);

        assertThat(Hyperlinks.escape(word).replaceAll("<[^>]*>", "")).isEqualTo(word);
    }
}
