package io.patchbay.tracker.filing;

import static io.patchbay.tracker.filing.RawMail.DIFF;
import static io.patchbay.tracker.filing.RawMail.titled;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.mail.Mail;
import io.patchbay.mail.SeriesMarker;
import io.patchbay.mail.header.MessageId;
import io.patchbay.mail.text.Limits;
import io.patchbay.tracker.filing.Filed.Reason;
import io.patchbay.tracker.filing.Sorting.Sorted;
import io.patchbay.tracker.model.DelegationRule;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.Tag;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** What is read off a mail before anything is looked up (mail-ingest §4, §12). */
final class SortingTest {

    private static final Instant NOW = Instant.parse("2026-04-01T08:00:00Z");
    private static final State NEW = new State(1, "New", "new", 0, true);
    private static final State UNDER_REVIEW = new State(2, "Under Review", "under-review", 1, true);
    private static final List<Tag> TAGS = List.of(new Tag(1, "Acked-by", "^Acked-by:", "A", true));
    private static final long BEN = 6;

    private final Sorting sorting =
            new Sorting(
                    new FilingContext(
                            List.of(Desk.HARBOR),
                            List.of(UNDER_REVIEW, NEW),
                            TAGS,
                            Map.of(1L, List.of(new DelegationRule("quay/*", 0, BEN)))),
                    InstantSource.fixed(NOW));

    private Filed settled(RawMail mail) {
        return ((Sorted.Settled) sorting.sort(mail.mail(), null)).filed();
    }

    private IncomingMail letter(RawMail mail) {
        return ((Sorted.ToDecide) sorting.sort(mail.mail(), null)).letter();
    }

    @Test
    void withoutASenderItIsBroken() {
        var mail = titled("[PATCH] paint").saying(DIFF).without("From");

        assertThat(settled(mail)).isEqualTo(new Filed.Broken("Missing 'From' header"));
    }

    @Test
    void aMailWithoutMessageIdGetsOneThatIsItsOwnAndTheSameAgain() {
        var mail = titled("[PATCH] paint").saying(DIFF).without("Message-Id");

        var id = letter(mail).id();

        assertThat(id.stored()).matches("<[0-9a-f]{40}@no-message-id\\.invalid>");
        assertThat(letter(mail.with("Message-Id", " ").with("Received", "by another")).id())
                .isEqualTo(id);
        assertThat(letter(mail.saying(DIFF.replace("2;", "3;"))).id()).isNotEqualTo(id);
    }

    @Test
    void aMailWithoutSubjectHasThatOfTheFormatPatchThatItBrings() {
        var printed =
                """
                From 0123456789abcdef0123456789abcdef01234567 Mon Sep 17 00:00:00 2001
                From: Ada <ada@example.com>
                Date: Sun, 1 Mar 2026 12:00:00 +0000
                Subject: [PATCH v2 3/4] quay: paint it
                 =?utf-8?q?gr=C3=BCn?=

                Why.
                ---
                """;
        var letter = letter(titled("").without("Subject").saying(printed + DIFF));

        assertThat(letter.kind()).isEqualTo(IncomingMail.Kind.PATCH);
        assertThat(letter.name()).isEqualTo("[v2,3/4] quay: paint it grün");
        assertThat(letter.marker()).isEqualTo(new SeriesMarker(3, 4));
        assertThat(letter.text().content())
                .startsWith("From: Ada <ada@example.com>\nDate:")
                .endsWith("Why.\n---");
    }

    @Test
    void aMailWithoutAnySubjectHasAnEmptyName() {
        var patch = titled("").without("Subject").saying("Why.\n---\n" + DIFF);
        var reply = titled("").without("Subject").saying("Why?").with("In-Reply-To", "<0@x>");

        assertThat(letter(patch).name()).isEmpty();
        assertThat(letter(patch).kind()).isEqualTo(IncomingMail.Kind.PATCH);
        assertThat(letter(reply).kind()).isEqualTo(IncomingMail.Kind.COMMENT);
    }

    @Test
    void anUndecodableSubjectIsBroken() {
        var mail = titled("=?utf-8?b?a?= paint").saying(DIFF);

        assertThat(settled(mail)).isEqualTo(new Filed.Broken("Invalid 'Subject' header"));
    }

    @Test
    void beyondALimitItIsBrokenAndTheLimitIsNamed() {
        var limits = new Limits(100, 10_000, 1_000, 9, 9, 10, 9);
        var mail = Mail.read(titled("[PATCH] paint").saying(DIFF).bytes(), limits);

        var sorted = (Sorted.Settled) sorting.sort(mail, null);

        assertThat(sorted.filed())
                .isInstanceOfSatisfying(
                        Filed.Broken.class,
                        broken -> assertThat(broken.reason()).contains("decodedSize"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ignore", "IGNORE", "=?utf-8?q?ignore?="})
    void aHintKeepsItOut(String hint) {
        var mail = titled("[PATCH] paint").saying(DIFF).with("X-Patchwork-Hint", hint);

        assertThat(settled(mail)).isEqualTo(new Filed.Unwanted(Reason.HINT_IGNORE));
    }

    @Test
    void anotherHintMeansNothing() {
        var mail = titled("[PATCH] paint").saying(DIFF).with("X-Patchwork-Hint", "comment");

        assertThat(letter(mail).kind()).isEqualTo(IncomingMail.Kind.PATCH);
    }

    @Test
    void ofAnUnknownListItIsUnwanted() {
        var mail = titled("[PATCH] paint").saying(DIFF).without("List-Id");

        assertThat(settled(mail)).isEqualTo(new Filed.Unwanted(Reason.UNKNOWN_LIST));
    }

    @Test
    void aListMayBeForced() {
        var mail = titled("[PATCH] paint").saying(DIFF).without("List-Id").mail();

        assertThat(sorting.sort(mail, "harbor.lists.example.org"))
                .isInstanceOf(Sorted.ToDecide.class);
        assertThat(sorting.sort(mail, "fog.lists.example.org"))
                .isEqualTo(new Sorted.Settled(new Filed.Unwanted(Reason.UNKNOWN_LIST)));
    }

    @Test
    void withoutTextOrDiffItIsUnwanted() {
        assertThat(settled(titled("[PATCH] paint").saying("\n \n")))
                .isEqualTo(new Filed.Unwanted(Reason.NO_CONTENT));
    }

    @Test
    void whatHasADiffIsAPatch() {
        var letter = letter(titled("[PATCH v3 2/5] paint").saying("Why.\n---\n" + DIFF));

        assertThat(letter.kind()).isEqualTo(IncomingMail.Kind.PATCH);
        assertThat(letter.id()).isEqualTo(new MessageId("<1@example.com>"));
        assertThat(letter.name()).isEqualTo("[v3,2/5] paint");
        assertThat(letter.marker()).isEqualTo(new SeriesMarker(2, 5));
        assertThat(letter.version()).isEqualTo(3);
        assertThat(letter.text().content()).isEqualTo("Why.\n---");
        assertThat(letter.text().diff()).isEqualTo(DIFF);
        assertThat(letter.hash()).hasSize(40);
        assertThat(letter.date()).isEqualTo(IncomingMailBuilder.NOON);
        assertThat(letter.state()).isEqualTo(NEW);
    }

    @Test
    void aFollowUpWithADiffIsAPatchButAReplyIsNot() {
        var followUp = titled("paint").saying(DIFF).with("In-Reply-To", "<0@example.com>");
        var reply = titled("Re: paint").saying(DIFF).with("In-Reply-To", "<0@example.com>");

        assertThat(letter(followUp).kind()).isEqualTo(IncomingMail.Kind.PATCH);
        assertThat(letter(reply).kind()).isEqualTo(IncomingMail.Kind.COMMENT);
        assertThat(letter(reply).text().diff()).isNull();
    }

    @Test
    void aPullRequestIsAPatchWithoutDiff() {
        var letter = letter(titled("[GIT PULL] paint").saying(pullRequest("v1")));

        assertThat(letter.kind()).isEqualTo(IncomingMail.Kind.PATCH);
        assertThat(letter.pullUrl()).isEqualTo("https://git.example.org/harbor.git tags/v1");
        assertThat(letter.hash()).isNull();
        assertThat(letter(titled("Re: [GIT PULL] paint").saying(pullRequest("v1"))).kind())
                .isEqualTo(IncomingMail.Kind.COMMENT);
    }

    @Test
    void aPullUrlThatDoesNotFitIsBroken() {
        var mail = titled("[GIT PULL] paint").saying(pullRequest("v".repeat(300)));

        assertThat(settled(mail))
                .isEqualTo(new Filed.Broken("The pull URL is longer than 255 characters"));
    }

    private static String pullRequest(String tag) {
        return """
        The following changes since commit 0123abcd:

          quay: start (2026-01-01 00:00:00 +0000)

        are available in the Git repository at:

          https://git.example.org/harbor.git tags/%s

        for you to fetch changes up to 4567abcd:
        """
                .formatted(tag);
    }

    @Test
    void numberNoughtWithoutDiffIsACover() {
        assertThat(letter(titled("[PATCH 0/5] paint").saying("All of it.")).kind())
                .isEqualTo(IncomingMail.Kind.COVER);
        assertThat(letter(titled("Re: [PATCH 0/5] paint").saying("All of it.")).kind())
                .isEqualTo(IncomingMail.Kind.COMMENT);
        assertThat(letter(titled("[PATCH 0/5] paint").saying(DIFF)).kind())
                .isEqualTo(IncomingMail.Kind.PATCH);
        assertThat(letter(titled("[PATCH 1/5] paint").saying("Lost my diff.")).kind())
                .isEqualTo(IncomingMail.Kind.COMMENT);
    }

    @Test
    void aMailWithoutDateIsOfNow() {
        var mail = titled("[PATCH] paint").saying(DIFF).without("Date");

        assertThat(letter(mail).date()).isEqualTo(NOW);
    }

    @Test
    void aMailOfTomorrowIsOfNowOrOfWhenTheLastServerTookIt() {
        var mail = titled("[PATCH] paint").saying(DIFF).without("Date");
        var ahead = mail.with("Date", "Fri, 3 Apr 2026 08:00:00 +0000");

        assertThat(letter(ahead).date()).isEqualTo(NOW);
        assertThat(letter(ahead.with("Received", "by a; Sun, 29 Mar 2026 10:00:00 +0000")).date())
                .isEqualTo(Instant.parse("2026-03-29T10:00:00Z"));
        assertThat(
                        letter(
                                        ahead.without("Received")
                                                .with(
                                                        "Received",
                                                        "by a; Sun, 29 Mar 2099 10:00:00 +0000"))
                                .date())
                .isEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thu, 2 Apr 2026 07:59:59 +0000",
                "Thu, 2 Apr 2026 21:00:00 +1400",
                "Mon, 1 Mar 1999 12:00:00 +0000"
            })
    void aDateWithinADayOfNowStays(String date) {
        var mail =
                titled("[PATCH] paint")
                        .saying(DIFF)
                        .without("Date")
                        .with("Date", date)
                        .with("Received", "by a; Sun, 29 Mar 1998 10:00:00 +0000");

        assertThat(letter(mail).date()).isEqualTo(mail.mail().date().orElseThrow());
    }

    @Test
    void aClockThatWasNeverSetJudgesNoDate() {
        var unset =
                new Sorting(
                        new FilingContext(List.of(Desk.HARBOR), List.of(NEW), TAGS, Map.of()),
                        InstantSource.fixed(Instant.EPOCH));
        var mail = titled("[PATCH] paint").saying(DIFF);

        var sorted = (Sorted.ToDecide) unset.sort(mail.mail(), null);

        assertThat(sorted.letter().date()).isEqualTo(IncomingMailBuilder.NOON);
    }

    @Test
    void theStateIsFoundByNameIgnoringCase() {
        var named = titled("x").saying(DIFF).with("X-Patchwork-State", "under REVIEW");
        var slug = titled("x").saying(DIFF).with("X-Patchwork-State", "under-review");

        assertThat(letter(named).state()).isEqualTo(UNDER_REVIEW);
        assertThat(letter(slug).state()).isEqualTo(NEW);
    }

    @Test
    void theFilesOfTheDiffNameADelegate() {
        assertThat(letter(titled("x").saying(DIFF)).delegateByPath()).isEqualTo(BEN);
        assertThat(letter(titled("x").saying(DIFF.replace("quay/", "crane/"))).delegateByPath())
                .isNull();
        assertThat(
                        letter(
                                        titled("x")
                                                .saying(DIFF)
                                                .with("X-Patchwork-Delegate", "m@example.com"))
                                .delegateEmail())
                .isEqualTo("m@example.com");
    }

    @Test
    void theHeaderForActionCountsWhateverItsValue() {
        var asking = titled("Re: x").saying("Do it.").with("X-Patchwork-Action-Required", "");

        assertThat(letter(asking).asksForAction()).isTrue();
        assertThat(letter(titled("Re: x").saying("Do it.")).asksForAction()).isFalse();
    }

    @Test
    void tagsAreCountedOnlyWhereTheProjectWantsThem() {
        var mail = titled("Re: x").saying("Acked-by: Ben").mail();
        var harbor = Desk.HARBOR;
        var tagless =
                new Project(
                        harbor.id(),
                        harbor.linkName(),
                        harbor.name(),
                        harbor.listId(),
                        harbor.listEmail(),
                        "",
                        harbor.links(),
                        false,
                        false,
                        false,
                        harbor.rules());
        var withoutTags =
                new Sorting(
                        new FilingContext(List.of(tagless), List.of(NEW), TAGS, Map.of()),
                        InstantSource.fixed(NOW));

        var counted = (Sorted.ToDecide) sorting.sort(mail, null);
        var uncounted = (Sorted.ToDecide) withoutTags.sort(mail, null);

        assertThat(counted.letter().tags()).isEqualTo(Map.of(1L, 1));
        assertThat(uncounted.letter().tags()).isEmpty();
    }

    @Test
    void aSenderThatTheListHidIsUncovered() {
        var mail =
                titled("[PATCH] x")
                        .saying(DIFF)
                        .without("From")
                        .with("From", "Ada via Harbor <harbor@lists.example.org>")
                        .with("Reply-To", "Ada <ada@example.com>");

        assertThat(letter(mail).author())
                .satisfies(author -> assertThat(author.email()).isEqualTo("ada@example.com"));
    }
}
