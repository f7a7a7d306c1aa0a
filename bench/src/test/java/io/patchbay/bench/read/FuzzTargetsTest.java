package io.patchbay.bench.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.bench.measure.Corpus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the fuzzer begins with holds every promise; fuzzing itself is {@code bench fuzz}. */
class FuzzTargetsTest {

    static Stream<Path> seeds() throws IOException {
        return Files.list(Corpus.folder())
                .filter(file -> file.toString().endsWith(".eml"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSeedHoldsEveryPromise(Path seed) throws IOException {
        var mail = Files.readAllBytes(seed);

        assertThatNoException()
                .isThrownBy(() -> {
                    FuzzTargets.OfMail.fuzzerTestOneInput(mail);
                    FuzzTargets.OfDiff.fuzzerTestOneInput(mail);
                    FuzzTargets.OfMbox.fuzzerTestOneInput(mail);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n",
                "From ",
                "x\nFrom y\n>From z\n\n",
                "\n\nFrom \n",
                "a\r\nFrom b\r\n"
            })
    void anMboxIsSplitLikeThePlainestWay(String mbox) {
        assertThatNoException()
                .isThrownBy(() ->
                        FuzzTargets.OfMbox.fuzzerTestOneInput(
                                mbox.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aBrokenPromiseIsAFinding() {
        assertThatThrownBy(() -> Ordeal.require(false, "the tide turns"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("broken promise: the tide turns");
    }

    @Test
    void aMutationIsTheSameForTheSameSeedAndNumber() {
        var mails = List.of("Subject: x\n\nbody\n".getBytes(StandardCharsets.US_ASCII));

        assertThat(Mutation.of(mails, 1, 7)).isEqualTo(Mutation.of(mails, 1, 7));
        assertThat(Mutation.of(mails, 1, 7)).isNotEqualTo(Mutation.of(mails, 2, 7));
        assertThat(Mutation.of(mails, 1, 7)).isNotEqualTo(Mutation.of(mails, 1, 8));
    }

    @Test
    void mutatedMailsAreReadOrRefused() throws IOException {
        var mails = seeds().map(FuzzTargetsTest::bytesOf).toList();

        for (int number = 0; number < 2_000; number++) {
            var unused = Ordeal.of(Mutation.of(mails, 1, number));
        }
    }

    private static byte[] bytesOf(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
