package io.patchbay.tracker.mbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.mail.diff.DiffEncoding;
import io.patchbay.tracker.filing.Desk;
import io.patchbay.tracker.filing.IncomingMailBuilder;
import io.patchbay.tracker.filing.RawMail;
import io.patchbay.tracker.model.CheckState;
import io.patchbay.tracker.model.Cover;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.RuleSet;
import io.patchbay.tracker.model.User;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;

/** A patch or cover letter as a mail for {@code git am} (web-ui §6). */
final class MboxTest {

    private static final String HEADERS =
            """
            Received: from a.example.org
            	by b.example.org
            From: Ada <ada@example.com>
            Content-Type: multipart/mixed
            Content-Transfer-Encoding: base64
            content-type: odd
            Date: Sun, 1 Mar 2026 13:00:00 +0100
            MIME-Version: 1.0
            Subject: [PATCH] paint\
            """;

    private static final Person ADA = new Person(1, "Ada", "ada@example.com", null);

    @Test
    void aPatchWithTrailersFromItsComments() {
        var text =
                new MailText(
                        HEADERS,
                        "Paint it.\n\nSigned-off-by: Ada <ada@example.com>\n---\nv2: red\n paint.c | 1 +",
                        RawMail.DIFF);

        var mbox =
                mbox(
                        patch(ADA, new User(4, "ben", "Ben", "", "ben@example.com")),
                        text,
                        List.of(
                                "Fine.\nReviewed-by: Cleo <cleo@example.com>\n> Acked-by: Nobody",
                                "Fixes: nothing\nTESTED-BY: dora@example.com\nReviewed-by: Cleo <cleo@example.com>"));

        assertThat(mbox)
                .isEqualTo(
                        """
                        From patchwork Sun Mar  1 12:00:00 2026
                        Content-Type: text/plain; charset="utf-8"
                        MIME-Version: 1.0
                        Content-Transfer-Encoding: 7bit
                        X-Patchwork-Submitter: Ada <ada@example.com>
                        X-Patchwork-Id: 7
                        X-Patchwork-Delegate: ben@example.com
                        Received: from a.example.org
                        	by b.example.org
                        From: Ada <ada@example.com>
                        Date: Sun, 1 Mar 2026 13:00:00 +0100
                        MIME-Version: 1.0
                        Subject: [PATCH] paint

                        Paint it.

                        Signed-off-by: Ada <ada@example.com>
                        Reviewed-by: Cleo <cleo@example.com>
                        TESTED-BY: dora@example.com
                        ---
                        v2: red
                         paint.c | 1 +

                        """
                                + RawMail.DIFF);
    }

    @Test
    void aMailWithoutDateHeaderGetsTheStoredDate() {
        var mbox = mbox(patch(ADA, null), new MailText("Subject: x", "", null), List.of());

        assertThat(mbox)
                .endsWith("Subject: x\nDate: Sun, 01 Mar 2026 12:00:00 -0000\n\n")
                .doesNotContain("Delegate");
    }

    @Test
    void aSenderThatTheListHidIsPutBack() {
        var hidden = "From: Ada via Harbor <harbor@lists.example.org>\nDate: now";

        var mbox = mbox(patch(ADA, null), new MailText(hidden, "x", null), List.of());

        assertThat(mbox)
                .contains(
                        """
                        X-Patchwork-Original-From: Ada via Harbor <harbor@lists.example.org>
                        From: Ada <ada@example.com>
                        Date: now
                        """);
    }

    @Test
    void byOurRulesASenderThatARelayHidIsPutBackToo() {
        var text = new MailText("From: Ada via Relay <relay@example.org>\nDate: now", "x", null);

        assertThat(mbox(patch(Desk.HARBOR), text, List.of()))
                .contains("\nFrom: Ada via Relay <relay@example.org>\n");
        assertThat(mbox(patch(Desk.project(1, "harbor", RuleSet.PATCHBAY)), text, List.of()))
                .contains(
                        """
                        X-Patchwork-Original-From: Ada via Relay <relay@example.org>
                        From: Ada <ada@example.com>
                        Date: now
                        """);
    }

    @Test
    void anythingButAsciiIsEightBit() {
        var text = new MailText("Date: now", "Grüße", null);

        var mbox =
                mbox(patch(new Person(1, "Bjørn", "b@example.com", null), null), text, List.of());

        assertThat(mbox)
                .contains("Content-Transfer-Encoding: 8bit\n")
                .contains("X-Patchwork-Submitter: =?utf-8?b?QmrDuHJu?= <b@example.com>\n")
                .endsWith("\n\nGrüße\n");
    }

    @Test
    void aSenderWithoutNameIsAnAddress() {
        var nameless = new Person(1, null, "b@example.com", null);

        var mbox = mbox(patch(nameless, null), new MailText("Date: now", "x", null), List.of());

        assertThat(mbox).contains("X-Patchwork-Submitter: b@example.com\n");
    }

    @Test
    void carriageReturnsThatEndEveryLineAreLeftOut() {
        var text = new MailText("Date: now", "x", "--- a/x\r\n+++ b/x\r\n+line\r\n");

        var mbox = mbox(patch(ADA, null), text, List.of());

        assertThat(mbox)
                .contains("Content-Transfer-Encoding: 7bit\n")
                .endsWith("\n\nx\n\n--- a/x\n+++ b/x\n+line\n");
    }

    @Test
    void carriageReturnsOfFilesAreQuoted() {
        var text = new MailText("Date: now", "x = 1", "--- a/x\n+++ b/x\n+line\r\n lone\rreturn\n");

        var mbox = mbox(patch(ADA, null), text, List.of());

        assertThat(mbox)
                .contains(
                        "Content-Type: text/plain; charset=\"utf-8\"\n",
                        "Content-Transfer-Encoding: quoted-printable\n")
                .endsWith("\n\nx =3D 1\n\n--- a/x\n+++ b/x\n+line=0D\n lone=0Dreturn\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"From here on", "one\nFrom here on"})
    void aLineThatBeginsLikeAMailIsQuoted(String content) {
        var mbox = mbox(cover(), new MailText("Date: now", content, null), List.of());

        assertThat(mbox)
                .contains("Content-Transfer-Encoding: quoted-printable\n")
                .endsWith("\n=46rom here on\n")
                .doesNotContain("\nFrom here");
    }

    @Test
    void aLineThatOnlyMentionsItStaysAsItIs() {
        var text = new MailText("Date: now", "a From b\n>From c\n From d", "+From e\n");

        assertThat(mbox(patch(ADA, null), text, List.of()))
                .contains("Content-Transfer-Encoding: 7bit\n")
                .endsWith("\n\na From b\n>From c\n From d\n\n+From e\n");
    }

    @Test
    void aDiffGoesBackInItsBytes() {
        var text =
                new MailText("Date: now", "Für x", "+été\n", new DiffEncoding("ISO-8859-1", null));

        var mbox = mbox(patch(ADA, null), text, List.of("Acked-by: Zoë <z@example.com>"));

        assertThat(mbox)
                .contains(
                        "Content-Type: text/plain; charset=\"iso-8859-1\"\n",
                        "Content-Transfer-Encoding: quoted-printable\n")
                .endsWith("\n\nF=FCr x\nAcked-by: Zo=EB <z@example.com>\n\n+=E9t=E9\n");
    }

    @Test
    void aMessageThatTheCharsetOfTheDiffLacksIsUtf8() {
        var text =
                new MailText(
                        "Date: now",
                        "Für x und y",
                        "+été de l'an\n",
                        new DiffEncoding("ISO-8859-1", null));

        var mbox = mbox(patch(ADA, null), text, List.of("Acked-by: Łucja <l@example.com>"));

        assertThat(mbox)
                .contains("Content-Type: text/plain; charset=\"utf-8\"\n")
                .endsWith(
                        "\n\nF=C3=BCr x und y\nAcked-by: =C5=81ucja <l@example.com>\n\n+=E9t=E9 de l'an\n");
    }

    @Test
    void bytesThatNoCharsetGivesBackAreKeptBeside() {
        var encoding = new DiffEncoding("windows-31j", "+\u00ee\u00f9\n");

        var mbox =
                mbox(
                        patch(ADA, null),
                        new MailText("Date: now", "x", "+\uFFE2\n", encoding),
                        List.of());

        assertThat(mbox).contains("charset=\"windows-31j\"").endsWith("\n\nx\n\n+=EE=F9\n");
    }

    @Test
    void whatIsMostlyForeignIsBase64() {
        var encoding = new DiffEncoding("KOI8-R", null);

        var mbox =
                mbox(
                        patch(ADA, null),
                        new MailText("Date: now", "x", "+" + "Причал".repeat(20) + "\n", encoding),
                        List.of());

        assertThat(mbox)
                .contains(
                        "Content-Type: text/plain; charset=\"koi8-r\"\n",
                        "Content-Transfer-Encoding: base64\n");
    }

    @Test
    void trailersStandWhereGitEndsTheMessage() {
        var text =
                new MailText(
                        "Date: now", "one\n\n-- \ntwo\n--\nthree\n--- \nfour\n---\nfive", null);

        var mbox = mbox(cover(), text, List.of("Acked-by: ben@example.com"));

        assertThat(mbox)
                .endsWith(
                        "\n\none\n\n-- \ntwo\n--\nthree\nAcked-by: ben@example.com\n---\nfour\n---\nfive\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-type: text/html; charset=koi8-r",
                "CONTENT-TYPE: multipart/mixed",
                "content-transfer-encoding: base64"
            })
    void headersOfTheContentAreOursHoweverTheyAreSpelt(String header) {
        var text = new MailText(header + "\nDate: now", "x", null);

        assertThat(mbox(cover(), text, List.of())).doesNotContain(header);
    }

    @Test
    void aHiddenSenderIsPutBackHoweverTheFieldIsSpelt() {
        var text = new MailText("FROM: Ada via Harbor <harbor@lists.example.org>", "x", null);

        assertThat(mbox(patch(ADA, null), text, List.of()))
                .contains("X-Patchwork-Original-From: Ada via", "\nFrom: Ada <ada@example.com>\n");
    }

    @Test
    void aCoverHasNoDiffAndSeveralMailsAreJoined() {
        var text = new MailText("Date: now", "words", null);
        var one = mbox(cover(), text, List.of());

        assertThat(one)
                .startsWith("From patchwork ")
                .endsWith("X-Patchwork-Id: 3\nDate: now\n\nwords\n");
        assertThat(
                        new Mbox()
                                .add(cover(), text, List.of())
                                .add(cover(), text, List.of())
                                .toString())
                .isEqualTo(one + "\n" + one);
    }

    @ParameterizedTest
    @CsvSource({
        "'[v2,1/2] first', v2-1-2-first",
        "'a  b', a-b",
        "'--x--', x",
        "'x_y.z-1', x_y.z-1",
        "Grüße, Gr-e",
        "'[]', ''"
    })
    void aNameBecomesAFileName(String name, String fileName) {
        assertThat(Mbox.fileName(name)).isEqualTo(fileName);
    }

    private static String mbox(Patch patch, MailText text, List<String> comments) {
        return new Mbox().add(patch, text, comments).toString();
    }

    private static String mbox(Cover cover, MailText text, List<String> comments) {
        return new Mbox().add(cover, text, comments).toString();
    }

    private static Patch patch(Project project) {
        return patch(project, ADA, null);
    }

    private static Patch patch(Person submitter, @Nullable User delegate) {
        return patch(Desk.HARBOR, submitter, delegate);
    }

    private static Patch patch(Project project, Person submitter, @Nullable User delegate) {
        return new Patch(
                7,
                project,
                "<1@example.com>",
                IncomingMailBuilder.NOON,
                "paint",
                null,
                null,
                IncomingMailBuilder.NEW,
                false,
                null,
                submitter,
                delegate,
                null,
                null,
                CheckState.PENDING,
                null,
                List.of());
    }

    private static Cover cover() {
        return new Cover(
                3, Desk.HARBOR, "<0@example.com>", Instant.EPOCH, "[0/1] paint", ADA, null);
    }
}
