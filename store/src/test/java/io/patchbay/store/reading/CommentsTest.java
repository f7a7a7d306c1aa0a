package io.patchbay.store.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.Sample;
import io.patchbay.store.StoreContract;
import io.patchbay.tracker.model.Comment;
import io.patchbay.tracker.model.Comment.Parent;
import io.patchbay.tracker.model.Comment.Parent.Kind;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Comments on patches and on covers, which count their ids apart. */
final class CommentsTest extends StoreContract {

    private static final Parent PATCH = new Parent(Kind.PATCH, 1);
    private static final Parent COVER = new Parent(Kind.COVER, 1);

    @BeforeEach
    void fill() {
        sample(sample -> {
            long alpha = sample.project("alpha");
            long ann = sample.person("Ann");
            long bob = sample.person("Bob");
            long set = sample.series(alpha, ann, "a set", 2);
            sample.cover(alpha, ann, "a set", set);
            sample.patch(alpha, ann, "first");
            sample.patch(alpha, ann, "second");
            sample.commentOnPatch(1, bob, "one");
            sample.commentOnPatch(1, ann, "two");
            sample.commentOnPatch(2, bob, "on another");
            sample.commentOnCover(1, bob, "on the cover");
            return true;
        });
    }

    @Test
    void aCommentKnowsItsParentAuthorAndText() {
        var comment = read(reading -> reading.comments().withId(PATCH, 1)).orElseThrow();

        assertThat(comment.parent()).isEqualTo(PATCH);
        assertThat(comment.project().linkName()).isEqualTo("alpha");
        assertThat(comment.msgid()).isEqualTo("<comment-patch-1@example.org>");
        assertThat(comment.date()).isEqualTo(Sample.MAIL_DATE.plusSeconds(1001));
        assertThat(comment.submitter().name()).isEqualTo("Bob");
        assertThat(comment.headers()).isEqualTo("Subject: Re");
        assertThat(comment.content()).isEqualTo("one");
        assertThat(comment.addressed()).isNull();
    }

    @Test
    void aCommentIsNotFoundOnAnotherPatch() {
        var elsewhere = read(reading -> reading.comments().withId(PATCH, 3));

        assertThat(elsewhere).isEmpty();
    }

    @Test
    void theSameIdNamesACommentOfEachKind() {
        var onPatch = read(reading -> reading.comments().anyWithId(Kind.PATCH, 1)).orElseThrow();
        var onCover = read(reading -> reading.comments().anyWithId(Kind.COVER, 1)).orElseThrow();

        assertThat(onPatch.content()).isEqualTo("one");
        assertThat(onCover.content()).isEqualTo("on the cover");
        assertThat(onCover.parent()).isEqualTo(COVER);
    }

    @Test
    void commentsAreListedPerParentInEachOrder() {
        for (var field : List.of(Field.ID, Field.DATE)) {
            assertThat(list(PATCH, field)).as("%s", field).containsExactly("two", "one");
        }
        assertThat(list(PATCH, Field.SUBMITTER)).containsExactly("one", "two");
        assertThat(list(COVER, Field.ID)).containsExactly("on the cover");
    }

    private List<String> list(Parent parent, Field field) {
        var selection = new Selection(List.of(), List.of(new Order(field, true)), 0, 10);
        return read(reading -> reading.comments().list(parent, selection)).rows().stream()
                .map(Comment::content)
                .map(String::valueOf)
                .toList();
    }

    @Test
    void contentsComeByDate() {
        var onPatches = read(reading -> reading.comments().contentsOnPatches(List.of(1L, 2L, 3L)));
        var onCover = read(reading -> reading.comments().contentsOnCover(1));

        assertThat(onPatches)
                .isEqualTo(Map.of(1L, List.of("one", "two"), 2L, List.of("on another")));
        assertThat(onCover).containsExactly("on the cover");
    }

    @Test
    void aCommentCanBeMarkedAddressedAndUnmarked() {
        for (var parent : List.of(PATCH, COVER)) {
            for (var addressed : new Boolean[] {true, false, null}) {
                change(writing ->
                        writing.edits()
                                .address(
                                        writing.comments().withId(parent, 1).orElseThrow(),
                                        addressed));

                var comment = read(reading -> reading.comments().withId(parent, 1)).orElseThrow();

                assertThat(comment.addressed()).isEqualTo(addressed);
            }
        }
    }
}
