package io.patchbay.tracker.compare;

import io.patchbay.tracker.compare.SeriesVersion.StoredPatch;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.Series;
import io.patchbay.tracker.reading.Patches;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Two series that somebody wants to see compared. */
public sealed interface SeriesPair {

    /** So many patches, of both together, are compared. */
    int MOST_PATCHES = 2_000;

    /** So many lines of messages and diffs, of both together, are compared. */
    long MOST_LINES = 200_000;

    /** The same in characters. */
    long MOST_CHARACTERS = 8_000_000;

    /** All that is compared; what follows needs no transaction. */
    record Whole(SeriesVersion older, SeriesVersion newer) implements SeriesPair {

        public ComparedSeries compare() {
            return ComparedSeries.of(older, newer);
        }
    }

    /** Both are the same series. */
    record Same(long id) implements SeriesPair {

        public String sentence() {
            return "Two series are compared, but both are series %d.".formatted(id);
        }
    }

    /**
     * They are not compared here.
     *
     * @param found what there is too much of
     */
    record TooLarge(Series older, Series newer, String found) implements SeriesPair {

        public String sentence() {
            return ("Series %d and %d have %s and are too large to be compared here; download their"
                            + " mboxes and use 'git range-diff' or 'patchbay range-diff'.")
                    .formatted(older.id(), newer.id(), found);
        }
    }

    /** What is needed of the store to compare the two. */
    static SeriesPair read(Series older, Series newer, Patches patches) {
        return older.id() == newer.id()
                ? new Same(older.id())
                : new SeriesReading(older, newer, patches).read();
    }

    /** Reads the texts of the two series, and stops where they are too large. */
    final class SeriesReading {

        private static final int PATCHES_AT_ONCE = 50;

        private final Series older;
        private final Series newer;
        private final Patches patches;
        private long lines;
        private long characters;

        private SeriesReading(Series older, Series newer, Patches patches) {
            this.older = older;
            this.newer = newer;
            this.patches = patches;
        }

        private SeriesPair read() {
            var before = patches.numberedInSeries(older.id());
            var after = patches.numberedInSeries(newer.id());
            int count = before.size() + after.size();
            if (count > MOST_PATCHES) {
                return new TooLarge(
                        older, newer, "%d patches, more than %d,".formatted(count, MOST_PATCHES));
            }
            var ofOlder = withTexts(before);
            var ofNewer = withTexts(after);
            return isTooLarge()
                    ? new TooLarge(
                            older,
                            newer,
                            "more than %d lines or %d characters"
                                    .formatted(MOST_LINES, MOST_CHARACTERS))
                    : new Whole(
                            new SeriesVersion(older, ofOlder), new SeriesVersion(newer, ofNewer));
        }

        private boolean isTooLarge() {
            return lines > MOST_LINES || characters > MOST_CHARACTERS;
        }

        private void count(String text) {
            lines += text.chars().filter(character -> character == '\n').count();
            characters += text.length();
        }

        private List<StoredPatch> withTexts(List<Patch> all) {
            var found = new ArrayList<StoredPatch>();
            for (int from = 0; from < all.size(); from += PATCHES_AT_ONCE) {
                var some = all.subList(from, Math.min(all.size(), from + PATCHES_AT_ONCE));
                var texts = patches.texts(some.stream().map(Patch::id).toList());
                for (var patch : some) {
                    add(patch, texts.get(patch.id()), found);
                }
                if (isTooLarge()) {
                    break;
                }
            }
            return found;
        }

        private void add(Patch patch, @Nullable MailText text, List<StoredPatch> found) {
            var diff = text == null ? null : text.diff();
            if (text != null && diff != null && !diff.isEmpty()) {
                count(diff);
                count(Objects.requireNonNullElse(text.content(), ""));
                found.add(new StoredPatch(patch, text, diff));
            }
        }
    }
}
