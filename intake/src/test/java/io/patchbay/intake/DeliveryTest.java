package io.patchbay.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.intake.Delivered.PutOff;
import io.patchbay.intake.Delivered.Taken;
import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.Setup.NewProject;
import io.patchbay.tracker.mails.KeptMail;
import io.patchbay.tracker.mails.KeptMail.Outcome;
import io.patchbay.tracker.model.RuleSet;
import io.patchbay.tracker.query.Selection;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

@Timeout(60)
class DeliveryTest {

    private static final Selection EVERYTHING =
            new Selection(List.of(), List.of(), 0, Integer.MAX_VALUE);

    @TempDir private Path folder;
    private final Gate gate = new Gate();
    private final IntakeMeter meter = new IntakeMeter(InstantSource.system());
    private DatabaseStore store;
    private Quarantine quarantine;
    private Delivery delivery;

    @BeforeEach
    void openWithAProject() {
        store =
                DatabaseStore.sqlite(
                        folder.resolve("test.db"), Durability.CHECKPOINTS, InstantSource.system());
        addProject("demo", Mails.LIST_ID);
        quarantine = new Quarantine(store, filing());
        delivery = delivery(Duration.ofDays(30));
    }

    @AfterEach
    void close() {
        delivery.close();
        store.close();
    }

    @Test
    void aPatchIsFiledAndKept() throws InterruptedException {
        assertThat(deliver(Mails.patch(1))).isEqualTo(Outcome.PATCH);

        assertThat(patches()).isEqualTo(1);
        assertThat(quarantine.listAllKept()).isEmpty();
        assertThat(kept("<1@example.org>"))
                .isEqualTo(Mails.patch(1).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void withoutRetentionOnlyWhatWasNotFiledIsKept() throws InterruptedException {
        delivery.close();
        delivery = delivery(Duration.ZERO);

        deliver(Mails.patch(1));
        deliver(Mails.reply("<none@example.org>"));
        deliver(Mails.withoutFrom(2));

        assertThat(quarantine.listAllKept())
                .extracting(KeptMail::outcome)
                .containsExactly(Outcome.BROKEN);
    }

    @Test
    void ofMailsWithOneIdTheSameIsNotKeptAgainButAnotherIs() throws InterruptedException {
        deliver(Mails.patch(1));
        assertThat(deliver(Mails.patch(1))).isEqualTo(Outcome.DUPLICATE);
        assertThat(quarantine.listAllKept()).isEmpty();

        assertThat(deliver(Mails.patch(1) + "A footer of the list.\n"))
                .isEqualTo(Outcome.DUPLICATE);

        assertThat(quarantine.listAllKept())
                .extracting(KeptMail::outcome)
                .containsExactly(Outcome.DUPLICATE);
    }

    @Test
    void aMailThatCannotBeFiledIsQuarantinedOnce() throws InterruptedException {
        assertThat(deliver(Mails.withoutFrom(1))).isEqualTo(Outcome.BROKEN);
        assertThat(deliver(Mails.withoutFrom(1))).isEqualTo(Outcome.BROKEN);

        assertThat(quarantine.list())
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.reason()).isEqualTo("Missing 'From' header");
                    assertThat(kept.attempts()).isEqualTo(2);
                });
        assertThat(meter.lastTrouble())
                .extracting(IntakeMeter.Trouble::what)
                .isEqualTo("a test: Missing 'From' header");
    }

    @Test
    void aMailBeyondALimitOfTheReaderIsQuarantined() throws InterruptedException {
        var hostile = "X-Header: x\n".repeat(100_000) + Mails.patch(1);

        assertThat(deliver(hostile)).isEqualTo(Outcome.BROKEN);

        assertThat(quarantine.list().getFirst().reason()).contains("cannot be read");
    }

    @Test
    void aMailOfAnUnknownListIsFiledWhenItsProjectIsThere() throws InterruptedException {
        var mail = Mails.patch(1).replace(Mails.LIST_ID, "other.example.org");
        assertThat(deliver(mail)).isEqualTo(Outcome.UNKNOWN_LIST);
        long id = quarantine.list().getFirst().id();

        addProject("other", "other.example.org");

        assertThat(quarantine.retry(id).orElseThrow().outcome()).isEqualTo(Outcome.PATCH);
        assertThat(quarantine.list()).isEmpty();
        assertThat(patches()).isEqualTo(1);
    }

    @Test
    void whatHoldsADiffAndIsNotFiledIsInTheQuarantine() throws InterruptedException {
        var diff = "--- a/file\n+++ b/file\n@@ -1 +1 @@\n-old\n+new\n";
        var cut = "diff --git a/file b/file\n@@ -1 +1\n";
        var html = "<p>diff --git a/file b/file<br>--- a/file";

        assertThat(deliver(Mails.reply("<none@example.org>").replace("Fine.", diff)))
                .isEqualTo(Outcome.HOLDS_DIFF);
        assertThat(deliver(Mails.mail("a mangled one", "<m@example.org>", cut)))
                .isEqualTo(Outcome.HOLDS_DIFF);
        assertThat(
                        deliver(
                                Mails.mail("HTML", "<h@example.org>", html)
                                        .replace("Date:", "Content-Type: text/html\nDate:")))
                .isEqualTo(Outcome.HOLDS_DIFF);

        assertThat(quarantine.list())
                .extracting(KeptMail::reason)
                .satisfiesExactly(
                        reason -> assertThat(reason).isEqualTo("it answers nothing that is here"),
                        reason -> assertThat(reason).contains("holds a diff that cannot be read"),
                        reason -> assertThat(reason).contains("holds a diff that cannot be read"));
    }

    @Test
    void aReplyThatWaitedInTheQuarantineLeavesItWhenWhatItAnswersComes()
            throws InterruptedException {
        var diff = "--- a/file\n+++ b/file\n@@ -1 +1 @@\n-old\n+new\n";
        var reply = Mails.reply("<patch-1@example.org>").replace("Fine.", diff);
        assertThat(deliver(reply)).isEqualTo(Outcome.HOLDS_DIFF);

        assertThat(
                        deliver(
                                Mails.patch(1)
                                        .replaceAll(
                                                "(?m)^Message-I[dD]: .*",
                                                "Message-Id: <patch-1@example.org>")))
                .isEqualTo(Outcome.PATCH);

        assertThat(quarantine.listAllKept()).isEmpty();
        assertThat(deliver(reply)).isEqualTo(Outcome.DUPLICATE);
        assertThat(quarantine.listAllKept()).isEmpty();
    }

    @Test
    void aSecondMailOfAMessageIdIsKeptIfItSaysSomethingElse() throws InterruptedException {
        deliver(Mails.patch(1));
        var other = Mails.patch(1).replace("+new", "+another");

        assertThat(deliver(Mails.patch(1))).isEqualTo(Outcome.DUPLICATE);
        assertThat(deliver(other)).isEqualTo(Outcome.OTHER_TEXT);

        assertThat(quarantine.list())
                .singleElement()
                .satisfies(kept ->
                        assertThat(quarantine.bytes(kept.id()))
                                .hasValue(other.getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(patches()).isEqualTo(1);
    }

    @Test
    void whatHoldsNoDiffOrAsksToBeIgnoredIsNotInTheQuarantine() throws InterruptedException {
        var quoted = "> --- a/file\n> +++ b/file\n> @@ -1 +1 @@\n--- \nAnn";
        var ignored = Mails.patch(7).replace("Date:", "X-Patchwork-Hint: ignore\nDate:");

        assertThat(deliver(Mails.reply("<none@example.org>").replace("Fine.", quoted)))
                .isEqualTo(Outcome.DROPPED);
        assertThat(deliver(Mails.reply("<none@example.org>"))).isEqualTo(Outcome.DROPPED);
        assertThat(deliver(ignored)).isEqualTo(Outcome.DROPPED);

        assertThat(quarantine.list()).isEmpty();
    }

    @Test
    void aReplyThatCameTooEarlyIsFiledWhenItIsRetried() throws InterruptedException {
        var list = "patchwork.example.org";
        store.write(writing ->
                writing.setup()
                        .addProject(new NewProject("pw", "pw", list, "", "", RuleSet.PATCHWORK)));
        assertThat(deliver(Mails.reply("<1@example.org>").replace(Mails.LIST_ID, list)))
                .isEqualTo(Outcome.DROPPED);
        deliver(Mails.patch(1).replace(Mails.LIST_ID, list));
        assertThat(quarantine.list()).isEmpty();
        long id = quarantine.listAllKept().getFirst().id();

        assertThat(quarantine.retry(id).orElseThrow().outcome()).isEqualTo(Outcome.COMMENT);
    }

    @Test
    void aRetryThatFailsAgainLeavesTheMailWhereItIs() throws InterruptedException {
        deliver(Mails.withoutFrom(1));
        long id = quarantine.list().getFirst().id();

        assertThat(quarantine.retry(id).orElseThrow().outcome()).isEqualTo(Outcome.BROKEN);

        assertThat(quarantine.list()).singleElement().extracting(KeptMail::attempts).isEqualTo(2);
    }

    @Test
    void whatIsNotThereCanNeitherBeRetriedNorDropped() {
        assertThat(quarantine.retry(7)).isEmpty();
        assertThat(quarantine.drop(7)).isFalse();
        assertThat(quarantine.bytes(7)).isEmpty();
    }

    @Test
    void aMailIsFiledUnderTheListThatWasNamed() throws InterruptedException {
        var mail = Mails.patch(1).replace(Mails.LIST_ID, "other.example.org");

        var delivered = delivery.deliver(Mails.delivered(mail), Mails.LIST_ID);

        assertThat(((Taken) delivered).fate().outcome()).isEqualTo(Outcome.PATCH);
    }

    @Test
    void whileTheGateIsClosedMailIsPutOff() throws InterruptedException {
        gate.close();

        var delivered = delivery.deliver(Mails.delivered(Mails.patch(1)), null);

        assertThat(delivered).isInstanceOf(PutOff.class);
        assertThat(patches()).isZero();
    }

    @Test
    void afterTheEndMailIsPutOff() throws InterruptedException {
        delivery.close();

        var delivered = delivery.deliver(Mails.delivered(Mails.patch(1)), null);

        assertThat(delivered).isInstanceOf(PutOff.class);
    }

    @Test
    void deliveriesAtOnceEachGetTheirOwnAnswer() throws Exception {
        var work = new ArrayList<Callable<Outcome>>();
        var expected = new ArrayList<Outcome>();
        for (int number = 0; number < 200; number++) {
            boolean broken = number % 3 == 0;
            var mail = broken ? Mails.withoutFrom(number) : Mails.patch(number);
            work.add(() -> deliver(mail));
            expected.add(broken ? Outcome.BROKEN : Outcome.PATCH);
        }

        var outcomes = new ArrayList<Outcome>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(work)) {
                outcomes.add(done.get());
            }
        }

        assertThat(outcomes).isEqualTo(expected);
        assertThat(meter.total()).isEqualTo(200);
        assertThat(delivery.queueLength()).isZero();
    }

    @Test
    void mailsThatWereNotFiledAreForgottenWhenTheirTimeIsOver() throws InterruptedException {
        deliver(Mails.patch(1));
        deliver(Mails.reply("<none@example.org>"));
        deliver(Mails.withoutFrom(2));
        InstantSource tomorrow = () -> InstantSource.system().instant().plus(Duration.ofDays(1));

        assertThat(Retention.forget(store, tomorrow, Duration.ofDays(2))).isZero();
        assertThat(Retention.forget(store, tomorrow, Duration.ofHours(23))).isEqualTo(1);

        assertThat(quarantine.listAllKept())
                .extracting(KeptMail::outcome)
                .containsExactly(Outcome.BROKEN);
        assertThat(kept("<1@example.org>")).isNotEmpty();
    }

    /** The mail as it came, of which something was made. */
    private byte[] kept(String msgid) {
        return store.read(reading -> {
            var mail = reading.archive().withMessageId(msgid).getFirst();
            var raw = reading.archive().raw(List.of(mail.key()));
            return Objects.requireNonNull(raw.get(mail.key()));
        });
    }

    private Outcome deliver(String mail) throws InterruptedException {
        return ((Taken) delivery.deliver(Mails.delivered(mail), null)).fate().outcome();
    }

    private long patches() {
        return store.read(reading -> reading.patches().list(EVERYTHING).total());
    }

    private void addProject(String name, String listId) {
        store.write(
                writing -> writing.setup().addProject(new NewProject(name, name, listId, "", "")));
    }

    private Filing filing() {
        return new Filing(store, InstantSource.system());
    }

    private Delivery delivery(Duration keep) {
        return new Delivery(store, filing(), gate, meter, keep);
    }
}
