package io.patchbay.mail;

import static io.patchbay.mail.Samples.SMALL_DIFF;
import static io.patchbay.mail.Samples.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/** Bodies that are encoded in ways which Patchwork's platform does not follow. */
class BodyDecodingTest {

    private static final String FLOWED =
            "Content-Type: text/plain; charset=utf-8; format=flowed\n\n";

    private static String diff(Mail mail) {
        return Objects.requireNonNull(mail.body().diff()).text();
    }

    private static String stuffed(String text) {
        return text.replaceAll("(?m)^ ", "  ");
    }

    /** RFC 3676 §4.4: the space that a writer puts before a line with a space goes. */
    @Test
    void aFlowedDiffLosesWhatItWasStuffedWith() {
        var diff = SMALL_DIFF.replace(" int slack;", " ").replace("high;", "high; ");

        var mail = mail(FLOWED + stuffed("Why.\n---\n tide.c | 2 +-\n\n" + diff) + "-- \n2.43\n");

        assertThat(diff(mail)).isEqualTo(diff);
        assertThat(mail.body().content()).isEqualTo("Why.\n---\n tide.c | 2 +-");
    }

    /** RFC 3676 §4.2, but not in the diff, nor where a quote, a signature or the diff begins. */
    @Test
    void aFlowedTextIsJoinedAboveTheDiff() {
        var text = "The tide \nis \nlow. \n\n> quoted \nsaid \n> quoted\nlast \n";

        assertThat(mail(FLOWED + text + stuffed(SMALL_DIFF)).body().content())
                .isEqualTo("The tide is low. \n\n> quoted \nsaid \n> quoted\nlast");
        assertThat(
                        mail(FLOWED.replace("flowed", "Flowed; DelSp=Yes")
                                        + "hea \nvy\n"
                                        + stuffed(SMALL_DIFF))
                                .body()
                                .content())
                .isEqualTo("heavy");
    }

    /** Writers declare the format and do not keep to it: the diff would lose its first column. */
    @ParameterizedTest
    @ValueSource(strings = {" int high;", " \tint high;"})
    void aDiffThatIsNotStuffedStays(String context) {
        var diff = SMALL_DIFF.replace(" int high;", context);

        assertThat(diff(mail(FLOWED + diff))).isEqualTo(diff);
    }

    @Test
    void withoutADiffAFlowedTextStaysAsItsWriterSeesIt() {
        assertThat(mail(FLOWED + "The tide \nis low.").body().content())
                .isEqualTo("The tide \nis low.");
        assertThat(mail("Subject: Re: x\n" + FLOWED + "a \n  b\n" + SMALL_DIFF).body().content())
                .startsWith("a \n  b\n");
    }

    /** With padding at the end of the digits and without, and with a line end in them or none. */
    @ParameterizedTest
    @ValueSource(strings = {"Häfen – done.", "Häfen – done", "Häfen – so done.\n"})
    void base64EndsWhereAListAddsPlainText(String text) {
        var footer = "_____\nDock mailing list\nhttps://lists.example.org\n";

        assertThat(base64(mime(text) + "\n" + footer)).isEqualTo(text.strip());
        assertThat(base64(mime(text) + "\nDock mailing list, März\n"))
                .isEqualTo(text.strip() + "\nDock mailing list, März");
    }

    @Test
    void textThatIsNoBase64AtAllStays() {
        assertThat(base64("Not encoded: a word\nSecond line\n"))
                .isEqualTo("Not encoded: a word\nSecond line");
    }

    /** Old servers break lines of more than 990 bytes so. */
    @Test
    void exclamationMarksInBase64AreSkipped() {
        assertThat(base64("c2Fp!\n ZCDD\n!qQ==\n")).isEqualTo("said é");
    }

    private static String base64(String body) {
        return mail("Content-Transfer-Encoding: base64\n\n" + body).body().content();
    }

    private static String mime(String text) {
        return Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** RFC 2046 §4.1.4. */
    @ParameterizedTest
    @ValueSource(strings = {"text/markdown", "text/enriched", "TEXT/x-nonsense", "text/"})
    void textOfAnUnknownKindIsPlain(String type) {
        var mail =
                Samples.mailOfBytes(
                        "Content-Type: %s; charset=iso-8859-15\n\n\u00a4\n%s"
                                .formatted(type, SMALL_DIFF));

        assertThat(mail.body().content()).isEqualTo("€");
        assertThat(diff(mail)).isEqualTo(SMALL_DIFF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/calendar",
                "text/rfc822-headers",
                "text/x-log; name=dmesg.log",
                "text/x-log\nContent-Disposition: ATTACHMENT",
            })
    void whatIsAttachedOrHasALanguageOfItsOwnIsNotPlain(String type) {
        assertThat(parts("mixed", "text/plain", type)).isEqualTo("text/plain");
    }

    @Test
    void ofAlternativesThePlainOneCounts() {
        assertThat(parts("alternative", "text/plain", "text/markdown")).isEqualTo("text/plain");
        assertThat(parts("alternative", "text/markdown", "text/plain")).isEqualTo("text/plain");
        assertThat(parts("alternative", "text/markdown", "text/html")).isEqualTo("text/markdown");
        assertThat(parts("mixed", "text/markdown", "text/plain"))
                .isEqualTo("text/markdown\ntext/plain");
    }

    /** Each part says what it is. */
    private static String parts(String kind, String... types) {
        var mail =
                new StringBuilder("Content-Type: multipart/%s; boundary=cut\n\n".formatted(kind));
        for (var type : types) {
            mail.append("--cut\nContent-Type: ").append(type).append("\n\n");
            mail.append(type.lines().findFirst().orElseThrow()).append("\n");
        }
        return mail(mail + "--cut--\n").body().content();
    }

    /** As git does. */
    @Test
    void ofTwoTransferEncodingsTheLastCounts() {
        var header = "Content-Transfer-Encoding: ";

        assertThat(
                        mail(header + "8bit\n" + header + "quoted-printable\n\nx=C3=A9\n")
                                .body()
                                .content())
                .isEqualTo("xé");
        assertThat(mail(header + "base64\n" + header + "7bit\n\nx=C3=A9\n").body().content())
                .isEqualTo("x=C3=A9");
    }

    /** RFC 2045 §6.7 (3). */
    @Test
    void blanksThatATransportPutBehindASoftLineBreakAreNothing() {
        assertThat(
                        mail("Content-Transfer-Encoding: quoted-printable\n\na =  \nb=\t\nc = d= \n")
                                .body()
                                .content())
                .isEqualTo("a bc = d");
    }
}
