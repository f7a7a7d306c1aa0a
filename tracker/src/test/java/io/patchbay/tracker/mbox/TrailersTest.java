package io.patchbay.tracker.mbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** What replies add to the message of a patch (web-ui §6.1). */
final class TrailersTest {

    private static final String ACKED = "Acked-by: Bo Pier <bo@example.com>";

    /** A tilde is a line feed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Acked-by: Bo Pier~ <bo@example.com> | Acked-by: Bo Pier <bo@example.com>",
                "Acked-by: Bo Pier~<bo@example.com> | Acked-by: Bo Pier <bo@example.com>",
                "Acked-by:~  Bo Pier~\t<bo@example.com>~more | Acked-by: Bo Pier <bo@example.com>",
                "Fixes: 0123abcd (berth: dredge~the seventh) | Fixes: 0123abcd (berth: dredge the seventh)",
                "Link:~ https://example.com/1 | Link: https://example.com/1"
            })
    void aFoldedOneIsJoined(String reply, String expected) {
        assertThat(added("", reply)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acked-by: <your name>",
                "Reviewed-by:",
                "Reviewed-by: Bo Pier",
                "Reviewed-by: Bo Pier~~<bo@example.com>",
                "Reviewed-by: Bo Pier <bo at example.com>",
                "Acked-by: Bo~Tell bo@example.com about it.",
                " Acked-by: Bo Pier <bo@example.com>",
                "> Acked-by: Bo Pier <bo@example.com>",
                "See Acked-by: Bo Pier <bo@example.com>",
                "Fixes: the tag is missing",
                "Fixes: 0123abcd (berth: dredge",
                "Link: see below",
                "Cc: Bo Pier <bo@example.com>",
                "From: Bo Pier <bo@example.com>"
            })
    void whatNamesNobodyIsNone(String reply) {
        assertThat(added("", reply)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acked-by: Bo Pier <bo@example.com>",
                "TESTED-BY: bo@example.com",
                "Reviewed-by:Bo Pier <bo@quay>",
                "Reviewed-and-tested-by: Pier, Bo <bo@example.com> # on the quay",
                "Suggested-by: 渡辺 さくら <sakura@example.com>",
                "Fixes: 0123abcd4567 (\"berth: dredge\")",
                "Closes: https://example.com/issues/7"
            })
    void whatNamesSomebodyStaysAsItIsWritten(String reply) {
        assertThat(added("", "Fine.~" + reply + "~Bo")).containsExactly(reply);
    }

    @Test
    void aBegunOneTakesNoOtherAsItsRest() {
        assertThat(added("", "Reviewed-by:~" + ACKED)).containsExactly(ACKED);
    }

    @Test
    void whatAProgramAddsWhenItMakesTextOfHtmlGoes() {
        assertThat(added("", "Acked-by: Bo Pier <bo@example.com<mailto:bo@example.com>>"))
                .containsExactly(ACKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acked-by: Bo Pier <bo@example.com>",
                "acked-by: bo pier <BO@example.com>",
                "Acked-by: bo@example.com",
                "Acked-by: Bo~ <bo@example.com>"
            })
    void oneOfAPersonIsEnough(String again) {
        assertThat(added("Dredge it.~~" + again, ACKED)).isEmpty();
        assertThat(added("Dredge it.", again + "~" + ACKED)).hasSize(1);
        assertThat(Trailers.added("Dredge it.", List.of(ACKED, lines(again))))
                .containsExactly(ACKED);
    }

    @Test
    void anotherKeyOrPersonIsAnotherTrailer() {
        var reviewed = "Reviewed-by: Bo Pier <bo@example.com>";
        var cleo = "Acked-by: Bo Pier <cleo@example.com>";

        assertThat(added(ACKED, reviewed + "~" + cleo)).containsExactly(reviewed, cleo);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----Original Message-----~From: Ann Quay~Sent: Thursday, October 1, 2026 10:00~To: Bo",
                "Von: Ann Quay <ann@example.com>~Gesendet: Donnerstag, 1. Oktober 2026~An: Bo Pier",
                "De : Ann Quay~Envoyé : jeudi 1 octobre 2026~À : Bo Pier~Objet : mole",
                "*From:* Ann Quay~*Date:* 2026-10-01~*Subject:* mole",
                "发件人： Ann Quay~发送时间： 2026年10月1日 10:00~收件人： Bo"
            })
    void aMailThatIsQuotedWithoutMarksAddsNothing(String header) {
        var original = header + "~~It silts up.~~Signed-off-by: Cleo <cleo@example.com>";

        assertThat(added("It silts up.", ACKED + "~~" + original)).containsExactly(ACKED);
    }

    @Test
    void fieldsThatAreNoHeaderQuoteNothing() {
        var reply = "Fixes: 0123abcd~Cc: cleo@example.com~Note: none~" + ACKED;

        assertThat(added("", reply)).containsExactly("Fixes: 0123abcd", ACKED);
    }

    private static List<String> added(String message, String reply) {
        return Trailers.added(lines(message), List.of(lines(reply)));
    }

    private static String lines(String text) {
        return text.replace('~', '\n');
    }
}
