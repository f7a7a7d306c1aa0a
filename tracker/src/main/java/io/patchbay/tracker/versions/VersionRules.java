package io.patchbay.tracker.versions;

import io.patchbay.tracker.versions.VersionLink.Source;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Which series is the newest earlier version of another (docs/measured/versions.md). Explicit signs
 * and equal titles come before likeness.
 */
public final class VersionRules {

    /** Clocks of two machines of one sender differ at most so much. */
    static final Duration SLACK = Duration.ofDays(1);

    /** Of like titles or diffs so far apart, most are other work. */
    static final Duration REACH = Duration.ofDays(800);

    /** Of likeness alone nothing is known that is so far apart. */
    static final Duration NEAR = Duration.ofDays(200);

    private final VersionFacts later;
    private final Candidates known;
    private final Map<Long, Found> found = new HashMap<>();

    /** Which version of its series a candidate is said to be. */
    private final Map<Long, Integer> claimed = new HashMap<>();

    private record Found(VersionFacts earlier, Source source, int score) {}

    private static final Comparator<Found> BY_TRUST =
            Comparator.comparingInt(Found::score)
                    .thenComparing(Found::source, Comparator.reverseOrder());

    private VersionRules(VersionFacts later, Candidates known) {
        this.later = later;
        this.known = known;
    }

    /**
     * The link by signs, titles and diffs; null if they tell of none.
     *
     * @param known all series that share a title, a diff or a sign with this one
     */
    public static @Nullable VersionLink byKeys(VersionFacts later, Candidates known) {
        var rules = new VersionRules(later, known);
        rules.findSigns();
        rules.judge(known.sharingTitleOrDiff(later));
        return rules.newest();
    }

    /** Whether one that has no strong link is to be compared with all series of its submitter. */
    public static boolean asksSubmitter(VersionFacts later, @Nullable VersionLink byKeys) {
        return later.version() > 1 && (byKeys == null || !byKeys.source().isStrong());
    }

    /** Whether a change of the one may change the link of the other. */
    static boolean mayFollow(VersionFacts later, VersionFacts earlier) {
        return later.since(earlier).compareTo(SLACK.negated()) >= 0;
    }

    /**
     * The same with likeness.
     *
     * @param known all series of the submitter within {@link #NEAR}, too
     */
    public static @Nullable VersionLink byLikeness(VersionFacts later, Candidates known) {
        var rules = new VersionRules(later, known);
        rules.findSigns();
        rules.judge(known.sharingTitleOrDiff(later));
        rules.judge(
                known.ofSubmitter(later).stream()
                        .filter(earlier -> later.since(earlier).compareTo(NEAR) <= 0)
                        .toList());
        return rules.newest();
    }

    private void judge(Iterable<VersionFacts> candidates) {
        for (var earlier : candidates) {
            if (earlier != later && isBefore(earlier)) {
                var link = Likeness.of(earlier, later, isLower(earlier));
                if (link != null) {
                    put(earlier, link.source(), link.score());
                }
            }
        }
    }

    /** By number, or from a draft to a patch, whatever their numbers. */
    private boolean isLower(VersionFacts earlier) {
        return earlier.version() < later.version()
                || earlier.title().isDraft()
                        && !later.title().isDraft()
                        && earlier.date().isBefore(later.date());
    }

    private boolean isBefore(VersionFacts earlier) {
        return later.since(earlier).compareTo(REACH) <= 0
                && (isLower(earlier)
                        ? mayFollow(later, earlier)
                        : earlier.date().isBefore(later.date()));
    }

    // --- Signs --------------------------------------------------------------------------------

    private void findSigns() {
        for (var claim : later.claims()) {
            switch (claim.kind()) {
                case CHANGE_ID ->
                        known.withChangeId(later, claim.value()).stream()
                                .filter(this::precedes)
                                .forEach(earlier -> put(earlier, Source.CHANGE_ID, 1000));
                case NEEDS_CHANGE_ID -> {}
                case LINK, ADDRESS, SUPERSEDES, REPLY -> {
                    var earlier = known.withMail(later, claim.value());
                    if (earlier != null && mayPrecede(earlier)) {
                        judge(claim, earlier);
                    }
                }
            }
        }
    }

    private boolean precedes(VersionFacts earlier) {
        return earlier.version() <= later.version() && mayPrecede(earlier);
    }

    private boolean mayPrecede(VersionFacts earlier) {
        return earlier != later
                && (earlier.version() < later.version()
                        ? mayFollow(later, earlier)
                        : earlier.date().isBefore(later.date()));
    }

    private void judge(Claim claim, VersionFacts earlier) {
        boolean isSame = earlier.submitter().isSame(later.submitter());
        if (Likeness.haveOtherChangeIds(earlier, later)
                && !Likeness.shareSomething(earlier, later)) {
            return;
        }
        switch (claim.kind()) {
            case LINK -> {
                put(earlier, Source.LINK, 1000);
                claimed.merge(earlier.id(), Objects.requireNonNull(claim.version()), Math::max);
            }
            case SUPERSEDES -> put(earlier, Source.SUPERSEDES, 1000);
            case ADDRESS -> judgeAddress(claim.version(), earlier, isSame);
            case REPLY -> {
                if (isSame && isLower(earlier)) {
                    put(earlier, Source.REPLY, 970);
                }
            }
            case CHANGE_ID, NEEDS_CHANGE_ID -> {}
        }
    }

    /** An address may lead to whatever the mail speaks of: more must agree. */
    private void judgeAddress(@Nullable Integer version, VersionFacts earlier, boolean isSame) {
        boolean agrees = Likeness.areNear(earlier, later);
        if (Likeness.haveOtherNumbers(earlier, later)) {
            return;
        }
        if (version != null
                && version <= later.version()
                && (version == earlier.version()
                        ? (isSame || agrees)
                                && (version < later.version()
                                        || earlier.date().isBefore(later.date()))
                        : isSame && agrees)) {
            put(earlier, Source.ADDRESS, 990);
            claimed.merge(earlier.id(), version, Math::max);
        } else if (isSame && agrees && isLower(earlier)) {
            put(earlier, Source.ADDRESS, 970);
        }
    }

    private void put(VersionFacts earlier, Source source, int score) {
        found.merge(
                earlier.id(),
                new Found(earlier, source, score),
                (before, now) -> BY_TRUST.compare(now, before) > 0 ? now : before);
    }

    // --- The newest ---------------------------------------------------------------------------

    private @Nullable VersionLink newest() {
        int own =
                Math.max(
                        later.version(),
                        claimed.values().stream().mapToInt(version -> version + 1).max().orElse(0));
        return found.values().stream()
                .filter(one -> one.source().isStrong())
                .max(
                        Comparator.comparing((Found one) -> rank(one, own))
                                .thenComparing(one -> one.earlier().firstMail()))
                .or(() ->
                        found.values().stream()
                                .max(
                                        Comparator.comparing(
                                                        Found::source, Comparator.reverseOrder())
                                                .thenComparing(Found::score)
                                                .thenComparing(one -> one.earlier().date())
                                                .thenComparing(one -> one.earlier().firstMail())))
                .map(one ->
                        new VersionLink(later.id(), one.earlier().id(), one.source(), one.score()))
                .orElse(null);
    }

    /**
     * The same mails posted again come first, then those of lower versions, the highest first, then
     * drafts, and others of the same version. Of one version what a sign names comes first, then
     * what has the title, then the latest.
     */
    private Rank rank(Found one, int own) {
        var earlier = one.earlier();
        var said = claimed.get(earlier.id());
        int order = one.source().ordinal();
        int trust =
                order <= Source.SUPERSEDES.ordinal() ? 2 : order <= Source.AGAIN.ordinal() ? 1 : 0;
        long date = earlier.date().toEpochMilli();
        if (said != null && said < own) {
            return new Rank(1, said, trust, date);
        }
        boolean isLower = isLower(earlier);
        if (isLower && earlier.version() < later.version()) {
            return new Rank(1, earlier.version(), trust, date);
        }
        boolean isRepeated =
                later.title().isRepeat()
                        || !later.hashes().isEmpty() && later.hashes().equals(earlier.hashes());
        return !isLower && isRepeated ? new Rank(2, 0, trust, date) : new Rank(0, 0, trust, date);
    }

    private record Rank(int group, int version, int trust, long date) implements Comparable<Rank> {

        private static final Comparator<Rank> ORDER =
                Comparator.comparingInt(Rank::group)
                        .thenComparingInt(Rank::version)
                        .thenComparingInt(Rank::trust)
                        .thenComparingLong(Rank::date);

        @Override
        public int compareTo(Rank other) {
            return ORDER.compare(this, other);
        }
    }
}
