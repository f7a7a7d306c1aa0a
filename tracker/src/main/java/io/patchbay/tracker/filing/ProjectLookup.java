package io.patchbay.tracker.filing;

import io.patchbay.mail.Mail;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.PythonPattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Finds the project that a mail is for by its list headers and subject (mail-ingest §5). */
final class ProjectLookup {

    private static final List<String> LIST_HEADERS = List.of("List-ID", "X-Mailing-List", "X-list");

    private final Map<String, List<Project>> byListId = new HashMap<>();
    private final Map<Project, Pattern> subjectMatches = new HashMap<>();

    /**
     * @param projects ordered by link name
     */
    ProjectLookup(List<Project> projects) {
        for (var project : projects) {
            byListId.computeIfAbsent(project.listId(), id -> new ArrayList<>()).add(project);
            if (!project.subjectMatch().isEmpty()) {
                subjectMatches.put(project, subjectMatch(project));
            }
        }
    }

    private static Pattern subjectMatch(Project project) {
        try {
            return PythonPattern.compile(project.subjectMatch());
        } catch (PatternSyntaxException e) {
            throw new IllegalStateException(
                    "the subject match '%s' of project '%s' is no regular expression; correct it: %s"
                            .formatted(
                                    project.subjectMatch(), project.linkName(), e.getDescription()),
                    e);
        }
    }

    Optional<Project> projectOf(Mail mail) {
        for (var header : LIST_HEADERS) {
            var project =
                    mail.cleaned(header)
                            .flatMap(ProjectLookup::listIdIn)
                            .flatMap(listId -> projectOf(mail, listId));
            if (project.isPresent()) {
                return project;
            }
        }
        return Optional.empty();
    }

    /** The project with this list id that the subject fits, else the one for any subject. */
    Optional<Project> projectOf(Mail mail, String listId) {
        Project anySubject = null;
        for (var project : byListId.getOrDefault(listId, List.of())) {
            var subjectMatch = subjectMatches.get(project);
            if (subjectMatch == null) {
                anySubject = project;
            } else if (subjectMatch.matcher(mail.subjectText().orElse("")).find()) {
                return Optional.of(project);
            }
        }
        return Optional.ofNullable(anySubject);
    }

    /** The last pair of brackets that holds something, else the whole text if it is one word. */
    static Optional<String> listIdIn(String text) {
        int open = text.lastIndexOf('<');
        while (open >= 0) {
            int close = text.indexOf('>', open);
            if (close > open + 1) {
                return Optional.of(text.substring(open + 1, close));
            }
            open = text.lastIndexOf('<', open - 1);
        }
        boolean isOneWord = !text.isEmpty() && text.indexOf(' ') < 0;
        return isOneWord ? Optional.of(text) : Optional.empty();
    }
}
