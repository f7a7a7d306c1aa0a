package io.patchbay.acceptance;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds what a text cites of {@link Specifications}, and what of that is not there. A citation
 * names its page ({@code rest-api §7.5}); those behind it in the same sentence may leave it out.
 */
final class Citations {

    /** So far behind a citation with a name, one without means the same text. */
    private static final int REACH = 160;

    /** What a comment begins its further lines with. */
    private static final Pattern LINE_BREAK =
            Pattern.compile("\n[ \t]*(?:\\*(?!/)|//|--|#)?[ \t]*");

    private static final Pattern NUMBERS = Pattern.compile("\\d+(?:\\.\\d+)*");

    private static final Pattern DECISION = Pattern.compile("\\bADRs? (\\d+)|\\badr/(\\d{4})");

    private final String path;
    private final Specifications specifications;
    private final Pattern citation;

    private final List<String> dangling = new ArrayList<>();
    private int seen;

    Citations(String path, Specifications specifications) {
        this.path = path;
        this.specifications = specifications;
        this.citation =
                Pattern.compile(
                        "(?:\\b(?<rfc>RFC \\d+)|\\b(?<name>%s|spec)(?:\\.md)?)[\\])`]{0,2},?\\s+§(?<named>\\d[\\d.]*)"
                                        .formatted(
                                                String.join("|", specifications.pages().keySet()))
                                + "|§(?<bare>\\d[\\d.]*)"
                                + "|\\b[Tt]raps? (?<traps>\\d+(?:(?:, | and )\\d+)*)"
                                + "|\\bO(?<oddity>\\d{1,2})\\b");
    }

    /** How many citations there were, dangling ones included. */
    int seen() {
        return seen;
    }

    /** Each with the file, the line and what to do. */
    List<String> dangling() {
        return dangling;
    }

    void read(String text) {
        var lines = new Lines(text);
        var joined = lines.joined();
        readDecisions(joined, lines);

        boolean citesOddities = joined.contains("rest-api §16") || path.endsWith("/rest-api.md");
        String subject = null;
        int end = -REACH;
        var found = citation.matcher(joined);
        while (found.find()) {
            var named = found.group("named");
            var bare = found.group("bare");
            if (named != null) {
                subject = page(found.group("rfc"), found.group("name"));
                end = found.end();
                section(subject, named, found, lines);
            } else if (bare != null) {
                var meant = found.start() - end <= REACH ? subject : pageOfThisFile();
                end = found.start() - end <= REACH ? found.end() : end;
                section(meant, bare, found, lines);
            } else if (found.group("traps") != null) {
                traps(found.group("traps"), found, lines);
            } else if (citesOddities) {
                oddity(found.group("oddity"), found, lines);
            }
        }
    }

    private void readDecisions(String joined, Lines lines) {
        DECISION.matcher(joined)
                .results()
                .forEach(found -> {
                    var number = found.group(1) == null ? found.group(2) : found.group(1);
                    check(
                            specifications.decisions().contains(Integer.valueOf(number)),
                            found,
                            lines,
                            "docs/adr has no decision %s; cite one that is listed in docs/adr/README.md"
                                    .formatted(number));
                });
    }

    private static String page(@Nullable String rfc, String name) {
        return rfc == null ? name : rfc;
    }

    private @Nullable String pageOfThisFile() {
        return path.startsWith("docs/reference/")
                ? path.substring("docs/reference/".length()).replaceFirst("\\.md$", "")
                : null;
    }

    private void section(@Nullable String subject, String number, MatchResult found, Lines lines) {
        var wanted = NUMBERS.matcher(number).results().findFirst().orElseThrow().group();
        if (subject == null) {
            check(
                    false,
                    found,
                    lines,
                    "it does not say of which text; write its name before it, as in 'rest-api §%s'"
                            .formatted(wanted));
            return;
        }
        if (subject.startsWith("RFC ")) {
            return;
        }
        if (subject.equals("spec") && !path.startsWith("qmp/") && pageOfThisFile() == null) {
            check(
                    false,
                    found,
                    lines,
                    "'spec' means docs/reference/qmp.md inside of qmp/ only; write 'qmp §%s'"
                            .formatted(wanted));
            return;
        }
        var name = subject.equals("spec") ? "qmp" : subject;
        var page = specifications.pages().get(name);
        check(
                page != null && page.sections().contains(wanted),
                found,
                lines,
                "docs/reference/%s.md has no section %s; cite one of its headings, or add it there"
                        .formatted(name, wanted));
    }

    private void traps(String numbers, MatchResult found, Lines lines) {
        var page = specifications.pages().get("clients");
        NUMBERS.matcher(numbers)
                .results()
                .forEach(number ->
                        check(
                                page != null && page.traps().contains(number.group()),
                                found,
                                lines,
                                "docs/reference/clients.md has no trap %s; cite one of its list, or add it there"
                                        .formatted(number.group())));
    }

    private void oddity(String number, MatchResult found, Lines lines) {
        var page = specifications.pages().get("rest-api");
        check(
                page != null && page.oddities().contains(number),
                found,
                lines,
                "docs/reference/rest-api.md §16 has no O%s; cite one of its list, or add it there"
                        .formatted(number));
    }

    private void check(boolean holds, MatchResult found, Lines lines, String advice) {
        seen++;
        if (!holds) {
            dangling.add(
                    "%s:%d: '%s': %s"
                            .formatted(path, lines.lineOf(found.start()), found.group(), advice));
        }
    }

    /** A text as one line, so that a citation is found across the break of a comment's lines. */
    private static final class Lines {

        private final StringBuilder joined = new StringBuilder();
        private final List<Integer> starts = new ArrayList<>(List.of(0));

        Lines(String text) {
            int from = 0;
            var lineBreak = LINE_BREAK.matcher(text);
            while (lineBreak.find()) {
                joined.append(text, from, lineBreak.start()).append(' ');
                starts.add(joined.length());
                from = lineBreak.end();
            }
            joined.append(text, from, text.length());
        }

        String joined() {
            return joined.toString();
        }

        int lineOf(int position) {
            int line = 0;
            while (line < starts.size() && starts.get(line) <= position) {
                line++;
            }
            return line;
        }
    }
}
