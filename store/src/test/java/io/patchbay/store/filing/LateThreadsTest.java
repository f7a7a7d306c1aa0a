package io.patchbay.store.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.mail.Mail;
import io.patchbay.store.StoreContract;
import io.patchbay.store.database.Row;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.filing.Filed;
import io.patchbay.tracker.mails.MailKeeping;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Replies that come before what they answer (mail-ingest §23). */
final class LateThreadsTest extends StoreContract {

    private final ThreadedMails ada = new ThreadedMails();
    private final ThreadedMails ben =
            new ThreadedMails()
                    .from("Ben <ben@example.org>")
                    .saying("Fine.\n\nReviewed-by: Ben <ben@example.org>\n");

    @BeforeEach
    void addProject() {
        FilingBatchTest.addProjects(store);
    }

    @Test
    void aReplyThatOvertakesItsPatchIsACommentOnIt() {
        var filed = file(ben.mail("r", "Re: [PATCH] a", 5, "a"), ada.mail("a", "[PATCH] a", 0));

        assertThat(filed.getFirst()).isInstanceOf(Filed.Unwanted.class);
        assertThat(comments()).containsExactly("r on patch a");
        assertThat(list("select category from event where patch_comment_id is not null"))
                .containsExactly("patch-comment-created");
        assertThat(list("select cast(comment_count as varchar(9)) from patch"))
                .containsExactly("1");
        assertThat(list("select cast(count as varchar(9)) from patch_tag")).containsExactly("1");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void inOneBatchItIsToldToBeAComment() {
        var filed =
                new Filing(store, clock)
                        .file(
                                List.of(
                                        ben.mail("r2", "Re: [PATCH] a", 6, "r"),
                                        ben.mail("r", "Re: [PATCH] a", 5, "a"),
                                        ada.mail("a", "[PATCH] a", 0)));

        assertThat(filed)
                .hasExactlyElementsOfTypes(
                        Filed.AsComment.class, Filed.AsComment.class, Filed.AsPatch.class);
        assertThat(comments()).containsExactly("r on patch a", "r2 on patch a");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void aChainIsFiledInWhateverOrderItComes() {
        for (int seed = 0; seed < 40; seed++) {
            var x = "x" + seed;
            var mails =
                    new ArrayList<>(
                            List.of(
                                    ada.mail(x + "a0", "[PATCH 0/2] a", 0),
                                    ada.mail(x + "a1", "[PATCH 1/2] a1", 0.1, x + "a0"),
                                    ada.mail(x + "a2", "[PATCH 2/2] a2", 0.2, x + "a0"),
                                    ben.mail(x + "r1", "Re: [PATCH 1/2] a1", 5, x + "a0", x + "a1"),
                                    ben.mail(x + "r2", "Re: [PATCH 1/2] a1", 6, x + "r1"),
                                    ben.mail(x + "r3", "Re: [PATCH 1/2] a1", 7, x + "r2"),
                                    ben.mail(x + "c1", "Re: [PATCH 0/2] a", 5, x + "a0"),
                                    ben.mail(
                                            x + "c2", "Re: [PATCH 0/2] a", 6, x + "a0", x + "c1")));
            Collections.shuffle(mails, new Random(seed));
            file(mails.toArray(Mail[]::new));

            assertThat(comments())
                    .as("seed %d", seed)
                    .filteredOn(one -> one.startsWith(x))
                    .map(one -> one.replace(x, ""))
                    .containsExactly(
                            "c1 on cover a0",
                            "c2 on cover a0",
                            "r1 on patch a1",
                            "r2 on patch a1",
                            "r3 on patch a1");
            assertThat(waiting()).as("seed %d", seed).isEmpty();
        }
        assertThat(tallied()).isEqualTo(list("select cast(count(*) as varchar(9)) from event"));
        assertThat(list("select distinct cast(count as varchar(9)) from patch_tag"))
                .containsExactly("3");
        assertThat(list("select distinct cast(comment_count as varchar(9)) from patch order by 1"))
                .containsExactly("0", "3");
    }

    @Test
    void aReplyThatWasFiledOnTheCoverGoesToItsPatchWhenThatComes() {
        file(
                ada.mail("a0", "[PATCH 0/1] a", 0),
                ben.mail("r", "Re: [PATCH 1/1] a1", 5, "a0", "a1"),
                ben.mail("s", "Re: [PATCH 1/1] a1", 6, "r"));
        assertThat(comments()).containsExactly("r on cover a0", "s on cover a0");

        file(ada.mail("a1", "[PATCH 1/1] a1", 0.1, "a0"));

        assertThat(comments()).containsExactly("r on patch a1", "s on patch a1");
        assertThat(list("select category from event where category like '%comment-created'"))
                .containsExactly("patch-comment-created", "patch-comment-created");
        assertThat(tallied()).isEqualTo(list("select cast(count(*) as varchar(9)) from event"));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void aReplyThatComesAgainAfterItsPatchIsOne() {
        file(
                ada.mail("a0", "[PATCH 0/1] a", 0),
                ben.mail("r", "Re: [PATCH 1/1] a1", 5, "a0", "a1"),
                ada.mail("a1", "[PATCH 1/1] a1", 0.1, "a0"),
                ben.mail("r", "Re: [PATCH 1/1] a1", 5, "a0", "a1"));

        assertThat(comments()).containsExactly("r on patch a1");
    }

    @Test
    void whatComesTwiceBeforeItsPatchIsOne() {
        file(
                ben.mail("r", "Re: [PATCH] a", 5, "a"),
                ben.mail("r", "Re: [PATCH] a", 5, "a"),
                ada.mail("a", "[PATCH] a", 0));

        assertThat(comments()).containsExactly("r on patch a");
    }

    @Test
    void aReplyToAReviewGoesWithThePatchThatAnswersIt() {
        file(
                ada.mail("a", "[PATCH] a", 0),
                ben.mail("r", "Re: [PATCH v2] a", 9, "a", "b"),
                ada.mail("b", "[PATCH v2] a", 8, "a"));

        assertThat(comments()).containsExactly("r on patch b");
        assertThat(list("select cast(comment_count as varchar(9)) from patch order by id"))
                .containsExactly("0", "1");
        assertThat(list("select patch.msgid from patch_tag join patch on patch.id = patch_id"))
                .containsExactly("<b@example.com>");
    }

    @Test
    void whatWaitedTooLongIsForgotten() {
        file(ben.mail("r", "Re: [PATCH] a", 5, "a"));
        clock.advance(MailKeeping.LONGEST_WAIT.plus(Duration.ofHours(1)));

        file(ada.mail("a", "[PATCH] a", 0));

        assertThat(comments()).isEmpty();
        int forgotten =
                store.write(writing ->
                        writing.mailKeeping()
                                .forgetWaiting(
                                        clock.instant().minus(MailKeeping.LONGEST_WAIT), 10));
        assertThat(forgotten).isOne();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void whatIsSentAgainWithOtherWordsIsToldFromWhatIsSentTwice() {
        var filed =
                file(
                        ben.mail("r", "Re: [PATCH] a", 5, "a"),
                        ada.mail("a", "[PATCH] a", 0),
                        ada.mail("a", "[PATCH] a", 0),
                        new ThreadedMails()
                                .saying(
                                        """
                                        --- a/quay.c
                                        +++ b/quay.c
                                        @@ -1,1 +1,1 @@
                                        -int before;
                                        +int after;
                                        _______________________________________________
                                        Harbor mailing list
                                        https://lists.example.org/harbor
                                        """)
                                .mail("a", "[PATCH] a", 0),
                        new ThreadedMails()
                                .saying(
                                        """
                                        --- a/quay.c
                                        +++ b/quay.c
                                        @@ -1,1 +1,1 @@
                                        -int before;
                                        +int other;
                                        """)
                                .mail("a", "[PATCH] a", 0));

        assertThat(filed.subList(2, 5))
                .extracting(one -> one.fate().outcome().name())
                .containsExactly("DUPLICATE", "DUPLICATE", "OTHER_TEXT");
    }

    private List<Filed> file(Mail... mails) {
        var filing = new Filing(store, clock);
        return Stream.of(mails).map(filing::file).toList();
    }

    private List<String> tallied() {
        return list(
                """
                select cast(sum(entries) as varchar(9)) from tally
                 where list = 'event' and unit = 'ALL' and project_id > 0
                """);
    }

    private List<String> comments() {
        return list(
                        """
                        select patch_comment.msgid || ' on patch ' || patch.msgid
                          from patch_comment join patch on patch.id = patch_id
                         union all
                        select cover_comment.msgid || ' on cover ' || cover.msgid
                          from cover_comment join cover on cover.id = cover_id
                        """)
                .stream()
                .map(one -> one.replaceAll("[<>]|@example\\.com", ""))
                .sorted()
                .toList();
    }

    private List<String> waiting() {
        return list("select msgid from waiting_mail union all select msgid from waiting_for");
    }

    private List<String> list(String query) {
        return sample(sample -> sample.writing().transaction().sql().list(query, Row::text));
    }
}
