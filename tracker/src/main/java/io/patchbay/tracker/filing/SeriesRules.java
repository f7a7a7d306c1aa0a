package io.patchbay.tracker.filing;

import io.patchbay.mail.header.MessageId;
import io.patchbay.tracker.events.Event;
import io.patchbay.tracker.filing.SeriesPlacement.Opening;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.SeriesHead;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which series a mail belongs to, and what that series is called: Patchwork's rules (mail-ingest
 * §15), and the choice between them and ours.
 */
final class SeriesRules {

    /** Mails of one series without references to each other are sent within this time. */
    static final Duration WINDOW = Duration.ofMinutes(20);

    private static final Pattern LEADING_BLOCK = Pattern.compile("^\\[[^\\]]*\\]\\s*");

    private SeriesRules() {}

    static SeriesPlacement placePatch(IncomingMail mail, Person sender, Conversation known) {
        return switch (mail.project().rules()) {
            case PATCHBAY -> ThreadRules.placePatch(mail, sender, known);
            case PATCHWORK -> placePatch(mail, sender.id(), known);
        };
    }

    static SeriesPlacement placeCover(IncomingMail mail, Person sender, Conversation known) {
        return switch (mail.project().rules()) {
            case PATCHBAY -> ThreadRules.placeCover(mail, sender, known);
            case PATCHWORK -> placeCover(mail, sender.id(), known);
        };
    }

    /** How far from a mail a series may begin that it joins because of the time. */
    static Duration reach(IncomingMail mail) {
        return switch (mail.project().rules()) {
            case PATCHBAY -> ThreadRules.reach(mail);
            case PATCHWORK -> WINDOW;
        };
    }

    static String withoutLeadingBlock(String name) {
        return LEADING_BLOCK.matcher(name).replaceFirst("");
    }

    private static SeriesPlacement placePatch(
            IncomingMail mail, long submitterId, Conversation known) {
        var marker = mail.marker();
        int total = 1;
        int number = 1;
        KnownSeries found = null;
        if (marker != null && marker.total() > 0) {
            total = marker.total();
            number = marker.number();
            found = findSeries(mail, number, total, submitterId, known);
        }
        boolean isNumbered = number > 0;
        if (found != null && !found.holds(number)) {
            return isNumbered
                    ? new SeriesPlacement(null, found.id(), number, name(found, mail, number))
                    : SeriesPlacement.NOWHERE;
        }
        var references = new LinkedHashSet<>(mail.references());
        references.add(mail.id());
        var opening = opening(mail, total, submitterId, List.copyOf(references), known);
        return isNumbered
                ? new SeriesPlacement(
                        opening, opening.id(), number, number == 1 ? mail.name() : null)
                // A cover letter with a diff: its series is opened, but it is no part of it.
                : new SeriesPlacement(opening, null, null, null);
    }

    /** A cover letter is the first of its thread, so what it refers to is another series. */
    private static SeriesPlacement placeCover(
            IncomingMail mail, long submitterId, Conversation known) {
        var name = withoutLeadingBlock(mail.name());
        var found = known.seriesReferencedBy(mail.project(), mail.id());
        if (found == null) {
            int total = mail.marker() == null ? 0 : mail.marker().total();
            var opening = opening(mail, total, submitterId, List.of(mail.id()), known);
            return new SeriesPlacement(opening, opening.id(), null, name);
        }
        if (found.hasCover()) {
            return SeriesPlacement.NOWHERE;
        }
        return new SeriesPlacement(
                null, found.id(), null, found.isNamedAfterFirstPatch() ? name : null);
    }

    private static Opening opening(
            IncomingMail mail,
            int total,
            long submitterId,
            List<MessageId> references,
            Conversation known) {
        return new Opening(
                known.nextIds().series(),
                mail.project(),
                mail.date(),
                submitterId,
                mail.version(),
                total,
                references);
    }

    private static @Nullable KnownSeries findSeries(
            IncomingMail mail, int number, int total, long submitterId, Conversation known) {
        // Patchwork does not compare versions here, and lists depend on which series that makes.
        var own = known.seriesReferencedBy(mail.project(), mail.id());
        if (own != null) {
            return own;
        }
        for (var reference : mail.references()) {
            var series = known.seriesReferencedBy(mail.project(), reference);
            if (series != null) {
                return series;
            }
        }

        var candidates =
                known.seriesOfSubmitter(submitterId).stream()
                        .filter(series -> series.projectId() == mail.project().id())
                        .filter(series -> series.version() == mail.version())
                        .filter(series -> series.total() == total)
                        .filter(series -> isWithinWindow(series, mail))
                        .toList();
        if (candidates.size() == 1) {
            return candidates.getFirst();
        }
        return candidates.stream()
                .filter(series -> !series.holds(number))
                .max(Comparator.comparing(KnownSeries::date).thenComparing(KnownSeries::id))
                .orElse(null);
    }

    private static boolean isWithinWindow(KnownSeries series, IncomingMail mail) {
        return Duration.between(series.date(), mail.date()).abs().compareTo(WINDOW) <= 0;
    }

    private static @Nullable String name(KnownSeries series, IncomingMail mail, int number) {
        return number == 1 && !series.isNamed() ? mail.name() : null;
    }

    /** What a cover letter's placement brings about, before the cover letter is there. */
    static List<Event.Occurrence> eventsOf(SeriesPlacement placement) {
        var opening = placement.opening();
        return opening == null ? List.of() : List.of(new Event.SeriesCreated(head(opening)));
    }

    /** What a patch's placement brings about, after the patch is there. */
    static List<Event.Occurrence> eventsOf(
            SeriesPlacement placement, PatchHead patch, Conversation known) {
        var events = new ArrayList<>(eventsOf(placement));
        var opening = placement.opening();
        var number = placement.number();
        if (placement.series() == null || number == null) {
            return events;
        }
        if (opening != null) {
            addCompletions(events, KnownSeries.of(opening), 0, number, patch);
        } else {
            addCompletions(
                    events, known.series(placement.series()), placement.more(), number, patch);
        }
        return events;
    }

    private static void addCompletions(
            List<Event.Occurrence> events,
            KnownSeries series,
            int more,
            int number,
            PatchHead patch) {
        if (series.holdsAllBelow(number)) {
            events.add(new Event.PatchCompleted(patch, series.head()));
            int next = number + 1;
            for (var waiting = series.patch(next);
                    waiting != null;
                    waiting = series.patch(++next)) {
                events.add(new Event.PatchCompleted(waiting, series.head()));
            }
        }
        if (series.received() + 1 >= series.total() + more) {
            events.add(new Event.SeriesCompleted(series.head()));
        }
    }

    private static SeriesHead head(Opening opening) {
        return KnownSeries.of(opening).head();
    }
}
