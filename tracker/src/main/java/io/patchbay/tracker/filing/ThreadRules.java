package io.patchbay.tracker.filing;

import io.patchbay.mail.header.MessageId;
import io.patchbay.tracker.filing.SeriesPlacement.Opening;
import io.patchbay.tracker.model.Person;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Which series a mail belongs to by our own rules (mail-ingest §21): a thread tells, within one
 * author and version; author, size and time only where no thread speaks against them.
 */
final class ThreadRules {

    /** Mails of one series without references are sent at most so long after each other. */
    private static final Duration STEP = SeriesRules.WINDOW;

    /** Mails that a program sends at once are dated at most so long after each other. */
    private static final Duration TICK = Duration.ofMinutes(1);

    /** However slowly a series is sent, it is sent within this time. */
    private static final Duration RUN = Duration.ofDays(1);

    private final IncomingMail mail;
    private final Person sender;
    private final Conversation known;
    private final int number;
    private final int total;
    private final boolean isExtra;

    /** References to mails that are not here, which may yet come: they tell threads apart. */
    private final List<MessageId> awaited;

    private ThreadRules(IncomingMail mail, Person sender, Conversation known) {
        this.mail = mail;
        this.sender = sender;
        this.known = known;
        var marker = mail.isPartOfSeries() ? mail.marker() : null;
        total = marker == null ? 1 : marker.total();
        number = marker == null ? 1 : marker.number();
        isExtra = marker != null && (marker.isBetween() || number > total);
        awaited = mail.references().stream().filter(this::isAwaited).toList();
    }

    static SeriesPlacement placePatch(IncomingMail mail, Person sender, Conversation known) {
        return new ThreadRules(mail, sender, known).placePatch();
    }

    static SeriesPlacement placeCover(IncomingMail mail, Person sender, Conversation known) {
        return new ThreadRules(mail, sender, known).placeCover();
    }

    /** Begin of a series and mail are never further apart if time is what joins them. */
    static Duration reach(IncomingMail mail) {
        var marker = mail.marker();
        if (mail.kind() == IncomingMail.Kind.COVER
                || marker == null
                || marker.number() == 0
                || !mail.references().isEmpty()
                        && mail.references().stream().allMatch(id -> isForeign(id, mail.id()))) {
            return RUN;
        }
        var steps = STEP.multipliedBy(Math.max(1, marker.total()));
        return steps.compareTo(RUN) < 0 ? steps : RUN;
    }

    /**
     * Whether a cover letter that repeats the name of another in its thread begins a series that is
     * sent again: patches refer to it, or its author wrote the other too and it quotes nothing.
     */
    static boolean isSentAgain(IncomingMail mail, Person sender, Conversation known) {
        var own = known.seriesReferencedBy(mail.project(), mail.id());
        if (own != null && known.isSameAuthor(own.submitterId(), sender)) {
            return true;
        }
        boolean quotes =
                mail.text().content() != null
                        && mail.text().content().lines().anyMatch(line -> line.startsWith(">"));
        return !quotes
                && mail.references().stream()
                        .map(id -> known.seriesReferencedBy(mail.project(), id))
                        .anyMatch(series ->
                                series != null && known.isSameAuthor(series.submitterId(), sender));
    }

    private SeriesPlacement placePatch() {
        if (!mail.isPartOfSeries()) {
            return open(number, List.of(), mail.name());
        }
        var series = inThread(true);
        if (series == null) {
            series = byTime();
        }
        if (series == null) {
            // The cover letter says another total than its patches, or another version.
            series = inThread(false);
        }
        if (series == null) {
            int place = isExtra ? Math.max(number, total + 1) : number;
            return open(place, awaitedBefore(null), place == 1 ? mail.name() : null);
        }
        int place = isExtra ? placeBeyond(series) : number;
        boolean isFirst = place == 1 && !series.isNamed();
        return new SeriesPlacement(
                null,
                series.id(),
                place,
                isFirst ? mail.name() : null,
                new SeriesPlacement.Leads(mail.id(), awaitedBefore(series)),
                isExtra && place > series.total() ? 1 : 0);
    }

    private SeriesPlacement placeCover() {
        var name = SeriesRules.withoutLeadingBlock(mail.name());
        var series = known.seriesReferencedBy(mail.project(), mail.id());
        if (series == null
                || series.hasCover()
                || !isOfSameAuthor(series)
                || !(isOfSameVersion(series) ? isWithin(RUN, series) : isOfOneRun(series))) {
            series = coverless();
        }
        if (series == null) {
            return open(null, List.of(), name);
        }
        return new SeriesPlacement(
                null,
                series.id(),
                null,
                series.isNamedAfterFirstPatch() ? name : null,
                new SeriesPlacement.Leads(mail.id(), List.of()),
                0);
    }

    private SeriesPlacement open(
            @Nullable Integer place, List<MessageId> references, @Nullable String name) {
        int announced = mail.marker() == null ? 0 : mail.marker().total();
        var opening =
                new Opening(
                        known.nextIds().series(),
                        mail.project(),
                        mail.date(),
                        sender.id(),
                        mail.version(),
                        place == null ? announced : isExtra ? total + 1 : total,
                        List.of());
        return new SeriesPlacement(
                opening,
                opening.id(),
                place,
                name,
                new SeriesPlacement.Leads(mail.id(), references),
                0);
    }

    /** A patch between two others, or behind the last, gets a place of its own behind the last. */
    private int placeBeyond(KnownSeries series) {
        boolean isBetween = mail.marker() != null && mail.marker().isBetween();
        int place = isBetween ? total + 1 : number;
        while (series.holds(place)) {
            place++;
        }
        return place;
    }

    // --- By thread ----------------------------------------------------------------------------

    private @Nullable KnownSeries inThread(boolean isExact) {
        var own = known.seriesReferencedBy(mail.project(), mail.id());
        if (own != null && misses(own, isExact)) {
            return own;
        }
        boolean hasAwaited = false;
        for (var reference : mail.references()) {
            var series = known.seriesReferencedBy(mail.project(), reference);
            if (series == null) {
                hasAwaited |= awaited.contains(reference);
                continue;
            }
            // Behind a mail that is not here may be what the whole series answers.
            boolean counts =
                    !hasAwaited || series.hasMember(reference.stored()) && isWithin(RUN, series);
            if (counts && misses(series, isExact)) {
                return series;
            }
        }
        return null;
    }

    /**
     * @param isExact false if its total may be another, and within one run its version
     */
    private boolean misses(KnownSeries series, boolean isExact) {
        boolean isOfKind =
                isExact
                        ? isOfSameVersion(series) && series.isOf(total)
                        : isOfSameVersion(series) || isOfOneRun(series);
        return isOfKind && isOfSameAuthor(series) && (isExtra || !series.holds(number));
    }

    private boolean isOfSameVersion(KnownSeries series) {
        return series.version() == mail.version();
    }

    private boolean isOfSameAuthor(KnownSeries series) {
        return known.isSameAuthor(series.submitterId(), sender);
    }

    /** So soon after each other only a program sends mails, whatever versions they name. */
    private boolean isOfOneRun(KnownSeries series) {
        return isNear(series, TICK);
    }

    /** What mails that come later may refer to: nothing behind what leads to the series already. */
    private List<MessageId> awaitedBefore(@Nullable KnownSeries series) {
        var before = new ArrayList<MessageId>();
        for (var reference : mail.references()) {
            // A patch has as many mails of its series above it as its number says, at most.
            if (before.size() >= Math.max(1, number)
                    || series != null
                            && known.seriesReferencedBy(mail.project(), reference) == series) {
                break;
            }
            if (awaited.contains(reference)) {
                before.add(reference);
            }
        }
        return before;
    }

    private boolean isAwaited(MessageId reference) {
        return known.seriesReferencedBy(mail.project(), reference) == null
                && known.patchTalkedOfIn(mail.project(), reference) == null
                && known.coverTalkedOfIn(mail.project(), reference) == null;
    }

    // --- By time ------------------------------------------------------------------------------

    /** A thread of which nothing is here speaks against every series, unless a relay made it up. */
    private @Nullable KnownSeries byTime() {
        boolean isRelayed =
                !awaited.isEmpty()
                        && awaited.stream().allMatch(reference -> isForeign(reference, mail.id()));
        if (isExtra || !awaited.isEmpty() && !isRelayed) {
            return null;
        }
        return candidates().stream()
                .filter(series -> misses(series, true))
                .filter(series -> isRelayed ? isWithin(RUN, series) : isNear(series, STEP))
                .filter(series -> hasNoOtherThread(series) || isRootOfRelayed(series))
                .filter(series -> !series.hasOnlyCover() || !mail.date().isBefore(series.date()))
                .min(nearest())
                .orElse(null);
    }

    private boolean isRootOfRelayed(KnownSeries series) {
        return mail.references().isEmpty() && number <= 1 && isRelayed(series);
    }

    /** A series without cover letter that may have begun with this one. */
    private @Nullable KnownSeries coverless() {
        return candidates().stream()
                .filter(series -> isOfSameVersion(series) && !series.hasCover())
                .filter(series -> !series.isEmpty() && !series.hasPatchBefore(mail.date()))
                .filter(series ->
                        hasNoOtherThread(series)
                                ? isNear(series, STEP)
                                : isRelayed(series) && isWithin(RUN, series))
                .min(nearest())
                .orElse(null);
    }

    private List<KnownSeries> candidates() {
        return known.seriesOfSubmitter(sender.id()).stream()
                .filter(series -> series.projectId() == mail.project().id())
                .filter(series -> series.isOf(total))
                .filter(series -> apart(series.date()).compareTo(reach(mail)) <= 0)
                .toList();
    }

    private static boolean hasNoOtherThread(KnownSeries series) {
        return series.awaited().isEmpty();
    }

    /** A relay gave its mails new ids, so that they refer to ids that nobody has. */
    private static boolean isRelayed(KnownSeries series) {
        return series.awaited().stream()
                .allMatch(id ->
                        series.members().stream()
                                .noneMatch(member -> host(id).equals(host(member))));
    }

    private boolean isWithin(Duration time, KnownSeries series) {
        return apart(series.date()).compareTo(time) <= 0;
    }

    /** Whether it follows, or goes before, some mail of the series by one step each number. */
    private boolean isNear(KnownSeries series, Duration step) {
        boolean isNearCover =
                (series.hasCover() || series.isEmpty()) && isNear(series.date(), number, step);
        return isNearCover
                || series.patches().entrySet().stream()
                        .anyMatch(patch ->
                                isNear(patch.getValue().date(), number - patch.getKey(), step));
    }

    private boolean isNear(Instant date, int numbers, Duration step) {
        var steps = step.multipliedBy(Math.max(1, Math.abs(numbers)));
        return apart(date).compareTo(steps) <= 0;
    }

    private Comparator<KnownSeries> nearest() {
        return Comparator.comparing((KnownSeries series) ->
                        series.patches().values().stream()
                                .map(patch -> apart(patch.date()))
                                .min(Comparator.naturalOrder())
                                .orElseGet(() -> apart(series.date())))
                .thenComparing(KnownSeries::id, Comparator.reverseOrder());
    }

    private Duration apart(Instant date) {
        return Duration.between(date, mail.date()).abs();
    }

    private static boolean isForeign(MessageId reference, MessageId own) {
        return !host(reference.stored()).equals(host(own.stored()));
    }

    private static String host(String msgid) {
        int at = msgid.lastIndexOf('@');
        return at < 0 ? "" : msgid.substring(at).toLowerCase(Locale.ROOT);
    }
}
