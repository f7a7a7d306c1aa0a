package io.patchbay.cli.versions;

import io.patchbay.cli.data.Output;
import io.patchbay.cli.versions.SeriesFile.Patch;
import io.patchbay.diff.compare.PatchPair;
import io.patchbay.diff.compare.PatchPair.Numbered;
import io.patchbay.diff.compare.RangeDiffText;
import io.patchbay.diff.compare.SeriesComparison;
import io.patchbay.diff.compare.SeriesPatch;
import io.patchbay.server.Refusal;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code range-diff}: {@code git range-diff} for mails, without a repository. */
@Command(
        name = "range-diff",
        mixinStandardHelpOptions = true,
        description = {
            "Compares two versions of a series as 'git range-diff' does, from their mails alone.",
            "Where git shows the id of a commit, the first digits of the patch's hash stand."
        })
public final class RangeDiff implements Callable<Integer> {

    /** When the text has colours; the names are the words of the option. */
    enum Colour {
        always,
        auto,
        never
    }

    @Mixin private final Output output = new Output();

    @Option(
            names = "--json",
            description = "prints [[number in OLD or null, number in NEW or null, sign], ...]")
    private boolean json;

    @Option(
            names = "--creation-factor",
            paramLabel = "PERCENT",
            description =
                    "how much of a patch may change before it is another (default: ${DEFAULT-VALUE})")
    private int creationFactor = SeriesComparison.CREATION_FACTOR;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Colour colour = Colour.auto;

    @Parameters(
            index = "0",
            paramLabel = "OLD",
            description = "mails of the older version: mbox (plain, gzip, xz or zstd) or Maildir")
    private Path older = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "mails of the newer version")
    private Path newer = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (creationFactor < 0) {
            throw new Refusal(
                    "a creation factor is a number of percent from 0 up, but this is '%d'"
                            .formatted(creationFactor));
        }
        var before = SeriesFile.read(older, output::warn);
        var after = SeriesFile.read(newer, output::warn);
        var comparison = SeriesComparison.of(patchesOf(before), patchesOf(after), creationFactor);
        if (json) {
            output.say(rows(comparison));
        } else {
            print(comparison, idsOf(before, after));
        }
        return 0;
    }

    private static List<SeriesPatch> patchesOf(List<Patch> patches) {
        return patches.stream().map(Patch::patch).toList();
    }

    private static Map<SeriesPatch, String> idsOf(List<Patch> before, List<Patch> after) {
        var ids = new IdentityHashMap<SeriesPatch, String>();
        before.forEach(patch -> ids.put(patch.patch(), patch.id()));
        after.forEach(patch -> ids.put(patch.patch(), patch.id()));
        return ids;
    }

    private void print(SeriesComparison comparison, Map<SeriesPatch, String> ids) {
        Function<SeriesPatch, String> idOf = patch -> ids.getOrDefault(patch, "");
        boolean isColoured = colour == Colour.always || colour == Colour.auto && isTerminal();
        var text =
                isColoured
                        ? RangeDiffText.coloured(comparison, idOf)
                        : RangeDiffText.plain(comparison, idOf);
        text.lines().forEach(output::say);
    }

    private static boolean isTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    private static String rows(SeriesComparison comparison) {
        return comparison.pairs().stream()
                .map(RangeDiff::row)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String row(PatchPair pair) {
        return "[%s, %s, \"%c\"]"
                .formatted(number(pair.older()), number(pair.newer()), pair.status().sign());
    }

    private static String number(@Nullable Numbered patch) {
        return patch == null ? "null" : Integer.toString(patch.number());
    }
}
