package io.patchbay.tracker.model;

import org.jspecify.annotations.Nullable;

import java.util.function.Predicate;

/**
 * What a text that people or programs give must be like. Each field that can be written has one
 * rule, here, and every door that takes or shows the field asks it: forms and the API's tables for
 * the limit, edits for the verdict.
 *
 * @param longest in code points; 0 for any length
 * @param mayBeBlank whether it can be empty
 * @param form what it is made of; null for any text
 */
public record TextRule(int longest, boolean mayBeBlank, @Nullable Form form) {

    /** Of a patch (rest-api §7.5). */
    public static final TextRule COMMIT_REF = atMost(255);

    public static final TextRule PULL_URL = atMost(255);

    /** Names of one CI system's checks (rest-api §7.9). */
    public static final TextRule CHECK_CONTEXT =
            new TextRule(
                    255,
                    false,
                    new Form(
                            "letters, digits, '-' and '_'",
                            text -> text.chars().allMatch(TextRule::isSlug)));

    /** Where to read more of a check; pages make a link of it, so it must lead to a host. */
    public static final TextRule TARGET_URL =
            new TextRule(200, true, new Form("an http, https or ftp address", WebAddress::isValid));

    public static final TextRule CHECK_DESCRIPTION = atMost(0);

    /** It is part of the bundle's address (web-ui §7). */
    public static final TextRule BUNDLE_NAME =
            new TextRule(50, false, new Form("no slash", text -> text.indexOf('/') < 0));

    /** First and last name of a user; as wide as the widest door was. */
    public static final TextRule PERSON_NAME = atMost(150);

    /** The letters that Django allows, so that names can move between the two. */
    public static final TextRule USERNAME =
            new TextRule(
                    150, false, new Form("letters, digits and @ . + - _", TextRule::isUsername));

    public static final TextRule EMAIL =
            new TextRule(254, true, new Form("a mail address", TextRule::isEmail));

    public static final TextRule TOKEN_LABEL = atMost(50);

    /** Under which a client may send a request again (docs/adr/0012). */
    public static final TextRule REPEAT_KEY =
            new TextRule(
                    255,
                    false,
                    new Form(
                            "characters of ASCII, such as a UUID",
                            text -> text.chars().allMatch(c -> c >= ' ' && c <= '~')));

    /** The project's name in addresses. */
    public static final TextRule LINK_NAME =
            new TextRule(
                    255, false, new Form("letters, digits, '-' and '_'", TextRule::isLinkName));

    public static final TextRule PROJECT_NAME = new TextRule(255, false, null);

    /** What stands between the angle brackets of List-Id (RFC 2919). */
    public static final TextRule LIST_ID =
            new TextRule(
                    255,
                    false,
                    new Form(
                            "what stands between the angle brackets of List-Id",
                            text -> text.chars().noneMatch(c -> c <= ' ' || c == '<' || c == '>')));

    public static final TextRule LIST_EMAIL = atMost(200);

    /** A regular expression, besides. */
    public static final TextRule SUBJECT_MATCH = atMost(64);

    /** The project's addresses elsewhere. */
    public static final TextRule PROJECT_LINK = atMost(2000);

    /**
     * Of what a text is made.
     *
     * @param expected completes "expected …"
     */
    public record Form(String expected, Predicate<String> holds) {}

    /** What is wrong with a text. */
    public sealed interface Broken {

        record TooLong(int longest, int length) implements Broken {}

        record Blank() implements Broken {}

        /** The database of many instances cannot hold the character 0. */
        record NullCharacter() implements Broken {}

        record OtherForm(String expected) implements Broken {}
    }

    private static TextRule atMost(int characters) {
        return new TextRule(characters, true, null);
    }

    /** What is wrong with the text; null if nothing is. */
    public @Nullable Broken brokenBy(String text) {
        if (text.isEmpty()) {
            return mayBeBlank ? null : new Broken.Blank();
        }
        int length = text.codePointCount(0, text.length());
        if (longest > 0 && length > longest) {
            return new Broken.TooLong(longest, length);
        }
        if (text.indexOf('\0') >= 0) {
            return new Broken.NullCharacter();
        }
        return form == null || form.holds.test(text) ? null : new Broken.OtherForm(form.expected);
    }

    private static boolean isSlug(int letter) {
        return letter == '-'
                || letter == '_'
                || letter >= '0' && letter <= '9'
                || letter >= 'a' && letter <= 'z'
                || letter >= 'A' && letter <= 'Z';
    }

    private static boolean isLinkName(String text) {
        return text.codePoints()
                .allMatch(letter ->
                        Character.isLetterOrDigit(letter) || letter == '-' || letter == '_');
    }

    private static boolean isUsername(String text) {
        return text.codePoints()
                .allMatch(letter ->
                        Character.isLetterOrDigit(letter) || "@.+-_".indexOf(letter) >= 0);
    }

    // One address, and nothing that could become a second header or recipient.
    private static boolean isEmail(String text) {
        int at = text.indexOf('@');
        return at > 0
                && at == text.lastIndexOf('@')
                && text.indexOf('.', at) > at + 1
                && !text.endsWith(".")
                && text.chars()
                        .noneMatch(c -> c <= ' ' || c == 127 || ",;:<>()[]\\\"".indexOf(c) >= 0);
    }
}
