package io.patchbay.tracker.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.tracker.model.TextRule.Broken;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each text that people and programs give must be like. */
class TextRuleTest {

    /** A piece that the rule takes is repeated up to its limit. */
    @ParameterizedTest
    @CsvSource({
        "COMMIT_REF, c, 255",
        "PULL_URL, p, 255",
        "CHECK_CONTEXT, c, 255",
        "BUNDLE_NAME, b, 50",
        "PERSON_NAME, n, 150",
        "USERNAME, u, 150",
        "TOKEN_LABEL, l, 50",
        "REPEAT_KEY, k, 255",
        "LINK_NAME, l, 255",
        "PROJECT_NAME, n, 255",
        "LIST_ID, l, 255",
        "LIST_EMAIL, m, 200",
        "SUBJECT_MATCH, s, 64",
        "PROJECT_LINK, l, 2000",
        // One character of two chars of Java.
        "BUNDLE_NAME, 𝄞, 50",
        "PERSON_NAME, 𝄞, 150",
    })
    void aTextIsAsLongAsItsRuleAllows(String field, String character, int longest) {
        var rule = rule(field);

        assertThat(rule.longest()).isEqualTo(longest);
        assertThat(rule.brokenBy(character.repeat(longest))).isNull();
        assertThat(rule.brokenBy(character.repeat(longest + 1)))
                .isEqualTo(new Broken.TooLong(longest, longest + 1));
    }

    @ParameterizedTest
    @CsvSource({"TARGET_URL, https://e.org/, 200", "EMAIL, a@example.org, 254"})
    void aTextOfAFormToo(String field, String begin, int longest) {
        var rule = rule(field);
        var filled = "x".repeat(longest - begin.length());
        var text = field.equals("EMAIL") ? filled + begin : begin + filled;

        assertThat(rule.brokenBy(text)).isNull();
        assertThat(rule.brokenBy(field.equals("EMAIL") ? "x" + text : text + "x"))
                .isEqualTo(new Broken.TooLong(longest, longest + 1));
    }

    @Test
    void aDescriptionIsOfAnyLength() {
        assertThat(TextRule.CHECK_DESCRIPTION.longest()).isZero();
        assertThat(TextRule.CHECK_DESCRIPTION.brokenBy("d".repeat(1_000_000))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "COMMIT_REF, true",
        "PULL_URL, true",
        "CHECK_CONTEXT, false",
        "TARGET_URL, true",
        "CHECK_DESCRIPTION, true",
        "BUNDLE_NAME, false",
        "PERSON_NAME, true",
        "USERNAME, false",
        "EMAIL, true",
        "TOKEN_LABEL, true",
        "REPEAT_KEY, false",
        "LINK_NAME, false",
        "PROJECT_NAME, false",
        "LIST_ID, false",
        "LIST_EMAIL, true",
        "SUBJECT_MATCH, true",
        "PROJECT_LINK, true",
    })
    void someTextsMayBeEmptyAndNoneHoldsANullCharacter(String field, boolean mayBeEmpty) {
        var rule = rule(field);

        assertThat(rule.brokenBy("")).isEqualTo(mayBeEmpty ? null : new Broken.Blank());
        assertThat(rule.brokenBy("a\0b")).isEqualTo(new Broken.NullCharacter());
        assertThat(rule.brokenBy("\0")).isEqualTo(new Broken.NullCharacter());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CHECK_CONTEXT | AZaz-_09 |",
                "CHECK_CONTEXT | [ | letters, digits, '-' and '_'",
                "CHECK_CONTEXT | ` | letters, digits, '-' and '_'",
                "CHECK_CONTEXT | { | letters, digits, '-' and '_'",
                "CHECK_CONTEXT | c i    | letters, digits, '-' and '_'",
                "CHECK_CONTEXT | c/i    | letters, digits, '-' and '_'",
                "CHECK_CONTEXT | c.i    | letters, digits, '-' and '_'",
                "CHECK_CONTEXT | prüf   | letters, digits, '-' and '_'",
                "TARGET_URL    | http://ci.example.org/1 |",
                "TARGET_URL    | javascript:alert(1)     | an http, https or ftp address",
                "BUNDLE_NAME   | my bundle: ü            |",
                "BUNDLE_NAME   | a/b    | no slash",
                "BUNDLE_NAME   | /b     | no slash",
                "EMAIL         | ann@example.org  |",
                "EMAIL         | ann@ex.ample.org |",
                "EMAIL         | an n@example.org | a mail address",
                "EMAIL         | ann@example      | a mail address",
                "EMAIL         | @example.org     | a mail address",
                "EMAIL         | a@b@example.org  | a mail address",
                "USERNAME      | j.o-e+x_1@example.org   |",
                "USERNAME      | jöe    |",
                "USERNAME      | j oe   | letters, digits and @ . + - _",
                "USERNAME      | j/oe   | letters, digits and @ . + - _",
                "LINK_NAME     | prüf-_09                |",
                "LINK_NAME     | a.b    | letters, digits, '-' and '_'",
                "LINK_NAME     | a/b    | letters, digits, '-' and '_'",
                "LIST_ID       | boats.lists.example.org |",
                "LIST_ID       | <boats>  | what stands between the angle brackets of List-Id",
                "LIST_ID       | 'a b'    | what stands between the angle brackets of List-Id",
                "REPEAT_KEY    | b7 c1-~! |",
                "REPEAT_KEY    | schlüssel | characters of ASCII, such as a UUID",
            })
    void someTextsAreOfAForm(String field, String text, String expected) {
        assertThat(rule(field).brokenBy(text))
                .isEqualTo(expected == null ? null : new Broken.OtherForm(expected));
    }

    private static TextRule rule(String field) {
        try {
            return (TextRule) TextRule.class.getField(field).get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
