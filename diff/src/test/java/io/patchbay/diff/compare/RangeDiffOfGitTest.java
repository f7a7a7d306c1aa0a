package io.patchbay.diff.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.diff.GitFolder;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.stream.LongStream;

/**
 * What the real {@code git range-diff} says of series in a repository. The parameter is the seed.
 */
class RangeDiffOfGitTest {

    @TempDir private Path folder;

    @BeforeAll
    static void lookForGit() {
        GitFolder.require();
    }

    static LongStream seeds() {
        return LongStream.range(0, 8);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theTextIsThatOfGit(long seed) throws IOException, InterruptedException {
        var series = new RandomSeries(folder, seed).write();
        var older = series.patches("one");
        var newer = series.patches("two");
        var ids = new IdentityHashMap<SeriesPatch, String>();
        for (int at = 0; at < older.size(); at++) {
            ids.put(older.get(at), series.commits("one").get(at));
        }
        for (int at = 0; at < newer.size(); at++) {
            ids.put(newer.get(at), series.commits("two").get(at));
        }

        var comparison = SeriesComparison.of(older, newer);

        assertThat(RangeDiffText.plain(comparison, patch -> ids.getOrDefault(patch, "")))
                .isEqualTo(git(series, "--no-color"));
        assertThat(RangeDiffText.coloured(comparison, patch -> ids.getOrDefault(patch, "")))
                .isEqualTo(git(series, "--color=always"));
    }

    private static String git(RandomSeries series, String colour)
            throws IOException, InterruptedException {
        return series.git()
                .git("-c", "core.abbrev=9", "range-diff", colour, "base..one", "base..two");
    }
}
