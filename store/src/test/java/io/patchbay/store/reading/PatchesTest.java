package io.patchbay.store.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.store.Sample;
import io.patchbay.store.StoreContract;
import io.patchbay.store.database.StoreFailure;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.editing.NewCheck;
import io.patchbay.tracker.model.CheckState;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.reading.Patches.Tally;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

final class PatchesTest extends StoreContract {

    @Test
    void aPatchIsFoundByItsIdWithAllThatBelongsToIt() {
        long id =
                sample(sample -> {
                    long alpha = sample.project("alpha");
                    long ann = sample.person("Ann");
                    long set = sample.series(alpha, ann, "a set", 2);
                    long patch = sample.patchOf(set, 1, alpha, ann, "first");
                    var tom = sample.userWith(sample.user("tom"));
                    sample.edit(
                            patch,
                            change ->
                                    change.delegate(tom)
                                            .commitRef("0123abc")
                                            .pullUrl("git://example.org/x")
                                            .archived(true)
                                            .state(sample.state("accepted")));
                    return patch;
                });

        var patch = read(reading -> reading.patches().withId(id)).orElseThrow();

        assertThat(patch.project().linkName()).isEqualTo("alpha");
        assertThat(patch.msgid()).isEqualTo("<patch-1@example.org>");
        assertThat(patch.date()).isEqualTo(Sample.MAIL_DATE.plusSeconds(1));
        assertThat(patch.name()).isEqualTo("first");
        assertThat(patch.commitRef()).isEqualTo("0123abc");
        assertThat(patch.pullUrl()).isEqualTo("git://example.org/x");
        assertThat(patch.state().slug()).isEqualTo("accepted");
        assertThat(patch.archived()).isTrue();
        assertThat(patch.hash()).isEqualTo("%040x".formatted(1));
        assertThat(patch.submitter().email()).isEqualTo("Ann@example.org");
        assertThat(patch.delegate()).extracting("username").isEqualTo("tom");
        assertThat(patch.series()).extracting("name").isEqualTo("a set");
        assertThat(patch.number()).isEqualTo(1);
        assertThat(patch.check()).isEqualTo(CheckState.PENDING);
        assertThat(patch.relation()).isNull();
        assertThat(patch.related()).isEmpty();
    }

    @Test
    void anUnknownPatchIsAbsent() {
        var patch = read(reading -> reading.patches().withId(1));

        assertThat(patch).isEmpty();
    }

    @Test
    void aMessageIdIsLookedUpWithinOneProject() {
        var projects =
                sample(sample -> {
                    long alpha = sample.project("alpha");
                    sample.patch(alpha, sample.person("Ann"), "first");
                    return List.of(alpha, sample.project("beta"));
                });

        var here = read(in(projects.get(0)));
        var there = read(in(projects.get(1)));

        assertThat(here).isPresent();
        assertThat(there).isEmpty();
    }

    private static Function<Reading, Optional<Patch>> in(long project) {
        return reading -> reading.patches().withMessageId(project, "<patch-1@example.org>");
    }

    @Test
    void thePatchesOfASeriesComeByNumberAndWithoutTheUnnumbered() {
        long set =
                sample(sample -> {
                    long alpha = sample.project("alpha");
                    long ann = sample.person("Ann");
                    long series = sample.series(alpha, ann, "a set", 2);
                    sample.patchOf(series, 2, alpha, ann, "second");
                    sample.patchOf(series, 1, alpha, ann, "first");
                    sample.patch(alpha, ann, "another");
                    return series;
                });

        var patches = read(reading -> reading.patches().numberedInSeries(set));

        assertThat(patches).extracting(Patch::name).containsExactly("first", "second");
    }

    @Test
    void textsAreReadApart() {
        var ids =
                sample(sample -> {
                    long alpha = sample.project("alpha");
                    long ann = sample.person("Ann");
                    return List.of(
                            sample.patch(alpha, ann, "one"), sample.patch(alpha, ann, "two"));
                });

        var texts = read(reading -> reading.patches().texts(ids));
        var text = read(reading -> reading.patches().text(ids.get(0)));

        var expected = new MailText("Subject: one", "does one", "--- a/file\n");
        assertThat(text).isEqualTo(expected);
        assertThat(texts).hasSize(2).containsEntry(ids.get(0), expected);
    }

    @Test
    void theTextOfAnUnknownPatchCannotBeRead() {
        assertThatThrownBy(() -> read(reading -> reading.patches().text(5)))
                .isInstanceOf(StoreFailure.class);
    }

    @Test
    void talliesCountTagsChecksAndCommentsAndLeaveOutThePlain() {
        var ids =
                sample(sample -> {
                    long alpha = sample.project("alpha");
                    long ann = sample.person("Ann");
                    long busy = sample.patch(alpha, ann, "busy");
                    long commented = sample.patch(alpha, ann, "commented");
                    long plain = sample.patch(alpha, ann, "plain");
                    sample.tag(busy, 1, 2);
                    sample.tag(busy, 3, 1);
                    sample.commentOnPatch(commented, ann, "hm");
                    var tom = sample.userWith(sample.user("tom"));
                    for (var state : CheckState.values()) {
                        var check = new NewCheck(tom, state, null, null, "on-" + state.label());
                        sample.writing().edits().add(sample.patchWith(busy), check);
                    }
                    return List.of(busy, commented, plain);
                });

        var tallies = read(reading -> reading.patches().tallies(ids));
        var newestFirst = List.of(new Selection.Order(Selection.Field.ID, true));
        var tallied =
                read(reading ->
                        reading.patches().tallied(new Selection(List.of(), newestFirst, 0, 10)));

        assertThat(tallied.page().rows())
                .extracting(Patch::name)
                .containsExactly("plain", "commented", "busy");
        assertThat(tallied.tallies()).isEqualTo(tallies);
        assertThat(tallies)
                .containsOnly(
                        Map.entry(ids.get(0), new Tally(Map.of(1L, 2, 3L, 1), 1, 1, 1, 0)),
                        Map.entry(ids.get(1), new Tally(Map.of(), 0, 0, 0, 1)));
    }
}
