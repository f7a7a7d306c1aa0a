package io.patchbay.bench.beside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.bench.beside.Comparison.Side;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

class ComparisonTest {

    private final Comparison comparison = new Comparison();

    @Test
    void eachRoundIsComparedWithItselfAndTheMedianCounts() {
        rounds("patch", Side.OLD, 100, 200, 400);
        rounds("patch", Side.OLD_AGAIN, 101, 196, 400);
        rounds("patch", Side.NEW, 90, 208, 408);

        var line = comparison.lines().getFirst();

        assertThat(line.micros()).isEqualTo(200);
        assertThat(line.again()).isEqualTo(new Comparison.Ratio(1, 0.98, 1.01));
        assertThat(line.now()).isEqualTo(new Comparison.Ratio(1.02, 0.9, 1.04));
        assertThat(line.isSlower()).isFalse();
        assertThat(comparison.sentences("0.1"))
                .containsExactly("Nothing takes more than 1.05 times the processor time of 0.1.");
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        rounds("patch", Side.OLD, 4, 1, 2, 8);
        rounds("patch", Side.OLD_AGAIN, 4, 1, 2, 8);
        rounds("patch", Side.NEW, 4, 2, 3, 4);

        var line = comparison.lines().getFirst();

        assertThat(line.micros()).isEqualTo(3);
        assertThat(line.now()).isEqualTo(new Comparison.Ratio(1.25, 0.5, 2));
    }

    @Test
    void whatIsSlowerIsNamed() {
        rounds("patch", Side.OLD, 1000);
        rounds("patch", Side.OLD_AGAIN, 1000);
        rounds("patch", Side.NEW, 1050);
        rounds("web: list", Side.OLD, 1000);
        rounds("web: list", Side.OLD_AGAIN, 940);
        rounds("web: list", Side.NEW, 1051);

        assertThat(comparison.lines())
                .extracting(Comparison.Line::isSlower)
                .containsExactly(false, true);
        assertThat(comparison.sentences("0.1"))
                .containsExactly(
                        "web: list: 0.1 again takes 0.940 times as much as itself; measure on a"
                                + " quieter machine.",
                        "web: list: 1.051 times the processor time of 0.1; at most 1.05 is"
                                + " allowed.");
    }

    @Test
    void theTableTellsMediansAndRanges() {
        rounds("list of 100 patches", Side.OLD, 800, 1000);
        rounds("list of 100 patches", Side.OLD_AGAIN, 800, 1010);
        rounds("list of 100 patches", Side.NEW, 720, 950);
        rounds("patch", Side.OLD, 20);
        rounds("patch", Side.OLD_AGAIN, 20);
        rounds("patch", Side.NEW, 25);
        var out = new ByteArrayOutputStream();

        comparison.table("0.1").print(new PrintStream(out, true, UTF_8));

        assertThat(out.toString(UTF_8))
                .isEqualTo(
                        """
                        what                 0.1 µs  0.1 again   least–most   here   least–most
                        list of 100 patches     900      1.005  1.000–1.010  0.925  0.900–0.950
                        patch                  20.0      1.000  1.000–1.000  1.250  1.250–1.250
                        """);
    }

    @Test
    void aBuildThatMissedARoundIsNotCompared() {
        rounds("patch", Side.OLD, 1, 2);
        rounds("patch", Side.OLD_AGAIN, 1, 2);
        rounds("patch", Side.NEW, 1);

        assertThatThrownBy(comparison::lines)
                .hasMessage("expected as many rounds of each build, but one has 1 and the other 2");
    }

    @Test
    void noBuildIsAlwaysTheFirst() {
        assertThat(Side.inTurn(0)).containsExactly(Side.OLD, Side.OLD_AGAIN, Side.NEW);
        assertThat(Side.inTurn(1)).containsExactly(Side.OLD_AGAIN, Side.NEW, Side.OLD);
        assertThat(Side.inTurn(5)).containsExactly(Side.NEW, Side.OLD, Side.OLD_AGAIN);
    }

    private void rounds(String what, Side side, double... micros) {
        for (double one : micros) {
            comparison.add(what, side, one);
        }
    }
}
