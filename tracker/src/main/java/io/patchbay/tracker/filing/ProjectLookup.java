package io.patchbay.tracker.filing;

import io.patchbay.mail.Mail;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.PythonPattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Finds the project that a mail is for by its list headers and subject (mail-ingest §5). List ids
 * and addresses are compared without regard to case (RFC 2919 §6); where two projects differ in
 * nothing else, the one that is written like the header counts.
 */
final class ProjectLookup {

    private static final List<String> LIST_HEADERS = List.of("List-ID", "X-Mailing-List", "X-list");

    private static final String LIST_POST = "List-Post";
    private static final String MAILTO = "mailto:";

    private final Map<String, List<Project>> byListId = new HashMap<>();
    private final Map<String, List<Project>> byListEmail = new HashMap<>();
    private final Map<Project, Pattern> subjectMatches = new HashMap<>();

    /**
     * @param projects ordered by link name
     */
    ProjectLookup(List<Project> projects) {
        for (var project : projects) {
            add(byListId, project.listId(), project);
            if (!project.listEmail().isEmpty()) {
                add(byListEmail, project.listEmail(), project);
            }
            if (!project.subjectMatch().isEmpty()) {
                subjectMatches.put(project, subjectMatch(project));
            }
        }
    }

    private static void add(Map<String, List<Project>> projects, String key, Project project) {
        projects.computeIfAbsent(lowerCase(key), _ -> new ArrayList<>(1)).add(project);
    }

    private static String lowerCase(String key) {
        return key.toLowerCase(Locale.ROOT);
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
            for (var value : mail.cleanedAll(header)) {
                var project = listIdIn(value).flatMap(listId -> projectNamed(mail, listId));
                if (project.isPresent()) {
                    return project;
                }
            }
        }
        for (var value : mail.cleanedAll(LIST_POST)) {
            var project = addressIn(value).flatMap(address -> projectAt(mail, address));
            if (project.isPresent()) {
                return project;
            }
        }
        return Optional.empty();
    }

    /** Some lists write their address where others write their id. */
    private Optional<Project> projectNamed(Mail mail, String listId) {
        var project = projectOf(mail, listId);
        return project.isEmpty() && listId.indexOf('@') >= 0 ? projectAt(mail, listId) : project;
    }

    private Optional<Project> projectAt(Mail mail, String listEmail) {
        var projects = byListEmail.getOrDefault(lowerCase(listEmail), List.of());
        return projectFor(mail, projects);
    }

    /** The project with this list id that the subject fits, else the one for any subject. */
    Optional<Project> projectOf(Mail mail, String listId) {
        var projects = byListId.getOrDefault(lowerCase(listId), List.of());
        if (projects.size() > 1) {
            var exact = projects.stream().filter(one -> one.listId().equals(listId)).toList();
            return projectFor(mail, exact.isEmpty() ? projects : exact);
        }
        return projectFor(mail, projects);
    }

    private Optional<Project> projectFor(Mail mail, List<Project> projects) {
        Project anySubject = null;
        for (var project : projects) {
            var subjectMatch = subjectMatches.get(project);
            if (subjectMatch == null) {
                anySubject = project;
            } else if (subjectMatch.matcher(subjectOf(mail)).find()) {
                return Optional.of(project);
            }
        }
        return Optional.ofNullable(anySubject);
    }

    private static String subjectOf(Mail mail) {
        return mail.has("Subject") ? mail.subjectText().orElse("") : mail.subjectInText();
    }

    /**
     * The last pair of brackets that holds something, else the whole text if it is one word.
     * Comments count for nothing (RFC 2919 §2); quotes and blanks around it, and a last dot, go.
     */
    static Optional<String> listIdIn(String header) {
        var text = withoutComments(header);
        int open = text.lastIndexOf('<');
        while (open >= 0) {
            int close = text.indexOf('>', open);
            if (close > open + 1) {
                return bare(text.substring(open + 1, close));
            }
            open = text.lastIndexOf('<', open - 1);
        }
        return bare(text);
    }

    /** A bracket that never closes is text. */
    private static String withoutComments(String text) {
        if (text.indexOf('(') < 0) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        int depth = 0;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            depth += character == '(' ? 1 : 0;
            if (depth == 0) {
                plain.append(character);
            }
            depth -= character == ')' && depth > 0 ? 1 : 0;
        }
        return depth == 0 ? plain.toString() : text;
    }

    /** Empty if it is not one word. */
    private static Optional<String> bare(String given) {
        var id = given.strip();
        if (id.length() > 1 && id.startsWith("\"") && id.endsWith("\"")) {
            id = id.substring(1, id.length() - 1).strip();
        }
        if (id.endsWith(".")) {
            id = id.substring(0, id.length() - 1);
        }
        return id.isEmpty() || id.indexOf(' ') >= 0 ? Optional.empty() : Optional.of(id);
    }

    /** The address to which posts go (RFC 2369 §3.4), without what it says of the mail to write. */
    static Optional<String> addressIn(String text) {
        int start = text.toLowerCase(Locale.ROOT).indexOf(MAILTO);
        if (start < 0) {
            return Optional.empty();
        }
        int from = start + MAILTO.length();
        int end = from;
        while (end < text.length() && "?> ".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end == from ? Optional.empty() : Optional.of(text.substring(from, end));
    }
}
