package io.patchbay.tracker.editing;

import static io.patchbay.tracker.editing.Samples.BOATS;
import static io.patchbay.tracker.editing.Samples.actor;
import static io.patchbay.tracker.editing.Samples.done;
import static io.patchbay.tracker.editing.Samples.lacking;
import static io.patchbay.tracker.editing.Samples.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.tracker.editing.CommentRules.Known;
import io.patchbay.tracker.model.Comment;
import io.patchbay.tracker.model.Comment.Parent;
import io.patchbay.tracker.model.Comment.Parent.Kind;
import io.patchbay.tracker.model.Cover;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

class CommentRulesTest {

    /** The stranger wrote the comments; a cover has no delegate. */
    @ParameterizedTest
    @CsvSource({
        "anonymous, SIGNED_IN, SIGNED_IN",
        "stranger, '', ''",
        "submitter, '', ''",
        "delegate, '', ADDRESS_COMMENT",
        "maintainer, '', ''",
        "operator, '', ''",
        "token read, SCOPE_OF_TOKEN, SCOPE_OF_TOKEN",
        "token checks, SCOPE_OF_TOKEN, SCOPE_OF_TOKEN",
        "token state, '', ''",
        "token here, '', ''",
        "token elsewhere, PROJECT_OF_TOKEN, PROJECT_OF_TOKEN",
    })
    void whoMayAddress(String who, String onPatch, String onCover) {
        var patch = new Known.OnPatch(comment(Kind.PATCH, false), patch(1, BOATS));
        var cover = new Known.OnCover(comment(Kind.COVER, false), cover());

        assertThat(lacking(CommentRules.decide(actor(who), patch))).isEqualTo(onPatch);
        assertThat(lacking(CommentRules.decide(actor(who), cover))).isEqualTo(onCover);
    }

    @ParameterizedTest
    @CsvSource({"PATCH", "COVER"})
    void somebodyElseMayNotAddressWhatAnotherWrote(Kind kind) {
        var comment = comment(kind, true);
        var known =
                kind == Kind.PATCH
                        ? new Known.OnPatch(comment, patch(1, BOATS))
                        : new Known.OnCover(comment, cover());

        assertThat(lacking(CommentRules.decide(actor("stranger"), known)))
                .isEqualTo("ADDRESS_COMMENT");
        assertThat(done(CommentRules.decide(actor("submitter"), known))).isEqualTo(comment);
    }

    private static Comment comment(Kind kind, boolean bySubmitter) {
        return new Comment(
                1,
                new Parent(kind, 1),
                BOATS,
                "<c@example.org>",
                Instant.EPOCH,
                bySubmitter ? Samples.submitter() : Samples.stranger(),
                "",
                null,
                null);
    }

    private static Cover cover() {
        return new Cover(
                1, BOATS, "<0@example.org>", Instant.EPOCH, "boats", Samples.submitter(), null);
    }
}
