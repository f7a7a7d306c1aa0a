package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.Mail;
import io.patchbay.tracker.Filing;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * What clients take for granted without a standard that says so; the number of a trap is its number
 * in the list of who calls Patchwork. What they read comes first, then what they write.
 */
final class WireTrapsTest extends CorpusVisit {

    private static final String LISTS_OF_ALL = "projects,patches,covers,series,events,bundles";

    @BeforeAll
    void fileAPatchWhoseIdHasASlash() {
        var mail =
                """
                From: Odd <odd@example.org>
                Date: Thu, 1 Jan 2026 10:00:00 +0000
                Subject: [PATCH] a slash
                Message-ID: <odd/id@example.org>
                List-Id: <harbor-devel.lists.example.org>

                ---
                diff --git a/odd b/odd
                --- a/odd
                +++ b/odd
                @@ -1 +1 @@
                -odd
                +even
                """;
        new Filing(served.store(), InstantSource.system()).file(Mail.read(mail.getBytes(UTF_8)));
    }

    private List<Long> patches(String query) throws IOException {
        return Visit.ids(visit.get("/api/1.2/patches/?per_page=250&" + query));
    }

    /** Trap 1. */
    @Test
    void theLinkHeaderNamesTheNextPageFirstAndHasNoOtherCommas() throws IOException {
        var answer = visit.raw("/api/1.2/patches/?page=3&per_page=2&order=name,-id");

        assertThat(answer)
                .containsPattern(
                        "\r\nLink: <[^,]*order=name%2C-id&page=4&per_page=2>; rel=\"next\", "
                                + "<[^,]*&page=2&per_page=2>; rel=\"prev\", "
                                + "<[^,]*&page=1&per_page=2>; rel=\"first\", "
                                + "<[^,]*&page=\\d+&per_page=2>; rel=\"last\"\r\n");
    }

    /** Trap 2. */
    @ParameterizedTest
    @ValueSource(strings = {"", "&project=harbor", "&state=1&archived=false", "&q=tide"})
    void pagesOfOneCountExactly(String query) throws IOException {
        var counted = visit.get("/api/1.2/patches/?per_page=1" + query);

        var link = counted.headers().getOrDefault("Link", "");
        int all = patches(query.replaceFirst("^&", "")).size();
        assertThat(all).isPositive();
        assertThat(link).containsPattern("[?&]page=" + all + "&[^>]*>; rel=\"last\"$");
    }

    /** Trap 2. */
    @Test
    void aPageHasThirtyUnlessAskedOtherwise() throws IOException {
        assertThat(Visit.ids(visit.get("/api/1.2/patches/"))).hasSize(30);
        assertThat(Visit.ids(visit.get("/api/1.2/patches/?per_page=0"))).hasSize(30);
        assertThat(Visit.ids(visit.get("/api/1.2/patches/?per_page=x"))).hasSize(30);
        assertThat(Visit.ids(visit.get("/api/1.2/patches/?per_page=9999"))).hasSizeGreaterThan(30);
    }

    /** Trap 3; that no event is missed while mails are filed is {@link EventPollingTest}'s. */
    @Test
    void theDateOfAnEventFindsItAgain() throws IOException {
        var answer = visit.get("/api/1.1/events/?category=series-completed&order=date&per_page=2");
        var date = Visit.text(answer, "date");

        assertThat(date).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}");
        var again =
                visit.get(
                        "/api/1.1/events/?category=series-completed&order=date&per_page=2&since="
                                + date);
        assertThat(again.body()).isEqualTo(answer.body());
    }

    /** Trap 4. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-10",
                "2026-02-10T00:00",
                "2026-02-10T00:00:00",
                "2026-02-10T00:00:00.000000",
                "2026-02-10%2000:00:00",
                "2026-02-10+00:00:00",
                "2026-02-10T00%3A00%3A00",
                "2026-02-10T00%253A00%253A00",
                "2026-02-10T00:00:00Z",
                "2026-02-10T02:00:00%2B02:00",
            })
    void aMomentIsUnderstoodHoweverItIsWritten(String moment) throws IOException {
        var since = patches("since=" + moment);

        assertThat(since).isEqualTo(patches("since=2026-02-10T00:00:00")).isNotEmpty();
        assertThat(since).doesNotContain(served.patch("037").id());
        assertThat(patches("before=" + moment)).contains(served.patch("037").id());
    }

    /** Trap 5. */
    @Test
    void behindTheLastPageIsNoList() throws IOException {
        for (var list : LISTS_OF_ALL.split(",")) {
            var answer = visit.get("/api/" + list + "/?page=999");

            assertThat(answer.status()).as(list).isEqualTo(404);
            assertThat(answer.body()).isEqualTo("{\"detail\":\"Invalid page.\"}");
        }
    }

    /** Trap 6. */
    @ParameterizedTest
    @CsvSource({
        "1, new",
        "2, under-review",
        "3, accepted",
        "4, rejected",
        "5, rfc",
        "6, not-applicable",
        "7, changes-requested",
        "8, awaiting-upstream",
        "9, superseded",
        "10, deferred"
    })
    void statesHaveTheNumbersTheyAlwaysHad(String number, String slug) throws IOException {
        assertThat(patches("state=" + number)).isEqualTo(patches("state=" + slug));
        var state = visit.get("/api/patches/?state=" + number).body();
        assertThat(state).matches("\\[]|(?s).*\"state\":\"" + slug + "\".*");
    }

    /** Trap 7. */
    @Test
    void truthIsReadHoweverItIsWrittenAndWhatIsNotKnownIsPassedOver() throws IOException {
        var all = patches("");

        for (var no : List.of("False", "false", "0", "FALSE", "perhaps", "")) {
            assertThat(patches("archived=" + no)).as(no).isEqualTo(all);
        }
        assertThat(patches("archived=True")).isEmpty();
        assertThat(patches("archive=no&frob=1&id=1")).isEqualTo(all);
        for (var list : List.of("series", "events")) {
            var everything = Visit.ids(visit.get("/api/" + list + "/?per_page=250"));
            var filtered = visit.get("/api/" + list + "/?per_page=250&state=new&archive=no");
            assertThat(Visit.ids(filtered)).isEqualTo(everything).isNotEmpty();
        }
    }

    /** Trap 8. */
    @Test
    void aMissingSlashIsAddedAndTheQueryKept() throws IOException {
        var query = "?project=harbor&archived=false&msgid=a%2Fb%40c";

        var answer = visit.get("/api/1.2/patches" + query, token);

        assertThat(answer.status()).isEqualTo(301);
        assertThat(answer.headers()).containsEntry("Location", "/api/1.2/patches/" + query);
    }

    /** Trap 10. */
    @Test
    void downloadsNameTheirFileBareAndLast() throws IOException {
        long series = served.seriesOf("002");
        var patch = visit.get("/api/patches/" + served.patch("002").id() + "/");
        var mbox = Visit.withoutHost(Visit.text(patch, "mbox"));

        assertThat(disposition(mbox))
                .isEqualTo("attachment; filename=1-3-berth-a-ledger-of-berths.patch");
        assertThat(disposition(mbox.replace("/mbox/", "/raw/")))
                .isEqualTo("attachment; filename=1-3-berth-a-ledger-of-berths.diff");
        assertThat(disposition("/series/" + series + "/mbox/"))
                .matches("attachment; filename=[-\\w.]+\\.patch");
    }

    private String disposition(String path) throws IOException {
        return visit.follow(path).headers().getOrDefault("Content-Disposition", "none");
    }

    /** Trap 11. */
    @Test
    void theMboxOfAPatchBecomesItsDiffByReplacingAWord() throws IOException {
        var patch = visit.get("/api/patches/" + served.patch("009").id() + "/");
        var mbox = Visit.text(patch, "mbox");

        assertThat(mbox).endsWith("/mbox/").containsOnlyOnce("mbox");
        var diff = visit.follow(Visit.withoutHost(mbox.replace("mbox", "raw")));
        assertThat(diff.body()).startsWith("diff --git ");
    }

    /** Trap 12. */
    @Test
    void aPatchComesWithThoseBeforeItIfAsked() throws IOException {
        var mbox = "/patch/" + served.patch("003").id() + "/mbox/";
        var real = Visit.withoutHost(visit.get(mbox).headers().getOrDefault("Location", ""));

        for (var series : List.of("*", String.valueOf(served.seriesOf("003")))) {
            var both = visit.get(real + "?series=" + series).body();
            assertThat(both.split("(?m)^From patchwork ", -1)).hasSize(3);
            assertThat(both.indexOf("1/3] berth")).isBetween(0, both.indexOf("2/3] harbor"));
        }
        assertThat(visit.get(real).body().split("(?m)^From patchwork ", -1)).hasSize(2);
    }

    /** Trap 13. */
    @Test
    void addressesOfOldLeadWhereTheyLed() throws IOException {
        var patch = "/patch/" + served.patch("003").id() + "/";
        long series = served.seriesOf("003");
        var cover = Visit.ids(visit.get("/api/covers/")).getFirst();

        for (var address :
                List.of(
                        patch,
                        patch + "mbox/",
                        patch + "raw/",
                        "/cover/" + cover + "/",
                        "/cover/" + cover + "/mbox/",
                        "/comment/1/",
                        "/series/" + series + "/mbox/",
                        "/project/harbor/list/?series=" + series + "&archive=both&state=*")) {
            assertThat(visit.follow(address).status()).as(address).isEqualTo(200);
        }
    }

    /** Trap 14. */
    @Test
    void theMessageIdIsReadOutOfTheAddressOfAPatch() throws IOException {
        var patch = served.patch("009");
        var answer = visit.get("/api/1.2/patches/" + patch.id() + "/");

        assertThat(Visit.text(answer, "web_url"))
                .matches("https?://[^/]+/project/harbor/patch/[^@/]+@[^/]+/")
                .endsWith("/patch/" + patch.msgid().replaceAll("^<|>$", "") + "/");
    }

    /** Trap 15. */
    @Test
    void aSlashInAMessageIdComesEncodedOnceOrTwice() throws IOException {
        var listed = visit.get("/api/1.2/patches/?msgid=odd/id@example.org");
        assertThat(Visit.ids(listed)).hasSize(1);
        assertThat(Visit.text(listed, "mbox"))
                .endsWith("/project/harbor/patch/odd%252Fid@example.org/mbox/");

        for (var slash : List.of("%2F", "%252F", "%2f")) {
            var page = "/project/harbor/patch/odd" + slash + "id@example.org/";
            assertThat(visit.get(page).status()).as(slash).isEqualTo(200);
            assertThat(visit.get(page + "mbox/").body()).startsWith("From patchwork ");
        }
    }

    /** Trap 16. */
    @Test
    void messageIdsAreAskedForBareAndAnsweredInBrackets() throws IOException {
        var msgid = served.patch("009").msgid();
        var bare = msgid.substring(1, msgid.length() - 1);

        var found = visit.get("/api/1.2/patches/?msgid=" + bare);

        assertThat(Visit.text(found, "msgid")).isEqualTo(msgid);
        assertThat(patches("msgid=%3C" + bare + "%3E")).isEmpty();
    }

    /** Trap 17. */
    @Test
    void withoutAVersionItIsTheNewestAndSomeLinksHaveNone() throws IOException {
        var path = "patches/" + served.patch("009").id() + "/";

        var newest = visit.get("/api/1.4/" + path).body();
        var bare = visit.get("/api/" + path).body();
        var old = visit.get("/api/1.1/" + path);

        assertThat(bare).isEqualTo(newest.replace("/api/1.4/", "/api/"));
        assertThat(Visit.text(old, "comments")).endsWith("/api/" + path + "comments/");
        assertThat(Visit.text(old, "checks")).endsWith("/api/" + path + "checks/");
    }

    /** Trap 19. */
    @Test
    void nothingIsNullOrEmptyAsItAlwaysWas() throws IOException {
        var patch = visit.get("/api/1.2/patches/" + served.patch("055").id() + "/").body();
        var series = visit.get("/api/1.2/series/" + served.seriesOf("055") + "/").body();

        assertThat(patch)
                .contains("\"commit_ref\":null,\"pull_url\":null,", "\"delegate\":null,")
                .contains("\"tags\":{},", "\"related\":[],")
                .contains("\"scm_url\":\"\",", "\"list_archive_url\":null,");
        assertThat(series).contains("\"cover_letter\":null,");
        var pull = visit.get("/api/1.2/patches/" + served.patch("033").id() + "/").body();
        assertThat(pull).contains("\"pull_url\":\"").contains("\"hash\":null", "\"diff\":null");
    }

    /** Trap 20. */
    @Test
    void tokensAndPasswordsAreTakenAndWrongOnesRefused() throws IOException {
        var pair = Base64.getEncoder().encodeToString("ann:ann-pw".getBytes(UTF_8));

        assertThat(visit.get("/api/users/", token).status()).isEqualTo(200);
        assertThat(visit.get("/api/users/", "Authorization: Basic " + pair).status())
                .isEqualTo(200);
        // 403 and no challenge (rest-api §4).
        var wrong = visit.get("/api/users/", "Authorization: Token " + "0".repeat(40));
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.headers()).doesNotContainKey("WWW-Authenticate");
        assertThat(wrong.body()).isEqualTo("{\"detail\":\"Invalid token.\"}");
    }

    /** Seen with patman. */
    @Test
    void fiftyRequestsAtOnceAreAllAnswered() throws Exception {
        var path = "/api/1.2/patches/" + served.patch("009").id() + "/";
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 50; i++) {
                asked.add(() -> visit.get(path).status());
            }

            for (var status : threads.invokeAll(asked)) {
                assertThat(status.get()).isEqualTo(200);
            }
        }
    }
}
