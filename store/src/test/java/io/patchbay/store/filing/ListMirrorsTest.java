package io.patchbay.store.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.StoreContract;
import io.patchbay.tracker.Setup.NewProject;
import io.patchbay.tracker.mails.ListMirror;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** What is remembered of the mirrors that projects follow, and who looks at one. */
final class ListMirrorsTest extends StoreContract {

    private static final String HERE = "https://lists.example.org/harbor/";
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private long project;

    @BeforeEach
    void add() {
        project =
                write(writing ->
                        writing.setup()
                                .addProject(
                                        new NewProject(
                                                "harbor", "Harbor", "harbor.example.org", "", "")));
        change(writing -> writing.mirrorKeeping().follow(project, HERE, 100L, PAUSE));
    }

    @Test
    void aMirrorIsDueAtOnce() {
        assertThat(mirror())
                .isEqualTo(new ListMirror(project, HERE, 100L, PAUSE, NOON, null, 0, null));
        List<ListMirror> all = read(reading -> reading.mirrors().all());
        assertThat(all).containsExactly(mirror());
    }

    @Test
    void anotherMirrorTakesItsPlace() {
        hold("one");
        looked("one", "unreachable");

        change(writing -> writing.mirrorKeeping().follow(project, "/srv/harbor", null, PAUSE));

        assertThat(mirror())
                .isEqualTo(
                        new ListMirror(project, "/srv/harbor", null, PAUSE, NOON, null, 0, null));
    }

    @Test
    void aChangedPauseHoldsFromTheNextLookOn() {
        hold("one");
        looked("one", "unreachable");

        change(writing -> writing.mirrorKeeping().setPause(project, Duration.ofSeconds(90)));

        assertThat(mirror())
                .isEqualTo(
                        new ListMirror(
                                project,
                                HERE,
                                100L,
                                Duration.ofSeconds(90),
                                NOON,
                                null,
                                1,
                                "unreachable"));
    }

    @Test
    void oneProcessAtATimeLooksAtIt() {
        assertThat(hold("one")).isTrue();
        assertThat(hold("other")).isFalse();
        assertThat(hold("one")).isTrue();

        looked("one", null);
        assertThat(hold("other")).isTrue();
    }

    @Test
    void aProcessThatEndedWithoutAWordHoldsItNoLonger() {
        hold("one");
        clock.advance(Duration.ofMinutes(2));

        assertThat(hold("other")).isTrue();
        assertThat(hold("one")).isFalse();
    }

    @Test
    void aLookThatCameToNothingLeavesItDue() {
        hold("one");
        change(writing -> writing.mirrorKeeping().release(project, "other"));
        assertThat(hold("other")).isFalse();

        change(writing -> writing.mirrorKeeping().release(project, "one"));

        assertThat(hold("other")).isTrue();
        assertThat(mirror().due()).isEqualTo(NOON);
        assertThat(mirror().looked()).isNull();
    }

    @Test
    void failuresAreCountedUntilALookSucceeds() {
        hold("one");
        looked("one", "unreachable");
        hold("one");
        looked("one", "still unreachable");
        assertThat(mirror().failures()).isEqualTo(2);
        assertThat(mirror().trouble()).isEqualTo("still unreachable");
        assertThat(mirror().looked()).isNull();

        hold("one");
        looked("one", null);
        assertThat(mirror())
                .isEqualTo(
                        new ListMirror(
                                project, HERE, 100L, PAUSE, NOON.plus(PAUSE), NOON, 0, null));
    }

    @Test
    void whoDoesNotHoldItSaysNothingOfIt() {
        hold("one");

        looked("other", "unreachable");

        assertThat(mirror().failures()).isZero();
        assertThat(hold("other")).isFalse();
    }

    @Test
    void aMirrorThatIsLeftIsHeldByNobody() {
        assertThat(leave()).isTrue();

        List<ListMirror> all = read(reading -> reading.mirrors().all());
        assertThat(all).isEmpty();
        assertThat(hold("one")).isFalse();
        assertThat(leave()).isFalse();
    }

    private ListMirror mirror() {
        return read(reading -> reading.mirrors().of(project)).orElseThrow();
    }

    private boolean leave() {
        return write(writing -> writing.mirrorKeeping().leave(project));
    }

    private boolean hold(String holder) {
        return write(writing ->
                writing.mirrorKeeping().hold(project, holder, clock.instant().plusSeconds(60)));
    }

    private void looked(String holder, @Nullable String trouble) {
        change(writing ->
                writing.mirrorKeeping()
                        .looked(project, holder, trouble, clock.instant().plus(PAUSE)));
    }
}
