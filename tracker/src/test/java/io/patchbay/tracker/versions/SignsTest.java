package io.patchbay.tracker.versions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** What is read off mails for their versions. */
final class SignsTest {

    @Test
    void aVersionMayStandBeforeTheAddressOrAboveIt() {
        var claims =
                Signs.of(
                                """
                                Changes in v3:
                                - Link to v2: https://example.com/r/a%40example.com
                                - Link to v1:
                                  https://example.com/all/b@example.com/T/#u
                                See https://example.com/c@example.com. And https://example.com/page
                                """,
                                null)
                        .claims();

        assertThat(claims)
                .containsExactly(
                        new Claim(Claim.Kind.LINK, "<a@example.com>", 2),
                        new Claim(Claim.Kind.LINK, "<b@example.com>", 1),
                        new Claim(Claim.Kind.ADDRESS, "<c@example.com>", null));
    }

    @Test
    void trailersBehindTheDiffCount() {
        var signs =
                Signs.of(
                        "Moors ships.\n",
                        """
                        --- a/quay.c
                        +++ b/quay.c
                        @@ -1 +1 @@
                        -change-id: not-this
                        +moor();

                        ---
                        base-commit: 0000
                        change-id: 20260301-moor-5f
                        prerequisite-change-id: 20260201-rope-1a:v4
                        """);

        assertThat(signs.claims())
                .containsExactly(
                        new Claim(Claim.Kind.CHANGE_ID, "20260301-moor-5f", null),
                        new Claim(Claim.Kind.NEEDS_CHANGE_ID, "20260201-rope-1a", null));
        assertThat(signs.lines().size()).isEqualTo(2);
        assertThat(signs.files().size()).isEqualTo(1);
    }

    @Test
    void samplesOfLargeSetsTellWhatTheyShare() {
        var one = new ArrayList<String>();
        var other = new ArrayList<String>();
        for (int i = 0; i < 4000; i++) {
            (i < 3000 ? one : other).add("line " + i);
            if (i >= 2000 && i < 3000) {
                other.add("line " + i);
            }
        }

        var overlap = Sample.ofTexts(one).with(Sample.ofTexts(other));

        // 1,000 of 3,000 and 2,000 lines are in both.
        assertThat(overlap.share()).isBetween(0.3, 0.7);
        assertThat(overlap.likeness()).isBetween(0.1, 0.4);
    }

    @Test
    void aSampleIsReadAsItWasWritten() {
        var sample = Sample.ofTexts(List.of("one", "two", "three", "two"));

        assertThat(sample.size()).isEqualTo(3);
        assertThat(Sample.read(sample.bytes())).isEqualTo(sample);
        assertThat(sample.with(sample).share()).isEqualTo(1);
        assertThat(sample.with(Sample.NONE).share()).isZero();
    }

    @Test
    void aTitleIsTakenApart() {
        var title = Title.of("[net-next,RFC,v3,0/2] quay: rope: Tie 2 ships (was: quay: moor)");

        assertThat(title.text()).isEqualTo("quayropetie2ships");
        assertThat(title.area()).isEqualTo("quay: rope");
        assertThat(title.subject()).isEqualTo("tie2ships");
        assertThat(title.before()).isEqualTo("moor");
        assertThat(title.version()).isEqualTo(3);
        assertThat(title.isDraft()).isTrue();
        assertThat(title.isRepeat()).isFalse();
        assertThat(title.numbers()).containsExactly("2");
        assertThat(Title.of("[PATCHv2,RESEND] quay").version()).isEqualTo(2);
        assertThat(Title.of("[PATCHv2,RESEND] quay").isRepeat()).isTrue();
        assertThat(Title.of("[v4l] quay").version()).isNull();
    }
}
