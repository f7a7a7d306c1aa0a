package io.patchbay.tracker.versions;

import io.patchbay.tracker.versions.VersionLink.Source;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether two series without a sign are versions of one. All figures are of
 * docs/measured/versions.md.
 */
final class Likeness {

    /** The source and score of a link, before it is chosen among others. */
    record Judged(Source source, int score) {}

    /** Below that, wrong links are as many as right ones. */
    private static final double LEAST = 0.5;

    /** So many lines of a diff say something. */
    private static final int TELLING_LINES = 3;

    /** Of a title that changed so much later, some line is still the same. */
    private static final Duration FORGOTTEN = Duration.ofDays(60);

    private final VersionFacts earlier;
    private final VersionFacts later;
    private final Sample.Overlap lines;
    private final double patchTitles;
    private final double hashes;

    private Likeness(VersionFacts earlier, VersionFacts later) {
        this.earlier = earlier;
        this.later = later;
        lines = earlier.lines().with(later.lines());
        patchTitles = share(earlier.patchTitles(), later.patchTitles());
        hashes = share(earlier.hashes(), later.hashes());
    }

    /**
     * @param isLower whether the earlier one has the lower version
     * @return null if they are different series
     */
    static @Nullable Judged of(VersionFacts earlier, VersionFacts later, boolean isLower) {
        if (haveOtherChangeIds(earlier, later)
                || !Collections.disjoint(later.neededChangeIds(), earlier.changeIds())) {
            return null;
        }
        var both = new Likeness(earlier, later);
        if (!earlier.submitter().isSame(later.submitter())) {
            return isLower ? both.ofTwoSubmitters() : null;
        }
        return isLower ? both.ofOneSubmitter() : both.again();
    }

    private @Nullable Judged ofTwoSubmitters() {
        boolean isSameTitle = earlier.title().isSame(later.title());
        if (isSameTitle && (patchTitles > 0 || hashes > 0 || lines.shared() > 0)) {
            return new Judged(Source.TITLE, 900);
        }
        if (patchTitles >= 0.5 && (hashes > 0 || lines.share() >= 0.3)) {
            return new Judged(Source.PATCHES, 850);
        }
        return earlier.title().likeness(later.title()) >= 0.7 && lines.share() >= 0.3
                ? new Judged(Source.LINES, 800)
                : null;
    }

    private @Nullable Judged again() {
        boolean isContentAlike =
                hashes >= 0.5
                        || patchTitles >= 0.5
                        || lines.shared() >= TELLING_LINES && lines.share() >= 0.3;
        return earlier.title().isSame(later.title()) && isContentAlike
                ? new Judged(Source.AGAIN, 900)
                : null;
    }

    private @Nullable Judged ofOneSubmitter() {
        if (earlier.title().isSame(later.title())) {
            return new Judged(Source.TITLE, 980);
        }
        if (patchTitles >= 0.5) {
            double ofBoth = ofLarger(earlier.patchTitles(), later.patchTitles());
            return new Judged(Source.PATCHES, (int) Math.round(800 + 100 * patchTitles * ofBoth));
        }
        if (hashes >= 0.3) {
            return new Judged(Source.DIFFS, 800);
        }
        boolean isForgotten =
                lines.shared() == 0
                        && Math.min(lines.ofFirst(), lines.ofSecond()) >= TELLING_LINES
                        && later.since(earlier).compareTo(FORGOTTEN) > 0;
        if (isForgotten) {
            return null;
        }
        double sure = 1 / (1 + Math.exp(-points()));
        return sure >= LEAST ? new Judged(Source.LIKENESS, (int) (900 * sure)) : null;
    }

    /** The logarithm of the odds that they are versions of one series. */
    private double points() {
        var area = earlier.title().area();
        double points = -4.3;
        points += !area.isEmpty() && area.equals(later.title().area()) ? 0.8 : 0;
        points += 6 * earlier.title().likeness(later.title());
        points += 3 * lines.share() * Math.min(1, lines.shared() / (double) TELLING_LINES);
        points += 1.5 * earlier.files().with(later.files()).likeness();
        points += 2 * patchTitles;
        points += later.version() - earlier.version() == 1 ? 1 : -1;
        points += ofTime(later.since(earlier));
        return points - (earlier.title().numbers().equals(later.title().numbers()) ? 0 : 1);
    }

    private static double ofTime(Duration since) {
        long days = since.toDays();
        return days < 2 ? 1.5 : days < 15 ? 1 : days < 60 ? 0.3 : days < 200 ? -0.5 : -1.5;
    }

    // --- What other rules ask -----------------------------------------------------------------

    static boolean haveOtherChangeIds(VersionFacts one, VersionFacts other) {
        return !one.changeIds().isEmpty()
                && !other.changeIds().isEmpty()
                && Collections.disjoint(one.changeIds(), other.changeIds());
    }

    static boolean shareSomething(VersionFacts one, VersionFacts other) {
        return one.title().isSame(other.title())
                || !Collections.disjoint(one.patchTitles(), other.patchTitles())
                || !Collections.disjoint(one.hashes(), other.hashes());
    }

    static boolean areNear(VersionFacts one, VersionFacts other) {
        return shareSomething(one, other)
                || one.title().likeness(other.title()) >= 0.34
                || one.lines().with(other.lines()).shared() >= TELLING_LINES;
    }

    /** "Part 1" and "part 2" are not versions of each other. */
    static boolean haveOtherNumbers(VersionFacts one, VersionFacts other) {
        return !one.title().numbers().equals(other.title().numbers())
                && !one.title().isSame(other.title())
                && Collections.disjoint(one.hashes(), other.hashes());
    }

    private static double share(Set<String> one, Set<String> other) {
        int smaller = Math.min(one.size(), other.size());
        return smaller == 0 ? 0 : (double) shared(one, other) / smaller;
    }

    private static double ofLarger(Set<String> one, Set<String> other) {
        int larger = Math.max(one.size(), other.size());
        return larger == 0 ? 0 : (double) shared(one, other) / larger;
    }

    private static int shared(Set<String> one, Set<String> other) {
        var both = new HashSet<>(one);
        both.retainAll(other);
        return both.size();
    }
}
