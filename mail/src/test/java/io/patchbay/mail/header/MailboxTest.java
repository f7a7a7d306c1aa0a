package io.patchbay.mail.header;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Address lists as RFC 5322 and RFC 6854 allow them, and as mail programs write them. */
class MailboxTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "NULL",
            value = {
                "A (comment <x@example.com>) <real@example.com>|A (comment <x@example.com>)|real@example.com",
                "\"A <x@example.com>\" <real@example.com>|A <x@example.com>|real@example.com",
                // RFC 5322, appendix A.5
                "Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>|Pete(A nice ) chap)|pete@silly.test",
                "Team: A <t@example.com>;|A|t@example.com",
                "Team: t@example.com, B <b@example.com>;|NULL|t@example.com",
                "Who: Ann <ann@example.com>|Who: Ann|ann@example.com",
                "\"Lee, Ann\" (dept. 7) <ann@example.com>|Lee, Ann (dept. 7)|ann@example.com",
                "Lee, Ann <ann@example.com>|Lee, Ann|ann@example.com",
                "Lee, Ann @ Work <ann@example.com>|Lee, Ann @ Work|ann@example.com",
                "ann@example.com, Bo <bo@example.com>|NULL|ann@example.com",
                "Ann \"Nick\" Lee <ann@example.com>|Ann \"Nick\" Lee|ann@example.com",
                "\"Ann \\\"Nick\\\" Lee\" <ann@example.com>|Ann \"Nick\" Lee|ann@example.com",
                "Ann <Annie> Lee <ann@example.com>|Ann <Annie> Lee|ann@example.com",
                "5\" Ann <ann@example.com>|5\" Ann|ann@example.com",
                "\"Ann Lee <ann@example.com>|Ann Lee|ann@example.com",
                "Ann :( <ann@example.com>|Ann :(|ann@example.com",
                "Ann (a (b) c) <ann@example.com>|Ann (a (b) c)|ann@example.com",
                "Ann Lee ann@example.com|Ann Lee|ann@example.com",
                "\"Ann Lee\" ann@example.com|Ann Lee|ann@example.com",
                "ann@example.com (Ann (the) Lee)|Ann (the) Lee|ann@example.com",
                "ann@example.com ()|NULL|ann@example.com",
                "ann at example.com (Ann Lee)|Ann Lee|ann@example.com",
            })
    void theFirstMailboxIsFound(String text, @Nullable String name, String address) {
        assertThat(Mailbox.of(text)).isEqualTo(new Mailbox(name, address));
    }

    @Test
    void aListIsTakenApartAtCommasAndGroupsAreOpened() {
        var list =
                "undisclosed, Ann <ann@example.com>, \"Lee, Bo\" <bo@example.com>,"
                        + " Team: c@example.com, (D, E) D <d@example.com>; , <>, Foo: <f@example.com>";

        assertThat(Mailbox.listOf(list))
                .containsExactly(
                        new Mailbox("Ann", "ann@example.com"),
                        new Mailbox("Lee, Bo", "bo@example.com"),
                        new Mailbox(null, "c@example.com"),
                        new Mailbox("(D, E) D", "d@example.com"),
                        new Mailbox("Foo:", "f@example.com"));
    }

    /** The time for each is in proportion to the text. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(", "\"", "<", "<<", ",", ":", "a:;x", "\\\"", "\"\\", "(\"", "@,", "<>", "@(",
                "<\">"
            })
    @Timeout(10)
    void aHostileTextIsNoMoreWorkThanAnother(String piece) {
        var text = piece.repeat(300_000) + " <ann@example.com>";

        assertThat(Mailbox.listOf(text)).hasSizeLessThan(2);
        assertThat(Mailbox.of(text + "x"))
                .satisfiesAnyOf(
                        found -> assertThat(found).isNull(),
                        found -> assertThat(found.address()).contains("ann@example.com"));
    }
}
