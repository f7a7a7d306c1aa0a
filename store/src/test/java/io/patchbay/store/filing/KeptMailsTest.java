package io.patchbay.store.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.StoreContract;
import io.patchbay.tracker.mails.KeptMail;
import io.patchbay.tracker.mails.KeptMail.Fate;
import io.patchbay.tracker.mails.KeptMail.Outcome;
import io.patchbay.tracker.mails.MailKeeping.Parcel;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Mails as they came, in quarantine or kept for a while. */
final class KeptMailsTest extends StoreContract {

    private static final Fate BROKEN = new Fate(Outcome.BROKEN, "Missing 'From' header");
    private static final Fate PATCH = new Fate(Outcome.PATCH, null);
    private static final Fate DUPLICATE = new Fate(Outcome.DUPLICATE, null);
    private static final Fate DIFF = new Fate(Outcome.HOLDS_DIFF, "it holds a diff");
    private static final Fate UNKNOWN = new Fate(Outcome.UNKNOWN_LIST, "no project has its list");

    @Test
    void aMailIsKeptAsItWasGiven() {
        keep("one", BROKEN);

        assertThat(all())
                .containsExactly(
                        new KeptMail(
                                1,
                                NOON,
                                true,
                                "demo.example.org",
                                "lmtp",
                                "one",
                                Outcome.BROKEN,
                                "Missing 'From' header",
                                1,
                                3));
        assertThat(packed(1))
                .hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(0, -1, 7));
        assertThat(find(1)).contains(all().getFirst());
        assertThat(find(2)).isEmpty();
        assertThat(packed(2)).isEmpty();
    }

    @Test
    void onlyWhatNeedsLookingAfterIsInTheQuarantine() {
        keep("broken", BROKEN);
        keep("patch", PATCH);
        keep("unknown", UNKNOWN);
        keep("diff", DIFF);

        assertThat(quarantined())
                .extracting(KeptMail::subject)
                .containsExactly("broken", "unknown", "diff");
        assertThat(all())
                .extracting(KeptMail::subject)
                .containsExactly("broken", "patch", "unknown", "diff");
        long quarantined = read(reading -> reading.keptMails().quarantined());
        assertThat(quarantined).isEqualTo(3);
        long missing = read(reading -> reading.keptMails().missing());
        assertThat(missing).isZero();
    }

    @Test
    void aListIsReadInPages() {
        for (int number = 1; number <= 5; number++) {
            keep("mail " + number, BROKEN);
        }

        var page = read(reading -> reading.keptMails().list(false, 2, 2));

        assertThat(page).extracting(KeptMail::subject).containsExactly("mail 3", "mail 4");
    }

    @Test
    void aMailThatComesAgainIsTheSameMail() {
        keep("one", BROKEN);
        keep("one", BROKEN);

        assertThat(all()).singleElement().extracting(KeptMail::attempts).isEqualTo(2);
    }

    @Test
    void aMailThatIsFiledWhenItComesAgainLeavesTheQuarantine() {
        keep("one", UNKNOWN);
        keep("one", PATCH);

        assertThat(quarantined()).isEmpty();
        assertThat(all()).singleElement().extracting(KeptMail::reason).isNull();
    }

    @Test
    void whatWasMadeOfAMailIsNotForgottenWhenItComesAgain() {
        keep("one", PATCH);
        keep("one", DUPLICATE);

        assertThat(all()).singleElement().extracting(KeptMail::outcome).isEqualTo(Outcome.PATCH);
    }

    @Test
    void anotherAttemptIsNoted() {
        keep("one", UNKNOWN);

        change(writing -> writing.mailKeeping().settle(1, BROKEN));

        var mail = all().getFirst();
        assertThat(mail.outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(mail.attempts()).isEqualTo(2);
    }

    @Test
    void aMailThatIsDroppedIsGone() {
        keep("one", BROKEN);

        assertThat(drop(1)).isTrue();
        assertThat(drop(1)).isFalse();
        assertThat(all()).isEmpty();
    }

    @Test
    void aMailThatIsLetGoIsGone() {
        keep("one", UNKNOWN);
        keep("two", UNKNOWN);

        change(writing -> writing.mailKeeping().letGo("digest of one"));

        assertThat(all()).extracting(KeptMail::subject).containsExactly("two");
    }

    @Test
    void oldMailsAreForgottenButNotThoseThatWaitForADecision() {
        keep("broken", BROKEN);
        keep("patch", PATCH);
        keep("unknown", UNKNOWN);
        clock.advance(Duration.ofDays(1));
        keep("later", PATCH);

        int forgotten = forget(100);

        assertThat(forgotten).isEqualTo(2);
        assertThat(all()).extracting(KeptMail::subject).containsExactly("broken", "later");
    }

    @Test
    void noMoreAreForgottenAtOnceThanWasAsked() {
        keep("one", PATCH);
        keep("two", PATCH);
        keep("three", PATCH);

        assertThat(forget(2)).isEqualTo(2);
        assertThat(all()).extracting(KeptMail::subject).containsExactly("three");
    }

    @Test
    void textsThatAreTooLongOrHoldNulAreKeptAsFarAsTheyGo() {
        keep("x".repeat(300) + "\0", new Fate(Outcome.BROKEN, "\0" + "y".repeat(2_000)));

        var mail = all().getFirst();
        assertThat(mail.subject()).isEqualTo("x".repeat(255));
        assertThat(mail.reason()).isEqualTo(" " + "y".repeat(999));
    }

    private void keep(String subject, Fate fate) {
        change(writing -> writing.mailKeeping().keep(parcel(subject, "demo.example.org"), fate));
    }

    private static Parcel parcel(String subject, @Nullable String listId) {
        var digest = "digest of " + subject;
        return new Parcel(
                digest.substring(0, Math.min(64, digest.length())),
                true,
                listId,
                "lmtp",
                subject,
                3,
                new byte[] {0, -1, 7});
    }

    private boolean drop(long id) {
        return write(writing -> writing.mailKeeping().drop(id));
    }

    private int forget(int most) {
        return write(writing -> writing.mailKeeping().forget(NOON.plusSeconds(1), most));
    }

    private Optional<KeptMail> find(long id) {
        return read(reading -> reading.keptMails().find(id));
    }

    private Optional<byte[]> packed(long id) {
        return read(reading -> reading.keptMails().packed(id));
    }

    private List<KeptMail> all() {
        return read(reading -> reading.keptMails().list(true, 0, 100));
    }

    private List<KeptMail> quarantined() {
        return read(reading -> reading.keptMails().list(false, 0, 100));
    }
}
