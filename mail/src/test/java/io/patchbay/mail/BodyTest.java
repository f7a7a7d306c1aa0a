package io.patchbay.mail;

import static io.patchbay.mail.Samples.SMALL_DIFF;
import static io.patchbay.mail.Samples.mail;
import static io.patchbay.mail.Samples.withBody;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.mail.diff.Diff;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

/** What a mail says and the diff it carries. */
class BodyTest {

    private static final String MIXED =
            """
            Subject: [PATCH] fix
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="cut"

            """;

    @Test
    void aSubmissionIsTextAndDiff() {
        var body =
                withBody("Fix the tide.\n---\n tide.c | 2 +-\n\n" + SMALL_DIFF + "-- \n2.43\n")
                        .body();

        assertThat(body)
                .isEqualTo(new Body("Fix the tide.\n---\n tide.c | 2 +-", new Diff(SMALL_DIFF)));
    }

    @Test
    void aReplyIsAllText() {
        var body = mail("Subject: Re: [PATCH] fix\n\nLike this?\n\n" + SMALL_DIFF).body();

        assertThat(body.diff()).isNull();
        assertThat(body.content()).isEqualTo("Like this?\n\n" + SMALL_DIFF.strip());
    }

    @Test
    void aMailWithoutSubjectIsASubmission() {
        assertThat(mail("From: a@example.org\n\n" + SMALL_DIFF).body().diff()).isNotNull();
    }

    @Test
    void theSignatureIsCutOff() {
        assertThat(withBody("said\n-- \nAnn").body().content()).isEqualTo("said");
        assertThat(withBody("said\n_____\nlist\n").body().content()).isEqualTo("said");
        assertThat(withBody("said\n_\nlist\n").body().content()).isEqualTo("said");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"said\n--\nAnn", "said\n -- \nAnn", "said\n__ \nAnn", "said\n--  \nAnn"})
    void otherDashesAreNoSignature(String text) {
        assertThat(withBody(text).body().content()).isEqualTo(text);
    }

    @Test
    void aSignatureMarkOnTheLastLineIsKeptWithoutItsSpace() {
        assertThat(withBody("said\n-- ").body().content()).isEqualTo("said\n--");
    }

    @Test
    void aSignatureInAnEarlierPartTakesTheLaterOnesAlong() {
        var body =
                mail(MIXED + "--cut\n\nsaid\n-- \nAnn\n--cut\n\nlater\n--cut\n\n" + SMALL_DIFF)
                        .body();

        assertThat(body).isEqualTo(new Body("said", new Diff(SMALL_DIFF)));
    }

    @Test
    void plainTextPartsAreJoined() {
        var body = mail(MIXED + "--cut\n\n one \n\n--cut\n\n\n two\n--cut--\nepilogue\n").body();

        assertThat(body.content()).isEqualTo("one\ntwo");
    }

    @Test
    void ofAttachmentsThatHoldNoDiffTheLastIsOneAndTextAfterItIsAllText() {
        var body =
                mail(MIXED
                                + "--cut\nContent-Type: text/x-diff\n\none\n\n"
                                + "--cut\nContent-Type: text/x-diff\n\ntwo\n\n"
                                + "--cut\n\n"
                                + SMALL_DIFF)
                        .body();

        assertThat(body).isEqualTo(new Body(SMALL_DIFF.strip(), new Diff("two\n")));
    }

    @Test
    void ofSeveralDiffsInTextTheFirstIsTheDiff() {
        var body = mail(MIXED + "--cut\n\n" + SMALL_DIFF + "\n--cut\n\n" + SMALL_DIFF).body();

        assertThat(body).isEqualTo(new Body(SMALL_DIFF.strip(), new Diff(SMALL_DIFF)));
    }

    @Test
    void htmlAndOtherKindsCountForNothing() {
        var body =
                mail(MIXED
                                + "--cut\nContent-Type: text/html\n\n<p>said</p>\n"
                                + "--cut\nContent-Type: application/zip; name=x.zip\n\nPK\n"
                                + SMALL_DIFF)
                        .body();

        assertThat(body).isEqualTo(new Body("", null));
        assertThat(body.isEmpty()).isTrue();
    }

    @Test
    void anAttachedMessageIsReadToo() {
        var body =
                mail(MIXED
                                + "--cut\n\nsaid\n--cut\nContent-Type: message/rfc822\n\n"
                                + "Subject: inner\n\ninside\n--cut--\n")
                        .body();

        assertThat(body.content()).isEqualTo("said\ninside");
    }

    @Test
    void transferEncodingsAreRemoved() {
        assertThat(
                        mail("Content-Transfer-Encoding: quoted-printable\n\n=C3=A9=\n=3D=\nx=ZZ=\n")
                                .body()
                                .content())
                .isEqualTo("é=x=ZZ");
        assertThat(mail("Content-Transfer-Encoding: BASE64\n\nc2Fp\nZCDD\n!qQ\n").body().content())
                .isEqualTo("said é");
        assertThat(mail("Content-Transfer-Encoding: base64\n\nc2Fp=\n\nZ\n").body().content())
                .isEqualTo("c2Fp=Z");
        assertThat(
                        mail("Content-Transfer-Encoding: x-uuencode\n\nbegin 644 a\n$<V%I9 \n`\nend\n")
                                .body()
                                .content())
                .isEqualTo("said");
        assertThat(mail("Content-Transfer-Encoding: none\n\n=3D\n").body().content())
                .isEqualTo("=3D");
    }

    @Test
    void anEmptyAttachmentDoesNotHideADiffInTheText() {
        var body =
                mail(MIXED + "--cut\nContent-Type: text/x-patch\n\n\n--cut\n\n" + SMALL_DIFF)
                        .body();

        assertThat(body.diff()).isEqualTo(new Diff(SMALL_DIFF));
    }

    @Test
    void aDiffOfNothingButNulsIsNone() {
        assertThat(mail("Content-Type: text/x-patch\n\n\0\0").body().isEmpty()).isTrue();
    }

    @Test
    void uuencodedTextNeedsItsFirstLine() {
        assertThat(uuencoded("hello\nbegin x y\nbegin 644 a b\n#<V%I\n!9\nend\nrest"))
                .isEqualTo("said");
        assertThat(uuencoded("begin 644\n#<V%I\nend")).isEqualTo("sai");
        assertThat(uuencoded("begin 649 a\n#<V%I\nend")).isEqualTo("begin 649 a\n#<V%I\nend");
    }

    @Test
    void uuencodedTextMayBeCutOffOrHaveMoreBehindItsLines() {
        assertThat(uuencoded("begin 644 a\n$<V%I9")).isEqualTo("said");
        assertThat(uuencoded("begin 644 a\n$<V%I9!more\n end ")).isEqualTo("said");
    }

    @Test
    void aBrokenUuencodedLineLeavesTheTextAsItIs() {
        assertThat(uuencoded("begin 644 a\n#<V%I\n\n!9\nend"))
                .isEqualTo("begin 644 a\n#<V%I\n\n!9\nend");
        assertThat(uuencoded("begin 644 a\n#<v%I\nend")).isEqualTo("begin 644 a\n#<v%I\nend");
    }

    private static String uuencoded(String lines) {
        return mail("Content-Transfer-Encoding: uuencode\n\n" + lines + "\n").body().content();
    }

    /** Better than the Python that Patchwork runs on, which then does not decode. */
    @Test
    void wordsAfterTheNameOfATransferEncodingAreIgnored() {
        assertThat(mail("Content-Transfer-Encoding: base64 (yes)\n\nc2FpZA==\n").body().content())
                .isEqualTo("said");
    }

    @Test
    void theDeclaredCharsetIsUsed() {
        assertThat(ofBytes("Content-Type: text/plain; charset=iso-8859-15", "\u00a4"))
                .isEqualTo("€");
        assertThat(ofBytes("Content-Type: text/plain;\n charset=\"KOI8-R\"", "\u00c4\u00c1"))
                .isEqualTo("да");
        assertThat(ofBytes("Content-Type: text/plain; charset*=us-ascii'en'KOI8-R", "\u00c4\u00c1"))
                .isEqualTo("да");
    }

    @Test
    void withoutAKnownCharsetUtf8ComesBeforeWindows1252BeforeLatin1() {
        for (var header : new String[] {"X: y", "Content-Type: text/plain; charset=x-nonsense"}) {
            assertThat(ofBytes(header, "\u00c3\u00a9")).isEqualTo("é");
            assertThat(ofBytes(header, "\u0080")).isEqualTo("€");
            assertThat(ofBytes(header, "\u0081\u00e9")).isEqualTo("\u0081é");
        }
    }

    /** Better than Patchwork, which then drops the text and with it the mail. */
    @Test
    void aWrongCharsetDoesNotCostTheText() {
        assertThat(ofBytes("Content-Type: text/plain; charset=us-ascii", "\u00c3\u00a9"))
                .isEqualTo("é");
        assertThat(ofBytes("Content-Type: text/plain; charset=utf-8", "\u00e9 \u0080"))
                .isEqualTo("é €");
    }

    @Test
    void zeroBytesVanish() {
        var body = withBody("sa\0id\n" + SMALL_DIFF.replace("low;", "lo\0w;")).body();

        assertThat(body).isEqualTo(new Body("said", new Diff(SMALL_DIFF)));
    }

    @Test
    void aDeliveredMailHasOnlyLineFeeds() {
        var raw =
                ("Subject: [PATCH] x\r\n\r\nsaid\r\nmore\r\n" + SMALL_DIFF).replace("\n+", "\r\n+");

        var body = Mail.read(raw.getBytes(StandardCharsets.UTF_8)).body();

        assertThat(body).isEqualTo(new Body("said\nmore", new Diff(SMALL_DIFF)));
    }

    @Test
    void anArchivedMailKeepsTheCarriageReturnsOfItsDiff() {
        var raw = ("Subject: [PATCH] x\n\nsaid\nmore\n" + SMALL_DIFF).replace("\n", "\r\n");

        var mail = Mail.readArchived(raw.getBytes(StandardCharsets.UTF_8));

        assertThat(mail.body())
                .isEqualTo(new Body("said\nmore", new Diff(SMALL_DIFF.replace("\n", "\r\n"))));
        assertThat(mail.storedHeaders()).isEqualTo("Subject: [PATCH] x");
    }

    private static String ofBytes(String headers, String bytes) {
        return Samples.mailOfBytes(headers + "\n\n" + bytes + "\n").body().content();
    }
}
