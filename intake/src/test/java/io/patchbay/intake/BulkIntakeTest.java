package io.patchbay.intake;

import static io.patchbay.intake.Mails.mail;
import static io.patchbay.intake.Mails.patch;
import static io.patchbay.intake.Mails.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.intake.source.Arrival;
import io.patchbay.intake.source.MailSource;
import io.patchbay.intake.source.ReadMarks;
import io.patchbay.store.DatabaseStore;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.mails.KeptMail.Outcome;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

class BulkIntakeTest {

    private static final Selection ALL =
            new Selection(List.of(), List.of(new Order(Field.ID, false)), 0, 5_000);

    @TempDir private Path folder;
    private DemoStore demo;
    private DatabaseStore store;
    private final List<String> refusals = new ArrayList<>();
    private int advancedMails;

    @BeforeEach
    void openStore() {
        demo = new DemoStore(folder);
        store = demo.store;
    }

    @AfterEach
    void closeStore() {
        demo.close();
    }

    @Test
    void everyMailOfALongArchiveIsFiledInItsOrder() throws IOException {
        var mbox = new StringBuilder();
        for (int number = 1; number <= 2_500; number++) {
            mbox.append(envelope(patch(number)));
        }

        var outcomes = take(source(mbox.toString()));

        assertThat(outcomes).isEqualTo(new Outcomes(0, 2_500, 0, 0, 0, 0, 0));
        assertThat(patchNames().getFirst()).isEqualTo("change 1");
        assertThat(patchNames().getLast()).isEqualTo("change 2500");
        assertThat(advancedMails).isEqualTo(2_500);
    }

    @Test
    void eachKindOfOutcomeIsCounted() throws IOException {
        var outcomes =
                take(
                        source(
                                envelope(patch(1))
                                        + envelope(patch(1))
                                        + envelope(mail("[PATCH 0/1] all", "<0@x>", "About it."))
                                        + envelope(reply("<1@example.org>"))
                                        + envelope(reply("<nothing@example.org>"))
                                        + envelope(patch(2).replace("demo.ex", "other.ex"))));

        assertThat(outcomes).isEqualTo(new Outcomes(1, 1, 1, 1, 2, 1, 0));
        assertThat(outcomes.total()).isEqualTo(6);
        assertThat(outcomes.added()).isEqualTo(3);
    }

    @Test
    void aBrokenMailIsNamedAndTheOthersAreFiled() throws IOException {
        var outcomes =
                take(
                        source(
                                envelope(patch(1))
                                        + envelope(patch(2).replaceFirst("From: .*\n", ""))
                                        + envelope(patch(3))));

        assertThat(outcomes.patches()).isEqualTo(2);
        assertThat(outcomes.errors()).isEqualTo(1);
        assertThat(refusals).containsExactly("list.mbox, mail 2: Missing 'From' header");
    }

    @Test
    void aMailWithALineThatBeginsLikeAnEnvelopeIsFiledWhole() throws IOException {
        var poem = "Water\nFrom the sea it comes\n\nFrom the sea, and goes\n\nBecause.";

        var outcomes =
                take(source(envelope(patch(1).replace("Because.", poem)) + envelope(patch(2))));

        assertThat(outcomes).isEqualTo(new Outcomes(0, 2, 0, 0, 0, 0, 0));
    }

    @Test
    void whatCannotBeFiledGoesToTheQuarantineOnce() throws IOException {
        var mbox = envelope(patch(1)) + envelope(patch(2).replaceFirst("From: .*\n", ""));
        var filing = new Filing(store, InstantSource.system());
        var quarantine = new Quarantine(store, filing);

        for (int time = 1; time <= 2; time++) {
            var unused = new BulkIntake(filing, watcher(), quarantine).take(source(mbox));
        }

        assertThat(quarantine.listAllKept())
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.origin()).isEqualTo("list.mbox, mail 2");
                    assertThat(kept.reason()).isEqualTo("Missing 'From' header");
                    assertThat(kept.archived()).isTrue();
                    assertThat(kept.attempts()).isEqualTo(2);
                });
    }

    @Test
    void whatHoldsADiffAndIsNotFiledGoesToTheQuarantineAndIsNoError() throws IOException {
        var filing = new Filing(store, InstantSource.system());
        var quarantine = new Quarantine(store, filing);
        var cut = patch(1).replaceAll("(?s)--- a/file.*", "diff --git a/file b/file\n");

        var outcomes = new BulkIntake(filing, watcher(), quarantine).take(source(envelope(cut)));

        assertThat(outcomes).isEqualTo(new Outcomes(0, 0, 0, 0, 1, 0, 0));
        assertThat(refusals).isEmpty();
        assertThat(quarantine.list())
                .singleElement()
                .satisfies(kept -> assertThat(kept.outcome()).isEqualTo(Outcome.HOLDS_DIFF));
    }

    @Test
    void severalPathsAreOneSource() throws IOException {
        var first = Files.writeString(folder.resolve("1.mbox"), envelope(patch(1)));
        var second = Files.writeString(folder.resolve("2.eml"), patch(2));

        Outcomes outcomes;
        try (var source = MailSource.open(List.of(first, second), ReadMarks.NONE)) {
            outcomes = take(source);

            assertThat(source.bytesRead()).isEqualTo(source.size());
        }
        assertThat(outcomes.patches()).isEqualTo(2);
    }

    @Test
    void aWrongPathIsToldBeforeAnythingIsTaken() throws IOException {
        var first = Files.writeString(folder.resolve("1.mbox"), envelope(patch(1)));

        assertThatThrownBy(() ->
                        MailSource.open(List.of(first, folder.resolve("none")), ReadMarks.NONE))
                .hasMessageContaining("none");
    }

    @Test
    void aBrokenSourceStopsTheIntakeAndKeepsWhatCameBefore() throws IOException {
        var broken =
                new MailSource() {
                    private int given;

                    @Override
                    public @Nullable Arrival next() throws IOException {
                        if (given++ == 0) {
                            return new Arrival.Raw(
                                    "first", bytes(patch(1)), Arrival.Form.DELIVERED);
                        }
                        throw new IOException("the disk is gone");
                    }

                    @Override
                    public long bytesRead() {
                        return 0;
                    }

                    @Override
                    public long size() {
                        return -1;
                    }

                    @Override
                    public void close() {}
                };

        assertThatThrownBy(() -> take(broken)).hasMessage("the disk is gone");
        assertThat(patchNames()).containsExactly("change 1");
    }

    private Outcomes take(MailSource source) throws IOException {
        return new BulkIntake(new Filing(store, InstantSource.system()), watcher()).take(source);
    }

    private IntakeWatcher watcher() {
        return new IntakeWatcher() {
            @Override
            public void advanced(int mails, long bytesRead) {
                advancedMails += mails;
            }

            @Override
            public void refused(String origin, String reason) {
                refusals.add(origin + ": " + reason);
            }
        };
    }

    private List<String> patchNames() {
        return store.read(reading ->
                reading.patches().list(ALL).rows().stream().map(patch -> patch.name()).toList());
    }

    private static MailSource source(String mbox) throws IOException {
        return MailSource.of("list.mbox", new ByteArrayInputStream(bytes(mbox)), mbox.length());
    }

    private static String envelope(String mail) {
        return "From mboxrd@z Thu Jan  1 00:00:00 1970\n" + mail + "\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
