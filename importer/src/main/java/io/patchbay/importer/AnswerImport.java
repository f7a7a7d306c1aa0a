package io.patchbay.importer;

import io.patchbay.mail.SeriesMarker;
import io.patchbay.mail.Subject;
import io.patchbay.tracker.importing.Imports;
import io.patchbay.tracker.importing.Imports.Completeness;
import io.patchbay.tracker.importing.Imports.ImportedCover;
import io.patchbay.tracker.importing.Imports.ImportedPatch;
import io.patchbay.tracker.importing.Imports.ImportedProject;
import io.patchbay.tracker.importing.Imports.ImportedSeries;
import io.patchbay.tracker.model.CheckState;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.User;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes the objects of saved answers apart and has each kept (rest-api §7). */
public final class AnswerImport {

    /** What an answer can be about, by the word in its address. */
    public enum Kind {
        PROJECTS("project"),
        USERS("user"),
        PEOPLE("person"),
        COVERS("cover"),
        SERIES("series"),
        PATCHES("patch");

        private final String noun;

        Kind(String noun) {
            this.noun = noun;
        }

        public String counted(int count) {
            return count + " " + (count == 1 ? noun : name().toLowerCase(Locale.ROOT));
        }
    }

    private static final Pattern ADDRESS =
            Pattern.compile("/api/(?:\\d+\\.\\d+/)?([a-z]+)/(\\d+)/(?:\\?.*)?$");

    private static final Pattern LEADING_BRACKET = Pattern.compile("\\[([^]]*)]");

    private final Imports imports;
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    public AnswerImport(Imports imports) {
        this.imports = imports;
    }

    /** How many objects the answers were about, those left out that they only mention. */
    public Map<Kind, Integer> counts() {
        return counts;
    }

    public void keep(SavedObject answer) {
        var kind = kindOf(answer);
        var named = answer.named(kind.noun + " " + answer.id("id"));
        switch (kind) {
            case PROJECTS -> wholeProject(named);
            case USERS -> imports.user(userOf(named), Completeness.WHOLE);
            case PEOPLE -> wholePerson(named);
            case COVERS -> cover(named);
            case SERIES -> series(named);
            case PATCHES -> patch(named);
        }
        counts.merge(kind, 1, Integer::sum);
    }

    private static Kind kindOf(SavedObject answer) {
        var address = ADDRESS.matcher(answer.text("url"));
        if (address.find()) {
            for (var kind : Kind.values()) {
                if (kind.name().equalsIgnoreCase(address.group(1))) {
                    return kind;
                }
            }
        }
        throw answer.unexpected(
                "url",
                "the address of a project, user, person, cover, series or patch, such as"
                        + " /api/1.2/patches/ID/");
    }

    private void wholeProject(SavedObject answer) {
        imports.project(projectOf(answer), Completeness.WHOLE);
        var maintainers = answer.objects("maintainers").stream().map(this::mentionedUser).toList();
        imports.maintainers(answer.id("id"), maintainers);
    }

    private long mentionedProject(SavedObject answer) {
        imports.project(projectOf(answer), Completeness.IN_PASSING);
        return answer.id("id");
    }

    private static ImportedProject projectOf(SavedObject answer) {
        return new ImportedProject(
                answer.id("id"),
                answer.filledText("link_name"),
                answer.filledText("name"),
                answer.filledText("list_id"),
                answer.text("list_email"),
                answer.text("web_url"),
                answer.text("scm_url"),
                answer.text("webscm_url"),
                answer.textIfTold("list_archive_url"),
                answer.textIfTold("list_archive_url_format"),
                answer.textIfTold("commit_url_format"),
                answer.textIfTold("subject_match"),
                answer.flagIfTold("show_dependencies"));
    }

    private void wholePerson(SavedObject answer) {
        var user = answer.objectOrNull("user");
        imports.person(
                personOf(answer, user == null ? null : mentionedUser(user)), Completeness.WHOLE);
    }

    private long mentionedPerson(SavedObject answer) {
        imports.person(personOf(answer, null), Completeness.IN_PASSING);
        return answer.id("id");
    }

    private static Person personOf(SavedObject answer, @Nullable Long user) {
        return new Person(
                answer.id("id"), answer.textOrNull("name"), answer.filledText("email"), user);
    }

    private long mentionedUser(SavedObject answer) {
        imports.user(userOf(answer), Completeness.IN_PASSING);
        return answer.id("id");
    }

    private static User userOf(SavedObject answer) {
        return new User(
                answer.id("id"),
                answer.filledText("username"),
                answer.text("first_name"),
                answer.text("last_name"),
                answer.text("email"));
    }

    private void cover(SavedObject answer) {
        var marker = markerIn(answer.text("name"));
        var text =
                answer.has("headers") || answer.has("content")
                        ? new MailText(headersOf(answer), answer.textOrNull("content"), null)
                        : null;
        long project = mentionedProject(answer.object("project"));
        long submitter = mentionedPerson(answer.object("submitter"));
        imports.cover(coverOf(answer, project, submitter, text), Completeness.WHOLE);
        for (var series : answer.objects("series")) {
            mentionedSeries(
                    series,
                    project,
                    submitter,
                    marker.map(SeriesMarker::total).orElse(1),
                    answer.id("id"));
        }
    }

    private static ImportedCover coverOf(
            SavedObject answer, long project, long submitter, @Nullable MailText text) {
        return new ImportedCover(
                answer.id("id"),
                project,
                answer.filledText("msgid"),
                answer.moment("date"),
                answer.text("name"),
                submitter,
                text);
    }

    private void series(SavedObject answer) {
        long project = mentionedProject(answer.object("project"));
        long submitter = mentionedPerson(answer.object("submitter"));
        var cover = answer.objectOrNull("cover_letter");
        if (cover != null) {
            imports.cover(coverOf(cover, project, submitter, null), Completeness.IN_PASSING);
        }
        imports.series(
                new ImportedSeries(
                        answer.id("id"),
                        project,
                        answer.textOrNull("name"),
                        answer.moment("date"),
                        submitter,
                        answer.number("version"),
                        answer.number("total"),
                        cover == null ? null : cover.id("id"),
                        dependenciesOf(answer)),
                Completeness.WHOLE);
        for (var patch : answer.objects("patches")) {
            imports.patch(
                    mentionedPatch(patch, project, submitter, answer.id("id")),
                    Completeness.IN_PASSING);
        }
    }

    private static List<Long> dependenciesOf(SavedObject answer) {
        return answer.textsIfTold("dependencies").stream()
                .map(ADDRESS::matcher)
                .filter(matcher -> matcher.find() && matcher.group(1).equals("series"))
                .map(matcher -> Long.valueOf(matcher.group(2)))
                .toList();
    }

    /** A series tells little of its patches; the sender is nearly always its own. */
    private static ImportedPatch mentionedPatch(
            SavedObject answer, long project, long submitter, long series) {
        var name = answer.text("name");
        return new ImportedPatch(
                answer.id("id"),
                project,
                answer.filledText("msgid"),
                answer.moment("date"),
                name,
                null,
                null,
                "new",
                false,
                null,
                submitter,
                null,
                series,
                markerIn(name).map(SeriesMarker::number).orElse(1),
                CheckState.PENDING,
                List.of(),
                null);
    }

    private void patch(SavedObject answer) {
        var name = answer.text("name");
        var marker = markerIn(name);
        var text =
                answer.has("headers") || answer.has("content") || answer.has("diff")
                        ? new MailText(
                                headersOf(answer),
                                answer.textOrNull("content"),
                                answer.textOrNull("diff"))
                        : null;
        long project = mentionedProject(answer.object("project"));
        long submitter = mentionedPerson(answer.object("submitter"));
        var delegate = answer.objectOrNull("delegate");
        var series = answer.objects("series");
        imports.patch(
                new ImportedPatch(
                        answer.id("id"),
                        project,
                        answer.filledText("msgid"),
                        answer.moment("date"),
                        name,
                        answer.textOrNull("commit_ref"),
                        answer.textOrNull("pull_url"),
                        answer.filledText("state"),
                        answer.flag("archived"),
                        answer.textOrNull("hash"),
                        submitter,
                        delegate == null ? null : mentionedUser(delegate),
                        series.isEmpty()
                                ? null
                                : mentionedSeries(
                                        series.getFirst(),
                                        project,
                                        submitter,
                                        marker.map(SeriesMarker::total).orElse(1),
                                        null),
                        marker.map(SeriesMarker::number).orElse(1),
                        checkOf(answer),
                        answer.objectsIfTold("related").stream()
                                .map(related -> related.id("id"))
                                .toList(),
                        text),
                Completeness.WHOLE);
    }

    private long mentionedSeries(
            SavedObject answer, long project, long submitter, int total, @Nullable Long cover) {
        imports.series(
                new ImportedSeries(
                        answer.id("id"),
                        project,
                        answer.textOrNull("name"),
                        answer.moment("date"),
                        submitter,
                        answer.number("version"),
                        total,
                        cover,
                        List.of()),
                Completeness.IN_PASSING);
        return answer.id("id");
    }

    private static CheckState checkOf(SavedObject answer) {
        var label = answer.text("check");
        for (var state : CheckState.values()) {
            if (state.label().equals(label)) {
                return state;
            }
        }
        throw answer.unexpected("check", "pending, success, warning or fail");
    }

    /** The place in a series that a stored name such as {@code [v3,5/5] x} tells. */
    private static Optional<SeriesMarker> markerIn(String name) {
        var bracket = LEADING_BRACKET.matcher(name);
        return bracket.lookingAt()
                ? new Subject(name, List.of(bracket.group(1).split(","))).marker()
                : Optional.empty();
    }

    private static String headersOf(SavedObject answer) {
        return SavedHeaders.block(answer.object("headers"));
    }
}
