package io.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.Mail;
import io.patchbay.rest.json.ApiVersion;
import io.patchbay.rest.json.EventJson;
import io.patchbay.rest.json.Field;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.events.Event.Category;
import io.patchbay.tracker.filing.Filed;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.stream.Stream;

/** What pollers rest on: an event of each category as each version shows it, to the letter. */
final class EventsOfEachVersionTest extends DeskTest {

    private static final Path EXPECTED = Path.of("src/test/resources/events.txt");

    private static final String CHECK =
            "{\"state\":\"success\",\"context\":\"ci\",\"target_url\":\"http://ci.example.com/\"}";

    private static final String COMMENT =
            """
            From: Ann <ann@example.org>
            Date: Thu, 1 Jan 2026 11:00:00 +0000
            Subject: Re: [PATCH 0/2] new rudder
            Message-ID: <2.r@example.org>
            In-Reply-To: <2.0@example.org>
            List-Id: <boats.example.org>

            All of what?
            """;

    @Test
    void theNewestOfEachCategoryIsShownAsClientsKnowIt() throws IOException {
        happen();

        var shown = new ArrayList<String>();
        for (var version : ApiVersion.values()) {
            for (var category : Category.values()) {
                shown.add("# %s %s".formatted(version.number(), category.label()));
                shown.add(newest(version, category));
            }
        }

        assertThat(shown).isEqualTo(Files.readAllLines(EXPECTED));
    }

    @Test
    void aVersionShowsTheCategoriesThatItKnows() {
        happen();

        for (var version : ApiVersion.values()) {
            for (var category : Category.values()) {
                boolean known = version.number().compareTo(category.since()) >= 0;
                assertThat(newest(version, category))
                        .as("%s in %s", category, version)
                        .startsWith(known ? "[{" : "[]")
                        .contains(known ? "\"category\":\"%s\"".formatted(category.label()) : "");
            }
        }
    }

    @Test
    void theOpenApiDocumentDescribesEachCategory() {
        var document = desk.get("/api/schema/").body();

        var event = document.substring(document.indexOf("\"Event\":{"));
        var categories = Stream.of(Category.values()).map(EventsOfEachVersionTest::quoted).toList();
        assertThat(event).contains("\"enum\":[" + String.join(",", categories) + "]");
        for (var category : Category.values()) {
            var payload = EventJson.payload(category);
            assertThat(event)
                    .contains("{\"$ref\":\"#/components/schemas/%s\"}".formatted(payload.name()));
            assertThat(document).contains("\"%s\":{\"type\":\"object\"".formatted(payload.name()));
            assertThat(payload.fields())
                    .extracting(Field::name)
                    .isEqualTo(
                            category.parts().stream()
                                    .map(part -> part.name().replace('-', '_'))
                                    .toList());
        }
    }

    private static String quoted(Category category) {
        return '"' + category.label() + '"';
    }

    private void happen() {
        edit("/api/1.3/patches/1/", "{\"state\":\"accepted\"}");
        edit("/api/1.3/patches/1/", "{\"state\":\"under-review\",\"delegate\":1}");
        edit("/api/1.3/patches/1/", "{\"delegate\":null}");
        edit("/api/1.3/patches/1/", "{\"related\":[2]}");
        assertThat(desk.post("/api/patches/1/checks/", Desk.MAUD, CHECK, "").statusCode())
                .isEqualTo(201);
        var filed =
                new Filing(desk.store(), InstantSource.system())
                        .file(Mail.read(COMMENT.getBytes(UTF_8)));
        assertThat(filed).isInstanceOf(Filed.AsComment.class);
    }

    private void edit(String path, String body) {
        assertThat(desk.send("PATCH", path, Desk.MAUD, body).statusCode()).as(body).isEqualTo(200);
    }

    /** Without the port and the moment. */
    private String newest(ApiVersion version, Category category) {
        return desk.get(
                        "/api/%s/events/?category=%s&order=-date&per_page=1"
                                .formatted(version.number(), category.label()))
                .body()
                .replaceAll("127\\.0\\.0\\.1:\\d+", "example.com")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}\\.\\d{6}", "MOMENT");
    }
}
