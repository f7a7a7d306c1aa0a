package io.patchbay.store.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.mail.Mail;
import io.patchbay.store.StoreContract;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.filing.Filed;
import io.patchbay.tracker.model.Series;
import io.patchbay.tracker.query.Selection;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which series mails make by our rules (mail-ingest §21). */
final class SeriesOfThreadsTest extends StoreContract {

    private final ThreadedMails ada = new ThreadedMails();

    @BeforeEach
    void addProject() {
        FilingBatchTest.addProjects(store);
    }

    @Test
    void threadsOfOneAuthorStayApartHoweverTheirMailsComeMixed() {
        file(
                ada.mail("a1", "[PATCH 1/2] a1", 0.1, "a0"),
                ada.mail("b2", "[PATCH 2/2] b2", 5.2, "b0"),
                ada.mail("a2", "[PATCH 2/2] a2", 0.2, "a0"),
                ada.mail("b0", "[PATCH 0/2] b", 5),
                ada.mail("b1", "[PATCH 1/2] b1", 5.1, "b0"),
                ada.mail("a0", "[PATCH 0/2] a", 0));

        assertThat(series()).containsExactlyInAnyOrder("v1 a: a0 a1 a2", "v1 b: b0 b1 b2");
    }

    @Test
    void threadsThatAnswerTheSameMailStayApart() {
        file(
                ada.mail("a1", "[PATCH 1/2] a1", 0.1, "talk", "a0"),
                ada.mail("b2", "[PATCH 2/2] b2", 5.2, "talk", "b0"),
                ada.mail("b0", "[PATCH 0/2] b", 5, "talk"),
                ada.mail("a2", "[PATCH 2/2] a2", 0.2, "talk", "a0"),
                ada.mail("b1", "[PATCH 1/2] b1", 5.1, "talk", "b0"),
                ada.mail("a0", "[PATCH 0/2] a", 0, "talk"));

        assertThat(series()).containsExactlyInAnyOrder("v1 a: a0 a1 a2", "v1 b: b0 b1 b2");
    }

    @Test
    void eachMailMayAnswerTheOneBefore() {
        file(
                ada.mail("a3", "[PATCH 3/3] a3", 0.3, "a0", "a1", "a2"),
                ada.mail("a1", "[PATCH 1/3] a1", 0.1, "a0"),
                ada.mail("a2", "[PATCH 2/3] a2", 0.2, "a0", "a1"),
                ada.mail("a0", "[PATCH 0/3] a", 0));

        assertThat(series()).containsExactly("v1 a: a0 a1 a2 a3");
    }

    @Test
    void aVersionThatAnswersTheOneBeforeIsASeriesOfItsOwn() {
        file(
                ada.mail("a0", "[PATCH 0/2] a", 0),
                ada.mail("a1", "[PATCH 1/2] a1", 0.1, "a0"),
                ada.mail("n2", "[PATCH v2 2/2] n2", 500, "a0"),
                ada.mail("n1", "[PATCHv2 1/2] n1", 500.1, "a0"),
                ada.mail("a2", "[PATCH 2/2] a2", 0.2, "a0"));

        assertThat(series())
                .containsExactlyInAnyOrder("v1 a: a0 a1 a2", "v2 [PATCHv2,1/2] n1: n1 n2");
    }

    @Test
    void aCoverLetterThatComesAfterTheNextVersionKeepsToItsOwn() {
        file(
                ada.mail("n1", "[PATCH v2 1/1] n1", 500, "a0", "n0"),
                ada.mail("n0", "[PATCH v2 0/1] n", 499, "a0"),
                ada.mail("a0", "[PATCH 0/1] a", 0),
                ada.mail("a1", "[PATCH 1/1] a1", 0.1, "a0"));

        assertThat(series()).containsExactlyInAnyOrder("v1 a: a0 a1", "v2 n: n0 n1");
    }

    @Test
    void eachPatchOfANewVersionMayAnswerTheReviewOfItsOld() {
        var reviewer = new ThreadedMails().from("Ben <ben@example.org>").saying("Please mend.");
        file(
                ada.mail("a0", "[PATCH 0/2] a", 0),
                ada.mail("a1", "[PATCH 1/2] a1", 0.1, "a0"),
                ada.mail("a2", "[PATCH 2/2] a2", 0.2, "a0"),
                reviewer.mail("r1", "Re: [PATCH 1/2] a1", 60, "a0", "a1"),
                reviewer.mail("r2", "Re: [PATCH 2/2] a2", 61, "a0", "a2"),
                ada.mail("n1", "[PATCH v2 1/2] n1", 90, "a0", "a1", "r1"),
                ada.mail("n2", "[PATCH v2 2/2] n2", 91, "a0", "a2", "r2"));

        assertThat(series()).containsExactlyInAnyOrder("v1 a: a0 a1 a2", "v2 [v2,1/2] n1: n1 n2");
    }

    @Test
    void aVersionThatOnlyTheCoverLetterNamesIsThatOfItsPatches() {
        file(
                ada.mail("a0", "[PATCH 0/2 v3] a", 0),
                ada.mail("a1", "[PATCH 1/2] a1", 0.02, "a0"),
                ada.mail("a2", "[PATCH 2/2] a2", 0.03, "a0"),
                ada.mail("b1", "[PATCH 1/2] b1", 30.02, "b0"),
                ada.mail("b2", "[PATCH 2/2] b2", 30.03, "b0"),
                ada.mail("b0", "[PATCH 0/2 v3] b", 30));

        assertThat(series()).containsExactlyInAnyOrder("v3 a: a0 a1 a2", "v1 b: b0 b1 b2");
    }

    @Test
    void aSlowSenderWithoutThreadsMakesOneSeries() {
        file(
                ada.mail("1", "[PATCH 1/4] one", 0),
                ada.mail("2", "[PATCH 2/4] two", 15),
                ada.mail("3", "[PATCH 3/4] three", 30),
                ada.mail("4", "[PATCH 4/4] four", 45),
                ada.mail("late", "[PATCH 1/4] another", 80),
                ada.mail("later", "[PATCH 2/4] more", 85));

        assertThat(series())
                .containsExactlyInAnyOrder("v1 [1/4] one: 1 2 3 4", "v1 [1/4] another: late later");
    }

    @Test
    void aCoverLetterWhoseIdARelayRewroteIsFoundByAuthorAndSize() {
        file(
                ada.mail("f0@relay.example", "[PATCH 0/2] f", 0),
                ada.mail("f1@relay.example", "[PATCH 1/2] f1", 33, "lost"),
                ada.mail("f2@relay.example", "[PATCH 2/2] f2", 83, "lost"));

        assertThat(series())
                .containsExactly("v1 f: f0@relay.example f1@relay.example f2@relay.example");
    }

    @Test
    void suchACoverLetterMayComeLast() {
        file(
                ada.mail("f2@relay.example", "[PATCH 2/2] f2", 83, "lost"),
                ada.mail("f1@relay.example", "[PATCH 1/2] f1", 33, "lost"),
                ada.mail("f0@relay.example", "[PATCH 0/2] f", 0));

        assertThat(series())
                .containsExactly("v1 f: f0@relay.example f1@relay.example f2@relay.example");
    }

    @Test
    void aPullRequestIsTheCoverLetterOfItsPatches() {
        var request =
                new ThreadedMails()
                        .saying(
                                """
                                The following changes since commit 1234567:

                                are available in the Git repository at:

                                  https://git.example.com/quay.git tags/for-next

                                for you to fetch changes up to 7654321:
                                """);
        file(
                request.mail("p0", "[PULL 0/2] quay", 0),
                ada.mail("p1", "[PULL 1/2] a", 0.1, "p0"),
                ada.mail("p2", "[PULL 2/2] b", 0.2, "p0"));

        assertThat(series()).containsExactly("v1 quay: p0 p1 p2");
        assertThat(list("select pull_url from patch where pull_url is not null"))
                .containsExactly("https://git.example.com/quay.git tags/for-next");
    }

    @Test
    void aSeriesThatIsSentAgainInItsThreadIsANewOne() {
        file(
                ada.mail("v0", "[PATCH 0/2] base", 0),
                ada.mail("v1", "[PATCH 1/2] a", 0.1, "v0"),
                ada.mail("v2", "[PATCH 2/2] b", 0.2, "v0"),
                ada.mail("x0", "[PATCH 0/2] base", 1600, "v0"),
                ada.mail("x1", "[PATCH 1/2] a", 1600.1, "v0", "x0"),
                ada.mail("x2", "[PATCH 2/2] b", 1600.2, "v0", "x0"));

        assertThat(series()).containsExactlyInAnyOrder("v1 base: v0 v1 v2", "v1 base: x0 x1 x2");
    }

    @Test
    void aReplyWithoutReplyMarkStaysAComment() {
        var reviewer =
                new ThreadedMails().from("Ben <ben@example.org>").saying("> All of it.\nNo.");
        var filed =
                file(
                        ada.mail("v0", "[PATCH 0/1] base", 0),
                        reviewer.mail("r", "[PATCH 0/1] base", 60, "v0"));

        assertThat(filed.getLast()).isInstanceOf(Filed.AsComment.class);
    }

    @Test
    void aSeriesSentAgainWithoutCoverLetterIsOne() {
        file(
                ada.mail("v0", "[PATCH 0/2] base", 0),
                ada.mail("v1", "[PATCH 1/2] a", 0.1, "v0"),
                ada.mail("v2", "[PATCH 2/2] b", 0.2, "v0"),
                ada.mail("x1", "[PATCH 1/2] a", 1600, "v0"),
                ada.mail("x2", "[PATCH 2/2] b", 1600.1, "v0"));

        assertThat(series()).containsExactlyInAnyOrder("v1 base: v0 v1 v2", "v1 [1/2] a: x1 x2");
    }

    @Test
    void aStrangersPatchTakesNobodysPlace() {
        var stranger = new ThreadedMails().from("Sam <sam@example.org>");
        file(
                ada.mail("a0", "[PATCH 0/2] a", 0),
                ada.mail("a1", "[PATCH 1/2] a1", 0.1, "a0"),
                stranger.mail("s2", "[PATCH 2/2] better", 0.2, "a0"),
                ada.mail("a2", "[PATCH 2/2] a2", 0.3, "a0"));

        assertThat(series()).containsExactlyInAnyOrder("v1 a: a0 a1 a2", "v1 null: s2");
    }

    @Test
    void anAuthorWithTwoAddressesIsOne() {
        var atHome = new ThreadedMails().from("Ada Quay <ada@home.example>");
        file(ada.mail("a0", "[PATCH 0/1] a", 0), atHome.mail("a1", "[PATCH 1/1] a1", 0.1, "a0"));

        assertThat(series()).containsExactly("v1 a: a0 a1");
    }

    @Test
    void aPatchBetweenTwoOthersMakesTheSeriesLonger() {
        file(
                ada.mail("h0", "[PATCH 0/2] half", 0),
                ada.mail("h1", "[PATCH 1/2] a", 0.1, "h0"),
                ada.mail("h15", "[PATCH 1.5/2] ab", 2, "h0", "h1"));

        assertThat(completed()).isEmpty();

        file(ada.mail("h2", "[PATCH 2/2] b", 0.2, "h0"));

        assertThat(series()).containsExactly("v1 half: h0 h1 h2 h15");
        assertThat(completed()).hasSize(1);
    }

    private List<Filed> file(Mail... mails) {
        return file(new Filing(store, clock), mails);
    }

    private static List<Filed> file(Filing filing, Mail... mails) {
        return Stream.of(mails).map(filing::file).toList();
    }

    private List<String> completed() {
        return list("select cast(id as varchar(20)) from series where received_total >= total");
    }

    private List<String> list(String query) {
        return sample(sample ->
                sample.writing()
                        .transaction()
                        .sql()
                        .list(query, io.patchbay.store.database.Row::text));
    }

    private List<String> series() {
        return store.read(SeriesOfThreadsTest::series);
    }

    private static List<String> series(Reading reading) {
        var all =
                new Selection(
                        List.of(),
                        List.of(new Selection.Order(Selection.Field.ID, false)),
                        0,
                        Integer.MAX_VALUE);
        return reading.series().list(all).rows().stream().map(one -> told(reading, one)).toList();
    }

    private static String told(Reading reading, Series series) {
        var mails = new ArrayList<String>();
        if (series.cover() != null) {
            mails.add(series.cover().msgid());
        }
        reading.patches().numberedInSeries(series.id()).forEach(patch -> mails.add(patch.msgid()));
        return "v%d %s: %s"
                .formatted(
                        series.version(),
                        series.name(),
                        mails.stream()
                                .map(id -> id.replaceAll("[<>]|@example\\.com", ""))
                                .collect(Collectors.joining(" ")));
    }
}
