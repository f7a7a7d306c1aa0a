package io.patchbay.store.editing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.PatchCopy;
import io.patchbay.store.StoreContract;
import io.patchbay.tracker.Editing;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.AuditEntry;
import io.patchbay.tracker.accounts.Origin;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.editing.Change.AddCheck;
import io.patchbay.tracker.editing.Change.EditPatch;
import io.patchbay.tracker.editing.Edited;
import io.patchbay.tracker.editing.Edited.Conflict;
import io.patchbay.tracker.editing.Edited.Done;
import io.patchbay.tracker.editing.Edited.Invalid;
import io.patchbay.tracker.editing.Edited.NotAllowed;
import io.patchbay.tracker.editing.Edited.Obstacle;
import io.patchbay.tracker.editing.Edited.Right;
import io.patchbay.tracker.editing.PatchFields;
import io.patchbay.tracker.editing.RepeatKey;
import io.patchbay.tracker.editing.StateName;
import io.patchbay.tracker.model.Check;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.query.Selection;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Changes on their way through the rules into the store. */
@Timeout(60)
class EditingTest extends StoreContract {

    private static final Actor OPERATOR = PatchCopy.actor(null);
    private static final Actor NOBODY =
            Actor.viewer(Viewer.ANONYMOUS, new Origin("203.0.113.7", "PATCH /api/patches/1/"));

    private Editing editing;
    private Actor maintainer;

    @BeforeEach
    void twoPatches() {
        editing = new Editing(store);
        var viewer =
                sample(sample -> {
                    long alpha = sample.project("alpha");
                    long ann = sample.person("Ann");
                    sample.patch(alpha, ann, "one");
                    sample.patch(alpha, ann, "two");
                    long tom = sample.user("tom");
                    sample.writing().accounts().maintains(tom, alpha, true);
                    return sample.writing().users().viewer(tom);
                });
        maintainer = Actor.viewer(viewer, new Origin("192.0.2.1", "PATCH /api/patches/1/"));
    }

    @Test
    void aChangeIsKeptWithItsEventAndWithWhoAskedForItFromWhere() {
        var edited = editing.apply(accept(1), maintainer);

        assertThat(edited).isInstanceOf(Done.class);
        assertThat(state(1)).isEqualTo("accepted");
        var entry = audit().getLast();
        assertThat(entry.username()).isEqualTo("tom");
        assertThat(entry.address()).isEqualTo("192.0.2.1");
        assertThat(entry.request()).isEqualTo("PATCH /api/patches/1/");
        assertThat(entry.changes())
                .containsExactly(new AuditEntry.Change("state", "new", "accepted"));
        assertThat(read(reading -> reading.events().after(0, 100)).getLast().actor())
                .isEqualTo(maintainer.user());
    }

    @Test
    void whatIsRefusedLeavesNoTrace() {
        int before = audit().size();

        var edited = editing.apply(new EditPatch(1, state("done")), maintainer);

        assertThat(edited).isInstanceOf(Invalid.class);
        assertThat(state(1)).isEqualTo("new");
        assertThat(audit()).hasSize(before);
    }

    @Test
    void whoHasNotSignedInIsRefusedWithoutWaitingForWriters() throws Exception {
        var writing = new CountDownLatch(1);
        var refused = new CountDownLatch(1);
        var writer =
                Thread.ofPlatform()
                        .start(() ->
                                change(held -> {
                                    writing.countDown();
                                    awaitQuietly(refused);
                                }));
        writing.await();

        // Who waits for a writer's turn waits whatever interrupts it, so another thread asks.
        try {
            assertThat(soon(() -> editing.apply(accept(1), NOBODY)))
                    .isEqualTo(new NotAllowed<Patch>(Right.SIGNED_IN));
            assertThat(soon(() -> editing.apply(report("ci"), NOBODY, new RepeatKey("k", "ask"))))
                    .isEqualTo(new NotAllowed<Check>(Right.SIGNED_IN));
        } finally {
            refused.countDown();
            writer.join();
        }
    }

    private static <T> Edited<T> soon(Supplier<Edited<T>> asking) throws Exception {
        return CompletableFuture.supplyAsync(asking).get(20, TimeUnit.SECONDS);
    }

    @Test
    void ofSeveralChangesAllAreMadeOrNone() {
        var outcomes =
                editing.<Patch>applyAll(
                        List.of(accept(1), new EditPatch(2, state("done"))), maintainer);

        assertThat(outcomes).hasSize(1).first().isInstanceOf(Invalid.class);
        assertThat(state(1)).isEqualTo("new");
    }

    @Test
    void aReportThatIsSentTwiceAtOnceIsMadeOnce() throws Exception {
        var key = new RepeatKey("b7c1", "asked");
        Callable<Edited<Check>> report = () -> editing.apply(report("ci"), maintainer, key);

        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = threads.invokeAll(List.of(report, report));

            assertThat(Set.of(isNew(both.getFirst().get()), isNew(both.getLast().get())))
                    .containsExactlyInAnyOrder(true, false);
        }
        List<Check> made = read(reading -> reading.checks().latest(1));
        assertThat(made).hasSize(1);
    }

    @Test
    void aKeyStandsForOneRequestOnly() {
        editing.apply(report("ci"), maintainer, new RepeatKey("b7c1", "asked"));

        assertThat(editing.apply(report("other"), maintainer, new RepeatKey("b7c1", "else")))
                .isEqualTo(new Conflict<Check>(Obstacle.KEY_OF_OTHER_REQUEST));
    }

    @Test
    void whatTheLatestCheckSaysAlreadyIsNoNews() {
        var news = new AddCheck(1, null, "success", null, null, "ci", true);

        assertThat(isNew(editing.apply(news, maintainer))).isTrue();
        assertThat(isNew(editing.apply(news, maintainer))).isFalse();
    }

    @Test
    void theOperatorIsNamedByNobodyButTheOrigin() {
        editing.apply(accept(1), OPERATOR);

        assertThat(audit().getLast().username()).isNull();
        assertThat(audit().getLast().request()).isEqualTo("a test");
    }

    private static EditPatch accept(long patch) {
        return new EditPatch(patch, state("Accepted"));
    }

    private static PatchFields state(String word) {
        return PatchFields.NONE.state(new StateName.Word(word));
    }

    private static AddCheck report(String context) {
        return new AddCheck(1, null, "success", null, null, context, false);
    }

    private static boolean isNew(Edited<Check> edited) {
        return ((Done<Check>) edited).isNew();
    }

    private String state(long patch) {
        return read(reading -> reading.patches().withId(patch)).orElseThrow().state().slug();
    }

    private List<AuditEntry> audit() {
        return read(reading ->
                reading.audit().list(new Selection(List.of(), List.of(), 0, 100)).rows());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
