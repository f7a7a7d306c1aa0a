package io.patchbay.mail;

import static io.patchbay.mail.Samples.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.mail.diff.Diff;
import io.patchbay.mail.header.Header;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

/** Messages whose structure is not what it should be. */
class MimeStructureTest {

    @Test
    void anEmptyInputIsAnEmptyMail() {
        var mail = mail("");

        assertThat(mail.headers()).isEmpty();
        assertThat(mail.storedHeaders()).isEmpty();
        assertThat(mail.body().isEmpty()).isTrue();
    }

    @Test
    void anEnvelopeLineInFrontIsNoHeader() {
        var mail = mail("From ann@example.org Tue Apr  7 09:32:49 2026\nSubject: x\n\nsaid\n");

        assertThat(mail.headers()).containsExactly(new Header("Subject", "x"));
        assertThat(mail.body().content()).isEqualTo("said");
    }

    @Test
    void anEnvelopeLineAmongTheHeadersIsSkipped() {
        var mail = mail("A: 1\nFrom ann\n lost\nB: 2\n\nsaid\n");

        assertThat(mail.headers()).containsExactly(new Header("A", "1"), new Header("B", "2"));
    }

    @Test
    void anEnvelopeLineAfterTheHeadersBelongsToTheBody() {
        assertThat(mail("A: 1\nFrom ann\n\nsaid\n").body().content()).isEqualTo("From ann\nsaid");
    }

    @Test
    void theFirstLineThatIsNoHeaderStartsTheBody() {
        var mail = mail("A: 1\nsaid: no\nbut this\nB: 2\n");

        assertThat(mail.headers()).containsExactly(new Header("A", "1"), new Header("said", "no"));
        assertThat(mail.body().content()).isEqualTo("but this\nB: 2");
    }

    @Test
    void aNamelessHeaderAndAContinuationOfNothingAreSkipped() {
        var mail = mail(" lost\nA: 1\n: lost\n too\nB: 2\n\n");

        assertThat(mail.headers()).containsExactly(new Header("A", "1"), new Header("B", "2"));
    }

    @Test
    void aBoundaryThatNeverClosesEndsWithTheMail() {
        assertThat(multipart("--cut\n\none\n--cut\n\ntwo\n")).isEqualTo("one\ntwo");
    }

    @Test
    void inAnArchiveEveryKindOfLineEndIsOne() {
        var raw =
                "A: 1\rB: 2\r\n 3\nContent-Type: multipart/mixed; boundary=cut\r\n\r\n"
                        + "--cut\rContent-Type: text/x-patch\r\rone\r\n\r\n--cut\r\n\r\n two \r--cut--\r";

        var mail = Mail.readArchived(raw.getBytes(StandardCharsets.UTF_8));

        assertThat(mail.headers()).startsWith(new Header("A", "1"), new Header("B", "2\r\n 3"));
        assertThat(mail.body()).isEqualTo(new Body("two", new Diff("one\r\n")));
    }

    @Test
    void whatFollowsTheLastBoundaryIsNoText() {
        assertThat(
                        multipart(
                                """
                                --cut
                                Content-Type: multipart/mixed; boundary=in

                                --in

                                one
                                --in--
                                --in

                                epilogue
                                --cut

                                two
                                --cut--
                                --cut

                                epilogue
                                """))
                .isEqualTo("one\ntwo");
    }

    @Test
    void aMultipartWithoutBoundaryEndsWithTheOneAroundIt() {
        assertThat(multipart("--cut\nContent-Type: multipart/mixed\n\nlost\n--cut\n\nsaid\n"))
                .isEqualTo("said");
    }

    @Test
    void aBoundaryMayHaveBlanksBehindIt() {
        assertThat(multipart("--cut \t\n\none\n--cut-- \nepilogue\n")).isEqualTo("one");
    }

    @Test
    void aLineThatOnlyStartsLikeABoundaryIsText() {
        assertThat(multipart("--cut\n\none\n--cutter\n--cut x\n--cut--x\n--cut--\n"))
                .isEqualTo("one\n--cutter\n--cut x\n--cut--x");
    }

    @Test
    void boundariesInARowHaveNoPartsBetweenThem() {
        assertThat(multipart("--cut\n--cut\n--cut--\n\none\n--cut\n\ntwo\n")).isEqualTo("one\ntwo");
    }

    @Test
    void aMultipartWithoutPartsHasNoText() {
        assertThat(multipart("preamble\n")).isEmpty();
        assertThat(mail("Content-Type: multipart/mixed\n\nsaid\n").body().content()).isEmpty();
    }

    @Test
    void anInnerMultipartThatNeverClosesEndsWithTheOuterOne() {
        assertThat(
                        multipart(
                                """
                                --cut
                                Content-Type: multipart/alternative; boundary=in

                                --in

                                one
                                --in
                                Content-Type: text/html

                                <p>
                                --cut

                                two
                                --cut--
                                """))
                .isEqualTo("one\ntwo");
    }

    @Test
    void aBoundaryMayBeQuotedSplitOrEscaped() {
        for (var parameter :
                new String[] {
                    "boundary=\"c t\"", "boundary*0=\"c \"; boundary*1=t", "BOUNDARY*=''c%20t"
                }) {
            var mail =
                    mail(
                            "Content-Type: multipart/mixed; x=\"a;b\"; %s\n\n--c t\n\nsaid\n"
                                    .formatted(parameter));

            assertThat(mail.body().content()).as(parameter).isEqualTo("said");
        }
    }

    @Test
    void theLineEndBeforeABoundaryBelongsToIt() {
        var mail =
                mail(
                        "Content-Type: multipart/mixed; boundary=cut\n\n"
                                + "--cut\nContent-Type: text/x-patch\n\none\n\n--cut--\n");

        var diff = mail.body().diff();
        assertThat(diff).isEqualTo(new Diff("one\n"));
    }

    @Test
    void whatIsNoContentTypeIsPlainText() {
        for (var type : new String[] {"text", "a/b/c", "", "plain text; charset=utf-8"}) {
            assertThat(mail("Content-Type: " + type + "\n\nsaid\n").body().content())
                    .isEqualTo("said");
        }
    }

    @Test
    void aDigestHoldsMessages() {
        var mail =
                mail(
                        "Content-Type: multipart/digest; boundary=cut\n\n"
                                + "--cut\n\nSubject: inner\n\nsaid\n--cut--\n");

        assertThat(mail.body().content()).isEqualTo("said");
    }

    @Test
    void aDeliveryReportIsARowOfHeaders() {
        assertThat(
                        multipart(
                                """
                                --cut
                                Content-Type: message/delivery-status

                                Reporting-MTA: dns; mx.example.org

                                Action: failed
                                no header
                                Status: 5.0.0

                                --cut

                                said
                                --cut--
                                """))
                .isEqualTo("no header\nStatus: 5.0.0\nsaid");
    }

    private static String multipart(String body) {
        return mail("Content-Type: multipart/mixed; boundary=cut\n\n" + body).body().content();
    }
}
