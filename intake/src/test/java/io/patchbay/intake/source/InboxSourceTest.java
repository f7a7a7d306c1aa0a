package io.patchbay.intake.source;

import static io.patchbay.intake.DemoStore.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.intake.BulkIntake;
import io.patchbay.intake.DemoStore;
import io.patchbay.intake.IntakeWatcher;
import io.patchbay.intake.Outcomes;
import io.patchbay.intake.Quarantine;
import io.patchbay.intake.source.Arrival.Form;
import io.patchbay.intake.source.Arrival.Raw;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Folders of public-inbox, taken again and again while they grow. */
class InboxSourceTest {

    @TempDir private Path folder;
    private DemoStore demo;
    private SampleInbox inbox;

    @BeforeEach
    void open() throws IOException {
        demo = new DemoStore(folder);
        inbox = new SampleInbox(folder.resolve("list"));
        inbox.add(0, patch(1));
    }

    @AfterEach
    void close() {
        demo.close();
    }

    @Test
    void mailsComeInTheOrderOfTheCommitsEpochByEpoch() throws IOException {
        inbox.add(1, patch(3));
        inbox.add(10, patch(4));
        inbox.add(2, patch(9));
        inbox.add(0, patch(2));

        var outcomes = take();

        assertThat(outcomes.patches()).isEqualTo(5);
        assertThat(demo.patchNames())
                .containsExactly("change 1", "change 2", "change 3", "change 9", "change 4");
    }

    @Test
    void onlyWhatIsNewIsTakenTheNextTime() throws IOException {
        inbox.add(0, patch(2));
        take();
        inbox.add(0, patch(3));
        inbox.add(1, patch(4));

        assertThat(take()).isEqualTo(new Outcomes(0, 2, 0, 0, 0, 0, 0));
        assertThat(take()).isEqualTo(Outcomes.NONE);
    }

    @Test
    void severalPathsAreRememberedEach() throws IOException {
        var other = new SampleInbox(folder.resolve("other"));
        other.add(0, patch(2));
        var mbox = Files.writeString(folder.resolve("x.mbox"), "From a\n" + patch(3));
        var paths = List.of(inbox.folder(), mbox, other.folder());
        assertThat(take(paths, marks()).patches()).isEqualTo(3);
        inbox.add(0, patch(4));

        assertThat(take(paths, marks())).isEqualTo(new Outcomes(0, 1, 0, 1, 0, 0, 0));
    }

    @Test
    void fromTheStartEverythingIsTakenAgainAndRemembered() throws IOException {
        take();
        inbox.add(0, patch(2));

        assertThat(take(List.of(inbox.folder()), marks().fromStart()))
                .isEqualTo(new Outcomes(0, 1, 0, 1, 0, 0, 0));
        assertThat(take()).isEqualTo(Outcomes.NONE);
    }

    @Test
    void filedUnderAListItIsAnotherReading() throws IOException {
        take();

        var outcomes =
                take(
                        List.of(inbox.folder()),
                        ReadMarks.in(demo.store, Optional.of("demo.example.org")));

        assertThat(outcomes.duplicates()).isEqualTo(1);
    }

    @Test
    void aWithdrawnMailIsLeftOut() throws IOException {
        inbox.add(0, patch(2));
        inbox.add(0, patch(3));
        inbox.withdraw(0, patch(2));

        take();

        assertThat(demo.patchNames()).containsExactly("change 1", "change 3");
        assertThat(take()).isEqualTo(Outcomes.NONE);
    }

    @Test
    void aMailThatCameAgainAfterItWasWithdrawnIsTaken() throws IOException {
        inbox.add(0, patch(2));
        inbox.withdraw(0, patch(2));
        inbox.add(0, patch(2));

        take();

        assertThat(demo.patchNames()).containsExactly("change 1", "change 2");
    }

    @Test
    void whatAPurgeLeftIsNoMail() throws IOException {
        inbox.add(0, "");
        inbox.add(0, patch(2));

        assertThat(take()).isEqualTo(new Outcomes(0, 2, 0, 0, 0, 0, 0));
    }

    @Test
    void rewrittenHistoryIsTakenAgainWithoutDoubling() throws IOException {
        inbox.add(0, patch(2));
        take();
        inbox.rewind(0, null);
        inbox.add(0, patch(2));
        inbox.add(0, patch(3));

        assertThat(take()).isEqualTo(new Outcomes(0, 1, 0, 1, 0, 0, 0));
        assertThat(take()).isEqualTo(Outcomes.NONE);
    }

    @Test
    void anInterruptedIntakeGoesOnBehindTheLastMailThatWasKept() throws IOException {
        inbox.add(0, patch(2));
        inbox.add(0, patch(3));
        try (var source = MailSource.open(inbox.folder(), marks())) {
            source.next();
            source.next();
            source.kept(1);
        }

        assertThat(take().patches()).isEqualTo(2);
        assertThat(demo.patchNames()).containsExactly("change 2", "change 3");
    }

    @Test
    void theOldFormatIsReadToo() throws IOException {
        var old = new SampleInbox(folder.resolve("old"));
        old.commitOldFormat(0, patch(1));
        old.commitOldFormat(0, patch(1), patch(2));
        old.commitOldFormat(0, patch(1), patch(2), patch(3), patch(4));
        old.commitOldFormat(0, patch(1), patch(2), patch(3));
        try (var source = MailSource.open(old.epoch(0), marks())) {
            source.next();
            source.next();
            source.next();
            source.kept(2);
        }

        assertThat(take(List.of(old.epoch(0)), marks()).patches()).isEqualTo(1);
        assertThat(demo.patchNames()).containsExactly("change 3");
    }

    @Test
    void aCommitOfSeveralMailsIsBehindUsWhenAllOfThemAre() throws IOException {
        var old = new SampleInbox(folder.resolve("old"));
        old.commitOldFormat(0, patch(1), patch(2));
        old.commitOldFormat(0, patch(1), patch(2), patch(3));
        try (var source = MailSource.open(old.epoch(0), marks())) {
            source.next();
            source.kept(1);
        }

        assertThat(take(List.of(old.epoch(0)), marks()).patches()).isEqualTo(3);
    }

    @Test
    void theFolderAnyEpochAndWhatUnitesThemAreUnderstood() throws IOException {
        Files.createDirectories(inbox.folder().resolve("all.git"));

        for (var path : List.of("", "git", "all.git", "git/0.git")) {
            try (var source = MailSource.open(inbox.folder().resolve(path))) {
                assertThat(source.next())
                        .as(path)
                        .isInstanceOfSatisfying(
                                Raw.class,
                                raw -> {
                                    assertThat(raw.form()).isEqualTo(Form.DELIVERED);
                                    assertThat(raw.origin()).contains("0.git, commit ");
                                });
            }
        }
    }

    @Test
    void objectsMayLieElsewhere() throws IOException {
        var epoch = inbox.epoch(0);
        Files.move(epoch.resolve("objects"), folder.resolve("shared"));
        Files.createDirectories(epoch.resolve("objects/info"));
        Files.writeString(
                epoch.resolve("objects/info/alternates"), folder.resolve("shared") + "\n");

        assertThat(take().patches()).isEqualTo(1);
    }

    @Test
    void anEpochWithoutCommitsHoldsNothing() throws IOException {
        inbox.rewind(0, null);

        assertThat(take()).isEqualTo(Outcomes.NONE);
    }

    /** A blob, a tree, a commit: what came after it is taken in any case. */
    @ParameterizedTest
    @CsvSource({"HEAD~2:m, 1 4 5", "HEAD~2^{tree}, 1 4 5", "HEAD~3, 3 4 5"})
    void whatIsMissingIsNotedAndTriedAgain(String lost, String taken) throws IOException {
        inbox.add(0, patch(2));
        inbox.add(0, patch(3));
        inbox.add(0, patch(4));
        inbox.add(0, patch(5));
        var object = inbox.lose(0, lost);
        var quarantine = new Quarantine(demo.store, demo.filing);

        for (int time = 1; time <= 2; time++) {
            take(quarantine);

            assertThat(demo.patchNames().stream().map(name -> name.replace("change ", "")))
                    .contains(taken.split(" "))
                    .hasSizeLessThan(5);
            assertThat(quarantine.list())
                    .singleElement()
                    .satisfies(kept -> {
                        assertThat(kept.origin()).contains("0.git, commit ");
                        assertThat(kept.reason()).contains("missing or damaged");
                        assertThat(kept.attempts()).isEqualTo(1);
                        assertThat(quarantine.retry(kept.id()).orElseThrow().reason())
                                .isEqualTo(kept.reason());
                    });
        }

        inbox.find(0, object);
        take(quarantine);
        assertThat(demo.patchNames())
                .containsExactlyInAnyOrder(
                        "change 1", "change 2", "change 3", "change 4", "change 5");
        assertThat(quarantine.list()).isEmpty();
        assertThat(take()).isEqualTo(Outcomes.NONE);
    }

    @Test
    void aDamagedMailDoesNotStopTheOthers() throws IOException {
        inbox.add(0, patch(2));
        inbox.add(0, patch(3));
        inbox.damage(0, "HEAD~1:m");

        var outcomes = take();

        assertThat(outcomes).isEqualTo(new Outcomes(0, 2, 0, 0, 0, 0, 1));
        assertThat(demo.patchNames()).containsExactly("change 1", "change 3");
    }

    @Test
    void anotherFolderIsRefused() throws IOException {
        var empty = Files.createDirectory(folder.resolve("empty"));

        assertThatThrownBy(() -> MailSource.open(empty))
                .isInstanceOf(NotDirectoryException.class)
                .hasMessageContaining("git/0.git");
    }

    private Outcomes take() throws IOException {
        return take(List.of(inbox.folder()), marks());
    }

    private ReadMarks marks() {
        return ReadMarks.in(demo.store, Optional.empty());
    }

    private Outcomes take(List<Path> paths, ReadMarks marks) throws IOException {
        return take(paths, marks, null);
    }

    private void take(Quarantine quarantine) throws IOException {
        var unused = take(List.of(inbox.folder()), marks(), quarantine);
    }

    private Outcomes take(List<Path> paths, ReadMarks marks, @Nullable Quarantine quarantine)
            throws IOException {
        var unwatched =
                new IntakeWatcher() {
                    @Override
                    public void advanced(int mails, long bytesRead) {}

                    @Override
                    public void refused(String origin, String reason) {}
                };
        try (var source = MailSource.open(paths, marks)) {
            return new BulkIntake(demo.filing, unwatched, quarantine).take(source);
        }
    }
}
