package io.patchbay.qmp.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How values are printed (spec §3.4). */
class JsonOutputTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"return\": 1, \"id\": 2, \"error\": 3}",
                "{\"timestamp\": 1, \"event\": 2, \"data\": 3}",
                "{\"class\": 1, \"desc\": 2}",
                "{\"frontend-open\": 1, \"filename\": 2, \"label\": 3}",
                "{\"ten\": 1, \"four\": 2, \"one\": 3, \"three\": 4, \"zero\": 5, \"two\": 6, \"six\": 7, \"nine\": 8, \"eight\": 9, \"five\": 10, \"seven\": 11}",
                "{\"\": 1, \"\\u00E9\": 2, \"\\u0001\": 4, \"a b\": 3}"
            })
    void membersComeInTheOrderOfQemusHashTable(String printed) {
        var object = (JsonObject) value(printed);

        assertThat(Bytes.print(object)).isEqualTo(printed);
    }

    @Test
    void insideABucketTheLatestMemberComesFirst() {
        assertThat(Bytes.print(value("{\"major\":1,\"minor\":2,\"micro\":3}")))
                .isEqualTo("{\"micro\": 3, \"minor\": 2, \"major\": 1}");
        assertThat(Bytes.print(value("{\"running\":1,\"singlestep\":2,\"status\":3}")))
                .isEqualTo("{\"status\": 3, \"singlestep\": 2, \"running\": 1}");
        assertThat(Bytes.print(value("{\"micro\":1,\"minor\":2,\"major\":3}")))
                .isEqualTo("{\"minor\": 2, \"micro\": 1, \"major\": 3}");
    }

    @Test
    void textIsAscii() {
        var text = new Json.Text("<>&'/ \u0000\u001f\u007f\u0080é€😀\"\\\b\f\n\r\t");

        assertThat(Bytes.print(text))
                .isEqualTo(
                        "\"<>&'/ \\u0000\\u001F\\u007F\\u0080\\u00E9\\u20AC\\uD83D\\uDE00\\\"\\\\\\b\\f\\n\\r\\t\"");
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 1000",
        "0.1, 0.10000000000000001",
        "1e16, 10000000000000000",
        "1e17, 1e+17",
        "1e100, 1e+100",
        "0.0001, 0.0001",
        "0.00001, 1.0000000000000001e-05",
        "-0.0, -0",
        "-2.5, -2.5",
        "123456.789, 123456.789"
    })
    void doublesPrintAsCPrintsThem(double number, String printed) {
        assertThat(Bytes.print(new Json.Real(number))).isEqualTo(printed);
    }

    @Test
    void prettyOutputHasAnElementALineAndCrLf() {
        var out = new JsonOutput(true);

        out.value(value("{\"id\": [1, [], {}, {\"a\": [2, 3]}]}"));
        out.endMessage();

        assertThat(new String(out.toBytes(), StandardCharsets.US_ASCII))
                .isEqualTo(
                        """
                        {
                            "id": [
                                1,
                                [
                                ],
                                {
                                },
                                {
                                    "a": [
                                        2,
                                        3
                                    ]
                                }
                            ]
                        }
                        """
                                .replace("\n", "\r\n"));
    }

    @Test
    void anOutputCanBeUsedAgain() {
        var out = new JsonOutput(false);
        out.value(value("[1, 2, " + "3, ".repeat(100_000) + "4]"));

        out.clear();
        out.value(value("[5, 6]"));

        assertThat(new String(out.toBytes(), StandardCharsets.US_ASCII)).isEqualTo("[5, 6]");
    }

    @Test
    void largeObjectsKeepEveryMember() {
        var members = new ArrayList<String>();
        for (int i = 0; i < 1000; i++) {
            members.add("\"k" + i + "\": " + i);
        }

        var object = (JsonObject) value("{" + String.join(", ", members) + "}");

        assertThat(object.size()).isEqualTo(1000);
        assertThat(object.get("k999")).isEqualTo(new Json.Int(999));
        assertThat(object.get("k1000")).isNull();
        assertThat(value(Bytes.print(object))).isEqualTo(object);
    }

    private static Json value(String text) {
        var reader = new MessageReader(Limits.QEMU);
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        if (reader.next(bytes) instanceof Incoming.Value(var value)) {
            return value;
        }
        throw new AssertionError(List.of("no value", text));
    }
}
