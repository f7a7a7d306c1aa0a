package io.patchbay.qmp.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Stream;

/** The rules of spec §3.1 to §3.3, one input a line. Bytes are written as Latin-1 characters. */
class MessageReaderTest {

    @ParameterizedTest
    @MethodSource({"messages", "strayBytes", "parseErrors", "strings", "numbers", "recovery"})
    void eachInputIsReadAsTheSpecSays(String input, List<String> expected) {
        var bytes = Bytes.of(input);

        assertThat(Bytes.readAtOnce(bytes)).isEqualTo(expected);
        assertThat(Bytes.readByteByByte(bytes)).isEqualTo(expected);
    }

    static Stream<Arguments> messages() {
        return Stream.of(
                read("{}[]", "{}", "[]"),
                read("{\"a\":1}{\"a\":2}", "{\"a\": 1}", "{\"a\": 2}"),
                read("{\n\t\"a\" :\r\n[ 1 , 2 ]\n}\n", "{\"a\": [1, 2]}"),
                read(" \t\r\n"),
                read("42"),
                read("42 ", "42"),
                read("true\nfalse\nnull\n", "true", "false", "null"),
                read("'abc'\"abc\"", "\"abc\"", "\"abc\""),
                read("{'it\\'s': '\"'}", "{\"it's\": \"\\\"\"}"),
                read("1\"a\"2[3]", "1", "\"a\"", "2", "[3]"));
    }

    static Stream<Arguments> strayBytes() {
        return Stream.of(
                read("-\n", stray("-\\n")),
                read("-a", stray("-a")),
                read("+1\n", stray("+")),
                read(".5\n", stray(".")),
                read("01\n", stray("01")),
                read("-01\n", stray("-01")),
                read("1.\n", stray("1.\\n")),
                read("1.e5\n", stray("1.e")),
                read("1e\n", stray("1e\\n")),
                read("1e+\n", stray("1e+\\n")),
                read("TRUE\n", stray("T")),
                read("%s\n", stray("%")),
                read("// c\n", stray("/")),
                read("# c\n", stray("#")),
                read("\0\n", stray("")),
                read("\u0001\n", stray("\\u0001")),
                read("\u007f\n", stray("\\u007F")),
                read("\u00ff", stray("\\uFFFD")),
                read("\u00fe", stray("\\uFFFD")),
                read("\u00ef\u00bb\u00bf{}", stray("\\uFFFD"), "{}"),
                read("\"bcd\n", stray("\\\"bcd\\n")),
                read("\"bcd\u00ff", stray("\\\"bcd\\uFFFD")),
                read("\"ab\0", stray("\\\"ab")),
                read("\"a\\\n", stray("\\\"a\\\\\\n")),
                read(
                        "\"\u00f8\u0088a\u00e2\u0082\u00c3\u0001",
                        stray("\\\"\\uFFFDa\\uFFFD\\uFFFD\\u0001")));
    }

    static Stream<Arguments> parseErrors() {
        return Stream.of(
                read("{]", error("expecting value")),
                read("[}", error("expecting value")),
                read("{\"a\": }", error("expecting value")),
                read("[1,]", error("expecting value")),
                read("[,]", error("expecting value")),
                read("{\"a\":1,}", error("expecting value")),
                read("{,}", error("expecting value")),
                read("{:}", error("expecting value")),
                read("}", error("expecting value")),
                read("]", error("expecting value")),
                read(":", error("expecting value")),
                read(",", error("expecting value")),
                read("{1:2}", error("key is not a string in object")),
                read("{null:1}", error("key is not a string in object")),
                read("{{}:1}", error("key is not a string in object")),
                read("{\"a\"}", error("missing : in object pair")),
                read("{\"a\" 1}", error("missing : in object pair")),
                read("{\"a\":1 \"b\":2}", error("expected separator in dict")),
                read("{\"a\":1]", error("expected separator in dict")),
                read("[1 2]", error("expected separator in list")),
                read("{\"a\":1,\"a\":2}", error("duplicate key")),
                read("[{\"b\":{\"a\":1,\"a\":2}}]", error("duplicate key")),
                read("foo ", error("invalid keyword 'foo'")),
                read("[nul]", error("invalid keyword 'nul'")),
                read("{foo:1}", error("invalid keyword 'foo'")),
                read("[1 2, foo, \"\\q\"]", error("expected separator in list")),
                read("{\"a\":[}]", error("expecting value")),
                read("0e1 ", "0", error("invalid keyword 'e'"), "1"));
    }

    static Stream<Arguments> strings() {
        return Stream.of(
                read("\"\\b\\f\\n\\r\\t\\/\\\\\\\"\"", "\"\\b\\f\\n\\r\\t/\\\\\\\"\""),
                read("\"\\u0041\\u00e9\\u20AC\"", "\"A\\u00E9\\u20AC\""),
                read("\"\\ud83d\\ude00\"", "\"\\uD83D\\uDE00\""),
                read("\"\\u0000\u00c0\u0080\"", "\"\\u0000\\u0000\""),
                read("\"a\u007fb\"", "\"a\\u007Fb\""),
                read(
                        "\"\u00c3\u00a9\u00e2\u0082\u00ac\u00f0\u009f\u0098\u0080\"",
                        "\"\\u00E9\\u20AC\\uD83D\\uDE00\""),
                read("\"\\q\"", error("invalid escape sequence in string")),
                read("\"\\u12\"", error("\\\\u12\\\" is not a valid Unicode character")),
                read("\"\\u1\"", error("\\\\u1\\\" is not a valid Unicode character")),
                read(
                        "\"\\u12\u00c3\u00a9z\"",
                        error("\\\\u12\\u00E9 is not a valid Unicode character")),
                read("\"\\ud800\"", error("\\\\ud800 is not a valid Unicode character")),
                read("\"\\udc00\"", error("\\\\udc00 is not a valid Unicode character")),
                read("\"\\ud800\\u0041\"", error("\\\\ud800 is not a valid Unicode character")),
                read(
                        "\"\\ud83f\\udfff\"",
                        error("\\\\ud83f\\\\udfff is not a valid Unicode character")),
                read("\"\\uffff\"", error("\\\\uffff is not a valid Unicode character")),
                read("\"\\ufdd0\"", error("\\\\ufdd0 is not a valid Unicode character")),
                read("\"\u00c3(\"", error("invalid UTF-8 sequence in string")),
                read("\"\u00c0\u00af\"", error("invalid UTF-8 sequence in string")),
                read("\"\u00ed\u00a0\u0080\"", error("invalid UTF-8 sequence in string")),
                read("\"\u00f4\u0090\u0080\u0080\"", error("invalid UTF-8 sequence in string")),
                read("\"\u00ef\u00bf\u00be\"", error("invalid UTF-8 sequence in string")),
                read("\"\u00e2\u0082\"", error("invalid UTF-8 sequence in string")),
                read("\"\u0080\"", error("invalid UTF-8 sequence in string")),
                read(
                        "\"\u00fc\u0084\u0080\u0080\u0080\u0080\"",
                        error("invalid UTF-8 sequence in string")));
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                read("0 -0 1 -1 ", "0", "0", "1", "-1"),
                read("9223372036854775807 ", "9223372036854775807"),
                read("9223372036854775808 ", "9223372036854775808"),
                read("18446744073709551615 ", "18446744073709551615"),
                read("18446744073709551616 ", "1.8446744073709552e+19"),
                read("-9223372036854775808 ", "-9223372036854775808"),
                read("-9223372036854775809 ", "-9.2233720368547758e+18"),
                read("123456789012345678901234567890 ", "1.2345678901234568e+29"),
                read("1.5 1e3 1E3 2.0 -0.0 ", "1.5", "1000", "1000", "2", "-0"),
                read(
                        "0.1 1e-7 1e16 1e17 1e22 ",
                        "0.10000000000000001",
                        "9.9999999999999995e-08",
                        "10000000000000000",
                        "1e+17",
                        "1e+22"),
                read(
                        "4.9e-324 1.7976931348623157e308 ",
                        "4.9406564584124654e-324",
                        "1.7976931348623157e+308"),
                read("0.0001 0.00001 ", "0.0001", "1.0000000000000001e-05"),
                // QEMU goes on with "inf", which is not JSON.
                read("1e400 ", error("number 1e400 is beyond the range of a double")));
    }

    static Stream<Arguments> recovery() {
        return Stream.of(
                // One error for garbage up to the end of the line.
                read("GARBAGE more\n{}", stray("G"), "{}"),
                // Structural characters end recovery, numbers and TAB do not.
                read("T 42\t[1]", stray("T"), "[1]"),
                read("\u00ff42 ", stray("\\uFFFD")),
                // The control character that ends recovery is looked at again.
                read("T\u0001\n", stray("T"), stray("\\u0001")),
                read("T\u00ff\n{}", stray("T"), stray("\\uFFFD"), "{}"),
                // The whole pending message is thrown away with a stray byte.
                read("{\"a\":[1,\u00ff{\"b\":2}", stray("\\uFFFD"), "{\"b\": 2}"),
                read("{\"a\":\"x\ty\"}\n", stray("\\\"x\\t"), error("expecting value")));
    }

    @Test
    void ffAlwaysLeavesACleanReader() {
        for (var before :
                List.of("", "{", "[[[", "\"abc", "\"abc\\", "12", "1.5e", "tru", "T", "{\"a\":")) {
            var read = Bytes.readAtOnce(Bytes.of(before + "\u00ff{\"a\": 1}"));

            assertThat(read).as(before).last().isEqualTo("{\"a\": 1}");
        }
    }

    private static Arguments read(String input, String... expected) {
        return arguments(input, List.of(expected));
    }

    private static String stray(String text) {
        return error("stray '" + text + "'");
    }

    /** Descriptions are compared as they print, escapes and all. */
    private static String error(String text) {
        return "! JSON parse error, " + text;
    }
}
