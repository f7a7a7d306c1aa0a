package io.patchbay.store.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.mail.Mail;
import io.patchbay.store.StoreContract;
import io.patchbay.store.database.Row;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.filing.Filed;
import io.patchbay.tracker.mails.KeptMail.Outcome;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Stream;

/** Mails with a patch that are replies although they do not say "Re:" (mail-ingest §22). */
final class UnmarkedRepliesTest extends StoreContract {

    private static final String DIFF =
            """
            --- a/quay.c
            +++ b/quay.c
            @@ -1,1 +1,1 @@
            -int before;
            +int other;
            """;
    private static final String ANSWER =
            "Looks good.\n\n-----Original Message-----\nFrom: Ada\nText.\n\n";

    private final ThreadedMails ada = new ThreadedMails();
    private final ThreadedMails ben =
            new ThreadedMails().from("Ben <ben@example.org>").saying(ANSWER + DIFF);
    private final ThreadedMails quoting =
            new ThreadedMails().from("Ben <ben@example.org>").saying("Looks good.\n\n" + DIFF);

    @BeforeEach
    void addProject() {
        FilingBatchTest.addProjects(store);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AW: [PATCH] a",
                "[EXT] Re: [PATCH] a",
                "Antw: a",
                "r: A",
                "[harbor] SV: [PATCH] a"
            })
    void aReviewersMailWithAWordOfAnAnswerIsAComment(String subject) {
        var filed = file(ada.mail("a", "[PATCH] a", 0), quoting.mail("r", subject, 5, "a"));

        assertThat(filed.getLast())
                .isInstanceOfSatisfying(
                        Filed.AsComment.class,
                        comment ->
                                assertThat(comment.comment().content().text().content())
                                        .startsWith("Looks good.")
                                        .contains("+int other;"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[PATCH] a", "AW: [PATCH] a", "About the quay"})
    void aMailThatQuotesWhatItAnswersIsAComment(String subject) {
        var filed = file(ada.mail("a", "[PATCH] a", 0), ben.mail("r", subject, 5, "a"));

        assertThat(filed.getLast()).isInstanceOf(Filed.AsComment.class);
    }

    @Test
    void anAnswerMayAnswerACommentOrACoverLetter() {
        var filed =
                file(
                        ada.mail("a0", "[PATCH 0/1] a", 0),
                        quoting.mail("r", "AW: [PATCH 0/1] a", 5, "a0"),
                        quoting.mail("s", "AW: AW: [PATCH 0/1] a", 6, "r"));

        assertThat(filed.subList(1, 3))
                .hasExactlyElementsOfTypes(Filed.AsComment.class, Filed.AsComment.class);
    }

    @Test
    void anAuthorWhoSendsTheNextVersionByTheAnswerButtonSendsAPatch() {
        var filed =
                file(
                        ada.mail("a", "[PATCH] a", 0),
                        ada.mail("b", "回复: [PATCH] a", 5, "a"),
                        quoting.mail("r", "Re: [PATCH] a", 6, "b"),
                        ada.mail("c", "AW: [PATCH v2] a", 7, "a", "b", "r"));

        assertThat(filed)
                .hasExactlyElementsOfTypes(
                        Filed.AsPatch.class,
                        Filed.AsPatch.class,
                        Filed.AsComment.class,
                        Filed.AsPatch.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"r: bindings", "[PATCH 1/1] res: fix", "ref: fix the quay", "sv: b"})
    void aSubsystemMayBeCalledLikeAWordOfAnAnswer(String subject) {
        var filed = file(ada.mail("a", "[PATCH] a", 0), quoting.mail("p", subject, 5, "a"));

        assertThat(filed.getLast()).isInstanceOf(Filed.AsPatch.class);
    }

    @Test
    void whatRefersToNothingThatIsHereIsAPatchUnlessAllSpeaksAgainstIt() {
        var filed =
                file(
                        quoting.mail("p", "AW: [PATCH] a", 5, "unknown"),
                        quoting.mail("q", "AW: [PATCH] a", 5),
                        ben.mail("s", "[PATCH] a", 5, "unknown"),
                        ben.mail("r", "AW: [PATCH] a", 5, "unknown"));

        assertThat(filed.subList(0, 3))
                .allSatisfy(one -> assertThat(one).isInstanceOf(Filed.AsPatch.class));
        assertThat(filed.getLast().fate().outcome()).isEqualTo(Outcome.HOLDS_DIFF);
    }

    @Test
    void anAnswerThatCameBeforeIsACommentThen() {
        file(ben.mail("r", "AW: [PATCH] a", 5, "a"), ada.mail("a", "[PATCH] a", 0));

        assertThat(list("select cast(id as varchar(9)) from patch")).hasSize(1);
        assertThat(list("select msgid from patch_comment")).containsExactly("<r@example.com>");
    }

    @Test
    void whatAProgramSendsByItselfIsACommentOrStandsInTheQuarantine() {
        var robot =
                new ThreadedMails()
                        .from("CI <ci@example.org>\nAuto-Submitted: auto-generated")
                        .saying("It fails:\n" + DIFF);
        var filed =
                file(
                        robot.mail("x", "build fails", 1, "unknown"),
                        ada.mail("a", "[PATCH] a", 0),
                        robot.mail("y", "build fails", 5, "a"),
                        robot.mail("z", "nightly", 5));

        assertThat(filed)
                .extracting(one -> one.fate().outcome())
                .containsExactly(
                        Outcome.HOLDS_DIFF, Outcome.PATCH, Outcome.COMMENT, Outcome.HOLDS_DIFF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "harbor Digest, Vol 3, Issue 7",
                "harbor post from ada@example.com requires approval",
                "x\nContent-Type: multipart/report; boundary=e"
            })
    void whatIsNoSubmissionIsNoComment(String subject) {
        var sender =
                new ThreadedMails()
                        .saying(subject.contains("boundary") ? "--e\n\n" + DIFF + "--e--" : DIFF);

        var filed = file(ada.mail("a", "[PATCH] a", 0), sender.mail("d", subject, 5, "a"));

        assertThat(filed.getLast().fate().outcome()).isEqualTo(Outcome.HOLDS_DIFF);
    }

    private List<Filed> file(Mail... mails) {
        var filing = new Filing(store, clock);
        return Stream.of(mails).map(filing::file).toList();
    }

    private List<String> list(String query) {
        return sample(sample -> sample.writing().transaction().sql().list(query, Row::text));
    }
}
