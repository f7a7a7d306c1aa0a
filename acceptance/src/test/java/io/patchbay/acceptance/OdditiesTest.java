package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.Mail;
import io.patchbay.tracker.Filing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TimeZone;

/**
 * Patchwork's oddities (rest-api §16): first what is mended, by its number there, then what is kept
 * because clients rest on it or the recordings show it. More of the latter is in {@link
 * WireTrapsTest}.
 */
final class OdditiesTest extends CorpusVisit {

    private Wire.Answer send(String method, String path, String json) throws IOException {
        return visit.send(method, path, json, token, "Content-Type: application/json");
    }

    private String patch(String mail) {
        return "/api/1.4/patches/" + served.patch(mail).id() + "/";
    }

    /** O1. */
    @Test
    void datesThatTheServerMakesAreUtcWhereverItStands() throws IOException {
        var before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
        try {
            var check = send("POST", patch("009") + "checks/", "{\"state\":\"success\"}");
            var event = visit.get("/api/1.4/events/?category=check-created&per_page=1");

            for (var answer : List.of(check, event)) {
                var date = LocalDateTime.parse(Visit.text(answer, "date"));
                assertThat(date.toInstant(ZoneOffset.UTC))
                        .isBetween(Instant.now().minus(Duration.ofMinutes(5)), Instant.now());
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    /** O2; more forms are in {@link WireTrapsTest}. */
    @Test
    void aZoneBehindADateIsHonoured() throws IOException {
        var utc = visit.get("/api/patches/?since=2026-02-10T01:10:10Z");
        var tokyo = visit.get("/api/patches/?since=2026-02-10T10:10:10%2B09:00");

        assertThat(Visit.ids(utc)).contains(served.patch("038").id());
        assertThat(Visit.ids(utc)).isEqualTo(Visit.ids(tokyo));
        assertThat(Visit.ids(visit.get("/api/patches/?since=2026-02-10T10:10:10%2B08:00")))
                .doesNotContain(served.patch("038").id());
    }

    /** O3. */
    @Test
    void aCommentCanBeReplacedLikeChanged() throws IOException {
        var comments = patch("002") + "comments/";
        long comment = Visit.ids(visit.get(comments)).getFirst();

        var replaced = send("PUT", comments + comment + "/", "{\"addressed\":true}");

        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.body()).contains("\"addressed\":true");
    }

    /** O3. */
    @ParameterizedTest
    @ValueSource(strings = {"5", "true", "[]", "{}", "1.5"})
    void aStateThatIsNoTextIsRefused(String state) throws IOException {
        var answer = send("PATCH", patch("009"), "{\"state\":" + state + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"state\":[\"");
    }

    /** O3. */
    @Test
    void aBundleNeedsANameOfItsOwnThatAnAddressCanHold() throws IOException {
        long id = served.patch("009").id();
        var bundle = "{\"name\":\"%s\",\"patches\":[" + id + "]}";

        assertThat(send("POST", "/api/bundles/", bundle.formatted("one")).status()).isEqualTo(201);
        for (var name : List.of("one", "a/b")) {
            var refused = send("POST", "/api/bundles/", bundle.formatted(name));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).startsWith("{\"name\":[\"");
        }
        assertThat(visit.get("/api/bundles/", token).status()).isEqualTo(200);
    }

    /** O4. */
    @Test
    void searchingAndOrderingWorkWhereTheyAreOffered() throws IOException {
        assertThat(Visit.ids(visit.get("/api/projects/?q=harb"))).containsExactly(1L);
        assertThat(Visit.ids(visit.get("/api/projects/?q=nothing"))).isEmpty();
        for (var query :
                List.of(
                        "/api/projects/?order=link_name",
                        "/api/projects/?order=list_id",
                        patch("002") + "comments/?q=reviewed&order=subject",
                        "/api/series/?order=received_all")) {
            assertThat(visit.get(query).status()).as(query).isEqualTo(200);
        }
    }

    /** O5. */
    @Test
    void aSeriesShowsItsDependenciesWhateverStandsBeforeItInTheList() throws IOException {
        new Instance(served.store(), InstantSource.system())
                .addProject("oars", "oars.example.org", "oars@example.org");
        var mail =
                """
                From: Oar <oar@example.org>
                Date: Thu, 1 Jan 2026 10:00:00 +0000
                Subject: [PATCH] longer blades
                Message-ID: <blades@example.org>
                List-Id: <oars.example.org>

                ---
                diff --git a/blade b/blade
                --- a/blade
                +++ b/blade
                @@ -1 +1 @@
                -short
                +long
                """;
        new Filing(served.store(), InstantSource.system()).file(Mail.read(mail.getBytes(UTF_8)));

        var list = visit.get("/api/1.4/series/?order=-id&per_page=3").body();

        var oars = list.substring(0, list.indexOf("\"link_name\":\"harbor\""));
        assertThat(oars).contains("longer blades").doesNotContain("\"dependencies\"");
        assertThat(list.split("\"dependencies\":\\[", -1)).hasSize(3);
    }

    /** O6. */
    @Test
    void coverLettersAreFoundByTheirSeries() throws IOException {
        var cover = visit.get("/api/covers/?series=" + served.seriesOf("002"));

        assertThat(Visit.ids(cover)).hasSize(1);
        assertThat(cover.body()).contains("\"name\":\"[0/3] harbor: a ledger of berths\"");
        assertThat(Visit.ids(visit.get("/api/covers/?series=" + served.seriesOf("009")))).isEmpty();
    }

    /** O7. */
    @Test
    void relationsAreToldAsTheyAreAndNobodyIsRelatedToHimself() throws IOException {
        long second = served.patch("015").id();
        long third = served.patch("020").id();

        assertThat(send("PATCH", patch("014"), "{\"related\":[" + second + "]}").body())
                .contains("\"related\":[{\"id\":" + second + ",");
        var extended =
                send("PATCH", patch("014"), "{\"related\":[%d,%d]}".formatted(second, third));
        assertThat(extended.body())
                .contains("\"related\":[{\"id\":" + second + ",", "},{\"id\":" + third + ",");

        long alone = served.patch("056").id();
        send("PATCH", patch("056"), "{\"related\":[" + alone + "]}");
        send("PATCH", patch("057"), "{\"related\":[" + alone + "]}");
        assertThat(visit.get(patch("057")).body()).contains("\"related\":[{\"id\":" + alone + ",");
    }

    /** O9. */
    @Test
    void maintainersAreNamedByTheirOwnNumber() throws IOException {
        var users = visit.get("/api/users/?q=ann", token);

        assertThat(visit.get("/api/projects/harbor/").body())
                .contains(
                        "\"maintainers\":[{\"id\":%d,\"url\":\"%s\",\"username\":\"ann\""
                                .formatted(Visit.ids(users).getFirst(), Visit.text(users, "url")));
    }

    /** O10. */
    @Test
    void theNumberOfAMercurialPatchIsOnePrefix() throws IOException {
        assertThat(visit.get(patch("049")).body()).contains("\"prefixes\":[\"1 of 3\"]");
    }

    /** O11. */
    @Test
    void addressingACommentTellsOfNoNewComment() throws IOException {
        var events = "/api/1.4/events/?category=patch-comment-created&per_page=250";
        var before = Visit.ids(visit.get(events));
        var comments = patch("009") + "comments/";
        long comment = Visit.ids(visit.get(comments)).getFirst();

        send("PATCH", comments + comment + "/", "{\"addressed\":false}");

        assertThat(Visit.ids(visit.get(events))).isEqualTo(before).isNotEmpty();
    }

    /** Kept: what clients read without looking. */
    @Test
    void aPatchHasNoTagsAtMostOneSeriesAndAWordForItsChecks() throws IOException {
        var patch = visit.get(patch("002")).body();

        assertThat(patch).contains("\"tags\":{},", "\"check\":\"pending\",");
        assertThat(patch).containsPattern("\"series\":\\[\\{\"id\":\\d+,[^\\[\\]{}]*}]");
    }

    /** Kept. */
    @ParameterizedTest
    @CsvSource({"patches, project=nope", "patches, state=nope", "series, project=1&project=nope"})
    void whatIsAskedOfNobodyKnownIsAnEmptyList(String list, String query) throws IOException {
        var answer = visit.get("/api/1.4/" + list + "/?" + query);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("[]");
        assertThat(answer.headers().get("Link"))
                .matches("<[^,]*page=1[^,]*>; rel=\"first\", <[^,]*page=1[^,]*>; rel=\"last\"");
    }

    /** Kept. */
    @ParameterizedTest
    @ValueSource(strings = {"1.0/", "1.1/", "1.2/", "1.3/", "1.4/", ""})
    void eventsHaveAnActorInEveryVersion(String version) throws IOException {
        assertThat(visit.get("/api/" + version + "events/?per_page=1").body())
                .containsPattern("\"actor\":(null|\\{\"id\":)");
    }

    /** Kept although O7 and O12 would let us: recordings show it. */
    @Test
    void anEditWithoutRelationsLeavesThemOutAndPeopleAreListedAsUsers() throws IOException {
        var edited = send("PATCH", patch("043"), "{\"archived\":false}");
        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.body()).doesNotContain("\"related\"");
        assertThat(visit.get(patch("043")).body()).contains("\"related\":[]");

        assertThat(visit.send("OPTIONS", "/api/people/", "", token).body())
                .contains("\"description\":\"List users.\"");
    }
}
