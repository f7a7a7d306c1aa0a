package io.patchbay.cli.versions;

import io.patchbay.diff.ParsedDiff;
import io.patchbay.diff.compare.SeriesPatch;
import io.patchbay.intake.source.Arrival.Raw;
import io.patchbay.intake.source.Arrival.Refused;
import io.patchbay.intake.source.MailSource;
import io.patchbay.mail.Commit;
import io.patchbay.mail.Mail;
import io.patchbay.mail.SeriesMarker;
import io.patchbay.mail.SeriesMarks;
import io.patchbay.mail.diff.Diff;
import io.patchbay.mail.diff.LineEnds;
import io.patchbay.mail.text.UnreadableMail;
import io.patchbay.server.Refusal;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The patches of one version of a series, from a file of mails: in the order of their numbers, or
 * where they have none, of the file. Covers, replies and other mails without a diff are left out.
 */
final class SeriesFile {

    /** What takes the place of an id in the output of git: no mail has the id of a commit. */
    private static final String ABBREVIATED = "%.10s";

    private static final Comparator<Candidate> BY_NUMBER =
            Comparator.comparingDouble(Candidate::number);

    private final Path path;
    private final Consumer<String> warnings;

    private SeriesFile(Path path, Consumer<String> warnings) {
        this.path = path;
        this.warnings = warnings;
    }

    /** A patch, and the beginning of the hash that the API finds it by. */
    record Patch(String id, SeriesPatch patch) {}

    /**
     * @param path whatever mails can be read from
     * @param warnings of what is left out although it looks like a patch
     * @throws Refusal if there is no patch in it
     */
    static List<Patch> read(Path path, Consumer<String> warnings) throws IOException {
        return new SeriesFile(path, warnings).patches();
    }

    private record Candidate(Mail mail, Diff diff, int version, @Nullable SeriesMarker marker) {

        static @Nullable Candidate of(Mail mail) {
            var diff = mail.body().diff();
            var text = mail.subjectText().orElseGet(mail::subjectInText);
            if (diff == null || mail.isReply()) {
                return null;
            }
            var marks =
                    mail.subject("")
                            .map(subject -> SeriesMarks.asWritten(text, subject, mail.id()))
                            .orElse(new SeriesMarks(1, null));
            var marker = marks.marker();
            boolean isCover = marker != null && marker.number() == 0 && !marker.isBetween();
            return isCover ? null : new Candidate(mail, diff, marks.version(), marker);
        }

        boolean hasMarker() {
            return marker != null;
        }

        /** Between two numbers, if that is where the patch belongs. */
        double number() {
            return marker == null ? 0 : marker.number() + (marker.isBetween() ? 0.5 : 0);
        }

        String place() {
            return marker == null
                    ? ""
                    : marker.number() + (marker.isBetween() ? "+" : "") + "/" + marker.total();
        }

        Patch patch() {
            var subject = mail.subjectText().orElseGet(mail::subjectInText);
            var commit = Commit.of(mail.cleaned("From").orElse(""), subject, mail.body().content());
            var parsed = ParsedDiff.of(LineEnds.ofFiles(diff.text()));
            return new Patch(
                    ABBREVIATED.formatted(diff.hash()),
                    SeriesPatch.of(commit.author(), commit.message(), parsed));
        }
    }

    private List<Patch> patches() throws IOException {
        var found = candidates();
        if (found.isEmpty()) {
            throw new Refusal(
                    path
                            + ": no mail in it is a patch; a file of mails with the patches of a series"
                            + " was expected, such as b4 and 'git format-patch --stdout' write");
        }
        var series = numbered(ofOneVersion(found));
        return series.stream().map(Candidate::patch).toList();
    }

    private List<Candidate> candidates() throws IOException {
        var found = new ArrayList<Candidate>();
        var ids = new HashSet<>();
        try (var source = MailSource.open(path)) {
            for (var arrival = source.next(); arrival != null; arrival = source.next()) {
                switch (arrival) {
                    case Raw raw -> {
                        try {
                            var mail = raw.read();
                            var candidate = Candidate.of(mail);
                            boolean isNew = mail.id().map(ids::add).orElse(true);
                            if (candidate != null && isNew) {
                                found.add(candidate);
                            }
                        } catch (UnreadableMail e) {
                            warnings.accept(raw.origin() + ": " + e.getMessage());
                        }
                    }
                    case Refused(var origin, var reason) -> warnings.accept(origin + ": " + reason);
                }
            }
        }
        return found;
    }

    /** Versions count only where they stand for the same place: some forget to write them. */
    private List<Candidate> ofOneVersion(List<Candidate> found) {
        var places = new HashSet<String>();
        boolean isClear =
                found.stream()
                        .filter(Candidate::hasMarker)
                        .allMatch(candidate -> places.add(candidate.place()));
        int newest = found.stream().mapToInt(Candidate::version).max().orElse(1);
        var versions = found.stream().map(Candidate::version).distinct().sorted().toList();
        if (isClear || versions.size() == 1) {
            return found;
        }
        warnings.accept(
                "%s: it holds the versions %s of a series; version %d is taken"
                        .formatted(
                                path,
                                versions.stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(", ")),
                                newest));
        return found.stream().filter(candidate -> candidate.version() == newest).toList();
    }

    /** By number, if there are numbers; then a patch without one is of something else. */
    private List<Candidate> numbered(List<Candidate> found) {
        if (found.stream().noneMatch(Candidate::hasMarker)) {
            return found;
        }
        Map<String, Candidate> byPlace = new LinkedHashMap<>();
        for (var candidate : found) {
            boolean isFirst =
                    candidate.hasMarker()
                            && byPlace.putIfAbsent(candidate.place(), candidate) == null;
            if (!isFirst) {
                warnings.accept(
                        "%s: '%s' is left out: %s"
                                .formatted(
                                        path,
                                        candidate.mail().subjectText().orElse(""),
                                        candidate.hasMarker()
                                                ? "there is a patch with this number before it"
                                                : "it has no number, and others have"));
            }
        }
        return byPlace.values().stream().sorted(BY_NUMBER).toList();
    }
}
