package io.patchbay.acceptance;

import static java.time.ZoneOffset.UTC;

import io.patchbay.intake.source.Arrival;
import io.patchbay.intake.source.MailSource;
import io.patchbay.mail.Mail;
import io.patchbay.testing.Corpus;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.filing.Filed;
import io.patchbay.tracker.importing.Imports.Completeness;
import io.patchbay.tracker.importing.Imports.ImportedProject;
import io.patchbay.tracker.model.Comment;
import io.patchbay.tracker.model.Comment.Parent;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.SeriesHead;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A store in which the mails of the corpus were filed, one by one, told in the tables' words. */
final class FiledCorpus {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(UTC);
    private static final String NOTHING = "-";

    private final Store store;
    private final Map<String, Filed> outcomes = new LinkedHashMap<>();

    private final Map<Long, String> numbersOfPatches = new LinkedHashMap<>();
    private final Map<Long, String> numbersOfCovers = new LinkedHashMap<>();
    private final Map<Long, String> beginnersOfSeries = new LinkedHashMap<>();

    private FiledCorpus(Store store) {
        this.store = store;
    }

    static FiledCorpus in(Store store, InstantSource clock) throws IOException {
        store.write(writing -> {
            writing.imports().project(project(), Completeness.WHOLE);
            return true;
        });
        var filed = new FiledCorpus(store);
        var filing = new Filing(store, clock);
        for (var entry : Corpus.mails().entrySet()) {
            filed.enter(entry.getKey(), filing.file(read(entry.getValue())));
        }
        return filed;
    }

    private static ImportedProject project() {
        return new ImportedProject(
                1,
                "harbor",
                "Harbor",
                "harbor-devel.lists.example.org",
                "harbor-devel@lists.example.org",
                "",
                "",
                "",
                null,
                null,
                null,
                null,
                true);
    }

    private static Mail read(Path file) throws IOException {
        try (var source = MailSource.open(file)) {
            if (source.next() instanceof Arrival.Raw mail) {
                return mail.read();
            }
            throw new IOException("no mail in " + file);
        }
    }

    private void enter(String number, Filed filed) {
        outcomes.put(number, filed);
        switch (filed) {
            case Filed.AsPatch patch -> {
                long id = patch.patch().head().id();
                numbersOfPatches.put(id, number);
                begin(
                        number,
                        store.read(reading -> reading.patches().withId(id)).orElseThrow().series());
            }
            case Filed.AsCover cover -> {
                long id = cover.cover().head().id();
                numbersOfCovers.put(id, number);
                begin(
                        number,
                        store.read(reading -> reading.covers().withId(id)).orElseThrow().series());
            }
            default -> {}
        }
    }

    private void begin(String number, @Nullable SeriesHead series) {
        if (series != null) {
            beginnersOfSeries.putIfAbsent(series.id(), number);
        }
    }

    /** The cells that {@code expected.tsv} has for each mail, but for those of its text. */
    Map<String, String> told(String number) {
        var row = new LinkedHashMap<String, String>();
        List.of("name", "parent", "submitter", "date", "series", "number", "state", "tags")
                .forEach(column -> row.put(column, NOTHING));
        row.put("addressed", NOTHING);
        row.put("hash", NOTHING);
        row.put("mail", number);
        row.put(
                "outcome",
                store.read(reading ->
                        switch (outcome(number)) {
                            case Filed.AsPatch patch ->
                                    tellPatch(patch.patch().head().id(), reading, row);
                            case Filed.AsCover cover ->
                                    tellCover(cover.cover().head().id(), reading, row);
                            case Filed.AsComment comment ->
                                    tellComment(comment(comment, reading), row);
                            case Filed.Duplicate _ -> "duplicate";
                            case Filed.Unwanted _ -> "ignored";
                            case Filed.Broken _ -> "error";
                        }));
        return row;
    }

    private Filed outcome(String number) {
        var filed = outcomes.get(number);
        if (filed == null) {
            throw new IllegalArgumentException("no mail " + number + " in the corpus");
        }
        return filed;
    }

    private String tellPatch(long id, Reading reading, Map<String, String> row) {
        var patch = reading.patches().withId(id).orElseThrow();
        row.put("name", patch.name());
        row.put("submitter", tell(patch.submitter()));
        row.put("date", tell(patch.date()));
        row.put("series", tell(patch.series()));
        row.put("number", tell(patch.number()));
        row.put("state", patch.state().name());
        row.put("hash", tell(patch.hash()));
        var tally = reading.patches().tallies(List.of(id)).get(id);
        row.put(
                "tags",
                reading.projects().tags().stream()
                        .map(tag -> tally == null ? 0 : tally.tags().getOrDefault(tag.id(), 0))
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")));
        return "patch";
    }

    private String tellCover(long id, Reading reading, Map<String, String> row) {
        var cover = reading.covers().withId(id).orElseThrow();
        row.put("name", cover.name());
        row.put("submitter", tell(cover.submitter()));
        row.put("date", tell(cover.date()));
        row.put("series", tell(cover.series()));
        return "cover";
    }

    private static Comment comment(Filed.AsComment filed, Reading reading) {
        var head = filed.comment().head();
        return reading.comments().withId(head.parent(), head.id()).orElseThrow();
    }

    private String tellComment(Comment comment, Map<String, String> row) {
        boolean onPatch = comment.parent().kind() == Parent.Kind.PATCH;
        var numbers = onPatch ? numbersOfPatches : numbersOfCovers;
        row.put("parent", tell(numbers.get(comment.parent().id())));
        row.put("submitter", tell(comment.submitter()));
        row.put("date", tell(comment.date()));
        row.put("addressed", comment.addressed() == null ? NOTHING : addressed(comment));
        return onPatch ? "patch-comment" : "cover-comment";
    }

    private static String addressed(Comment comment) {
        return Boolean.TRUE.equals(comment.addressed()) ? "yes" : "no";
    }

    /** What is stored of the text of a mail that was kept. */
    MailText text(String number) {
        return store.read(reading ->
                switch (outcome(number)) {
                    case Filed.AsPatch patch -> reading.patches().text(patch.patch().head().id());
                    case Filed.AsCover cover -> reading.covers().text(cover.cover().head().id());
                    case Filed.AsComment filed -> {
                        var comment = comment(filed, reading);
                        yield new MailText(comment.headers(), comment.content(), null);
                    }
                    default -> throw new IllegalArgumentException(number + " is not kept");
                });
    }

    /** All series in the words of {@code series.tsv}, by the mail that began them. */
    List<Map<String, String>> series() {
        return store.read(reading -> {
            var rows = new ArrayList<Map<String, String>>();
            beginnersOfSeries.forEach((id, number) -> rows.add(series(id, reading)));
            return rows;
        });
    }

    private Map<String, String> series(long id, Reading reading) {
        var series = reading.series().withId(id).orElseThrow();
        var row = new LinkedHashMap<String, String>();
        row.put("series", tell(beginnersOfSeries.get(id)));
        row.put("name", tell(series.name()));
        row.put("version", tell(series.version()));
        row.put("total", tell(series.total()));
        row.put("received", tell(series.receivedTotal()));
        row.put("submitter", tell(series.submitter()));
        row.put("date", tell(series.date()));
        var cover = series.cover();
        row.put("cover", cover == null ? NOTHING : tell(numbersOfCovers.get(cover.id())));
        row.put(
                "patches",
                reading.patches().numberedInSeries(id).stream()
                        .map(patch -> tell(numbersOfPatches.get(patch.id())))
                        .collect(Collectors.joining(" ")));
        row.put(
                "needs",
                series.dependencies().isEmpty()
                        ? NOTHING
                        : series.dependencies().stream()
                                .map(needed -> tell(beginnersOfSeries.get(needed)))
                                .collect(Collectors.joining(" ")));
        return row;
    }

    PatchHead patch(String number) {
        return ((Filed.AsPatch) outcome(number)).patch().head();
    }

    private String tell(@Nullable SeriesHead series) {
        return series == null ? NOTHING : tell(beginnersOfSeries.get(series.id()));
    }

    private static String tell(Instant date) {
        return DATE.format(date);
    }

    private static String tell(Person person) {
        var name = person.name();
        return (name == null || name.isEmpty() ? "" : name + " ") + "<" + person.email() + ">";
    }

    private static String tell(@Nullable Object value) {
        return value == null ? NOTHING : value.toString();
    }
}
