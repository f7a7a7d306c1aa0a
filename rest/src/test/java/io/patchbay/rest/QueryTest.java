package io.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What queries find (rest-api §6). */
final class QueryTest extends DeskTest {

    private static final Pattern ID =
            Pattern.compile("[\\[,]\\{\"id\":(\\d+),\"url\":\"[^\"]*/patches/\\d+/\",\"web");

    private String found(String query) {
        var answer = desk.get("/api/1.2/patches/" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return ID.matcher(answer.body())
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?order=id | 1 2 3 4",
                "?order=-id | 4 3 2 1",
                "?order=-project,nonsense,-id | 4 3 2 1",
                "?project=boats | 1 2 3",
                "?project=BOATS&project=2 | 1 2 3 4",
                "?project=1&project=none | ''",
                "?project= | ''",
                "?series=1 | ''",
                "?series=2 | 2 3",
                "?series=2&series=99 | ''",
                "?submitter=ANN@example.org | 1 2 3 4",
                "?submitter=nobody@example.org | ''",
                "?state=new&state=2 | 1 2 3 4",
                "?state=under-review | ''",
                "?state=under_review | ''",
                "?archived=False | 1 2 3 4",
                "?archived=perhaps | 1 2 3 4",
                "?archived=true | ''",
                "?msgid=2.1@example.org | 2",
                "?msgid=%3C2.1@example.org%3E | ''",
                "?since=2026-01-01 | 1 2 3 4",
                "?since=2026-01-01T10:00:00Z | 1 2 3 4",
                "?since=2026-01-01T12:00:01%2B02:00 | ''",
                "?since=2026-01-01%2010:00 | 1 2 3 4",
                "?since=2026-01-01T10%253A00 | 1 2 3 4",
                "?since=garbage | ''",
                "?since=2026-02-30 | ''",
                "?since= | 1 2 3 4",
                "?before=2026-01-01T10:00:00 | ''",
                "?q=RUDDER | 2 3",
                "?q=rudder+saw | 2",
                "?q=rudder,hang | 3",
                "?q=%22the+rudder%22 | 2 3",
                "?q=%22rudder+the%22 | ''",
                "?frob=1&id=3 | 1 2 3 4",
                "?page=last&per_page=3 | 4",
            })
    void queriesFindWhatTheyName(String query, String ids) {
        var found = found(query.strip());

        // The series of patch 1 is the first one, of its own.
        assertThat(found).isEqualTo(query.strip().equals("?series=1") ? "1" : ids);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/projects/?q=boat&order=link_name",
                "/api/patches/1/comments/?q=x&order=subject",
                "/api/series/?order=received_all&q=rudder&since=2026-01-01T00:00:00Z",
                "/api/covers/?series=2&submitter=1",
                "/api/events/?actor=x&category=y&order=date&per_page=2",
                "/api/patches/1/checks/?state=success&user=nobody&q=x&order=-user,context",
                "/api/patches/?submitter=99999999999999999999",
                "/api/patches/?q=%22&order=,,-,",
                "/api/patches/?since=2026-13-45T99:99",
            })
    void noQueryIsAServerError(String path) {
        assertThat(desk.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void aNullCharacterIsRefusedWithABareList() {
        var answer = desk.get("/api/patches/?q=a%00b");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("[\"Null characters are not allowed.\"]");
    }

    @Test
    void oldVersionsIgnoreNewFilters() {
        assertThat(desk.get("/api/1.1/patches/?msgid=none").body()).isNotEqualTo("[]");
        assertThat(desk.get("/api/1.0/covers/?msgid=none").body()).isEqualTo("[]");
    }

    @Test
    void olderVersionsHaveNoCommentEvents() {
        assertThat(desk.get("/api/1.3/events/").body()).contains("patch-comment-created");
        assertThat(desk.get("/api/1.2/events/").body()).doesNotContain("comment-created");
    }

    @Test
    void lookingAtPeopleNeedsAnAccount() {
        assertThat(desk.get("/api/people/").statusCode()).isEqualTo(403);
        assertThat(desk.send("POST", "/api/users/", "", "{}").body()).contains("credentials");
        assertThat(desk.send("GET", "/api/people/", Desk.JOE, "").body())
                .contains("\"username\":\"ann\"");
    }
}
