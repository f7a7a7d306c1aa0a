package io.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.Mail;
import io.patchbay.tracker.Filing;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** Two versions of a series, of which one patch stays, one changes, one goes and one comes. */
class ComparedVersionsTest extends DeskTest {

    private long older;
    private long newer;

    @BeforeEach
    void fileTwoVersions() {
        older =
                file(
                        "v1",
                        mail("v1.1", "[PATCH 1/3] keep: the same", "", "", "keep", "two"),
                        mail("v1.2", "[PATCH 2/3] mend: it leaks", "v1.1", "", "mend", "pitch"),
                        mail("v1.3", "[PATCH 3/3] paint: it red", "v1.1", "", "paint", "red"));
        newer =
                file(
                        "v2",
                        mail("v2.1", "[PATCH v2 1/3] keep: the same", "", "", "keep", "two"),
                        mail(
                                "v2.2",
                                "[PATCH v2 2/3] mend: it leaks",
                                "v2.1",
                                "No more.\n\n",
                                "mend",
                                "tar"),
                        mail("v2.3", "[PATCH v2 3/3] oars: longer", "v2.1", "", "oars", "long"));
    }

    private long file(String version, Mail... mails) {
        new Filing(desk.store(), InstantSource.system()).file(List.of(mails));
        var id = "<" + version + ".1@example.org>";
        return desk.store()
                .read(reading -> {
                    var patch = reading.patches().withMessageId(1, id).orElseThrow();
                    return Objects.requireNonNull(patch.series()).id();
                });
    }

    private static Mail mail(
            String id, String subject, String reply, String more, String file, String line) {
        var text =
                """
                From: Ann <ann@example.org>
                Date: Thu, 1 Jan 2026 10:00:00 +0000
                Subject: %s
                Message-ID: <%s@example.org>
                List-Id: <boats.example.org>
                %s
                Because.

                %s---
                diff --git a/%5$s b/%5$s
                --- a/%5$s
                +++ b/%5$s
                @@ -1,4 +1,9 @@
                 %5$s first
                -one of %5$s
                +%6$s of %5$s
                +then %5$s
                +next %5$s
                +also %5$s
                +even %5$s
                +last %5$s
                 %5$s third
                 %5$s fourth
                """
                        .formatted(
                                subject,
                                id,
                                reply.isEmpty() ? "" : "In-Reply-To: <" + reply + "@example.org>\n",
                                more,
                                file,
                                line);
        return Mail.read(text.getBytes(UTF_8));
    }

    private String path(long from, long to) {
        return "/api/patchbay/series/%d/compare/%d/".formatted(from, to);
    }

    @Test
    void eachPatchIsPairedAndWhatChangedIsShown() {
        var answer = desk.get(path(older, newer));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).isPresent();
        assertThat(answer.body())
                .containsSubsequence(
                        "\"title\":\"keep: the same\",\"status\":\"equal\",\"moved\":false",
                        "\"older\":{\"number\":1,\"id\":5,",
                        "\"newer\":{\"number\":1,\"id\":8,",
                        "\"message\":[],\"diff\":[],\"interdiff\":\"\"",
                        "\"title\":\"mend: it leaks\",\"status\":\"changed\"",
                        "\"message\":[{\"change\":\"context\",\"content\":\"message\",\"text\":\"mend: it leaks\"}",
                        "{\"change\":\"added\",\"content\":\"message\",\"text\":\"No more.\"}",
                        "\"diff\":[{\"change\":\"hunk\"",
                        "{\"change\":\"removed\",\"content\":\"added\",\"text\":\"+pitch of mend\"}",
                        "{\"change\":\"added\",\"content\":\"added\",\"text\":\"+tar of mend\"}",
                        "\"interdiff\":\"diff --git a/mend b/mend\\n",
                        "-pitch of mend\\n+tar of mend\\n",
                        "\"title\":\"paint: it red\",\"status\":\"dropped\"",
                        "\"newer\":null,\"rewritten\":null",
                        "\"title\":\"oars: longer\",\"status\":\"added\"")
                .contains("/series/%d/diff/%d/\"".formatted(older, newer));
    }

    @Test
    void aPatchOfWhichLittleIsLeftIsRewritten() {
        long third = file("v3", mail("v3.1", "[PATCH v3] paint: it red", "", "", "chair", "blue"));

        var body = desk.get(path(older, third)).body();

        assertThat(body)
                .containsPattern(
                        "\"status\":\"dropped\",\"moved\":false,\"older\":\\{\"number\":3,[^}]*},"
                                + "\"newer\":null,\"rewritten\":\\{\"number\":1,");
    }

    @Test
    void theOtherWayRoundWhatWasAddedIsDropped() {
        assertThat(desk.get(path(newer, older)).body())
                .containsSubsequence(
                        "\"title\":\"oars: longer\",\"status\":\"dropped\"",
                        "\"title\":\"paint: it red\",\"status\":\"added\"");
    }

    @Test
    void theTextIsThatOfRangeDiff() {
        var expected =
                """
                1:  HASH = 1:  HASH keep: the same
                2:  HASH ! 2:  HASH mend: it leaks
                    @@ Commit message
                    \s
                         Because.
                    \s
                    +    No more.
                    +
                      ## mend ##
                     @@
                      mend first
                     -one of mend
                    -+pitch of mend
                    ++tar of mend
                     +then mend
                     +next mend
                     +also mend
                3:  HASH < -:  ---------- paint: it red
                -:  ---------- > 3:  HASH oars: longer
                """;

        var named = desk.get(path(older, newer) + "?format=text");
        var accepted = desk.accepting(path(older, newer), "text/plain");

        assertThat(named.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(named.body().replaceAll("[0-9a-f]{10}", "HASH")).isEqualTo(expected);
        assertThat(accepted.body()).isEqualTo(named.body());
    }

    @Test
    void whatIsUnknownOrTheSameIsSaid() {
        assertThat(desk.get(path(older, 999)).statusCode()).isEqualTo(404);
        assertThat(desk.get(path(999, newer)).body())
                .isEqualTo("{\"detail\":\"No Series matches the given query.\"}");
        var same = desk.get(path(older, older) + "?format=text");
        assertThat(same.statusCode()).isEqualTo(400);
        assertThat(same.body())
                .isEqualTo(
                        "{\"detail\":\"Two series are compared, but both are series %d.\"}"
                                .formatted(older));
    }

    @Test
    void otherResourcesHaveNoText() {
        assertThat(desk.get("/api/series/1/?format=text").statusCode()).isEqualTo(404);
        assertThat(desk.accepting("/api/series/1/", "text/plain").statusCode()).isEqualTo(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x\n+"})
    void whatIsTooLargeIsSaid(String unit) {
        var huge = unit.repeat(unit.length() == 1 ? 4_100_000 : 100_001);
        long before = file("h1", mail("h1.1", "[PATCH] huge", "", "", "huge", huge));
        long after = file("h2", mail("h2.1", "[PATCH v2] huge", "", "", "huge", huge));

        var answer = desk.get(path(before, after));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("more than 200000 lines or 8000000 characters", "range-diff");
    }
}
