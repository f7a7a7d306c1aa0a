package io.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.tracker.accounts.AuditEntry;
import io.patchbay.tracker.accounts.AuditEntry.Change;
import io.patchbay.tracker.accounts.NewToken;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Every change that somebody asks for is kept with who it was. */
class AuditTest extends DeskTest {

    private static final String AUDIT = "/api/patchbay/audit/";

    @Test
    void aChangedPatchIsKeptWithWhatItWasBefore() {
        var token = desk.token(NewToken.full("ci", null));

        desk.send(
                "PATCH",
                "/api/patches/1/",
                token,
                "{\"state\":\"accepted\",\"archived\":true,\"commit_ref\":\"abc\"}");

        var entry = newest();
        assertThat(entry.username()).isEqualTo("maud");
        assertThat(entry.tokenId()).isNotNull();
        assertThat(entry.address()).isEqualTo("127.0.0.1");
        assertThat(entry.request()).isEqualTo("PATCH /api/patches/1/");
        assertThat(entry.project()).isEqualTo("boats");
        assertThat(entry.object()).isEqualTo("patch 1");
        assertThat(entry.changes())
                .containsExactly(
                        new Change("state", "new", "accepted"),
                        new Change("archived", "false", "true"),
                        new Change("commit_ref", null, "abc"));
    }

    @Test
    void whatChangesNothingOrIsRefusedIsNotKept() {
        long before = count();

        desk.send("PATCH", "/api/patches/1/", Desk.MAUD, "{\"state\":\"new\"}");
        desk.send("PATCH", "/api/patches/1/", Desk.JOE, "{\"state\":\"accepted\"}");
        desk.send("PATCH", "/api/patches/1/", Desk.MAUD, "{\"state\":\"nonsense\"}");
        // The second patch is not Maud's, so that the first one's change is undone with its record.
        desk.send(
                "PATCH",
                "/api/patchbay/patches/",
                Desk.MAUD,
                "{\"patches\":[1,4],\"state\":\"accepted\"}");

        assertThat(count()).isEqualTo(before);
    }

    @Test
    void checksBundlesCommentsAndProjectsAreKeptToo() {
        desk.send("POST", "/api/patches/1/checks/", Desk.MAUD, "{\"state\":\"fail\"}");
        assertThat(newest().changes()).contains(new Change("check 1", null, "default: fail"));

        desk.send("PATCH", "/api/patches/1/comments/1/", Desk.MAUD, "{\"addressed\":true}");
        assertThat(newest().object()).isEqualTo("patch comment 1");

        desk.send("POST", "/api/bundles/", Desk.MAUD, "{\"name\":\"b\",\"patches\":[2,1]}");
        assertThat(newest().changes()).contains(new Change("patches", null, "[2, 1]"));

        desk.send("DELETE", "/api/bundles/1/", Desk.MAUD, "");
        assertThat(newest().changes()).contains(new Change("name", "b", null));

        desk.send("PATCH", "/api/projects/1/", Desk.MAUD, "{\"web_url\":\"http://boats.example\"}");
        assertThat(newest().changes())
                .containsExactly(new Change("web_url", "", "http://boats.example"));

        desk.send("PATCH", "/api/patches/1/", Desk.MAUD, "{\"related\":[2]}");
        assertThat(newest().changes()).containsExactly(new Change("relation", null, "1"));
    }

    @Test
    void aMaintainerReadsOfHisProjectsAndOthersOfNone() {
        desk.send("PATCH", "/api/patches/1/", Desk.MAUD, "{\"archived\":true}");

        assertThat(desk.send("GET", AUDIT, Desk.MAUD, "").body())
                .contains("\"user\":\"maud\"")
                .contains("{\"field\":\"archived\",\"before\":\"false\",\"after\":\"true\"}");
        assertThat(desk.send("GET", AUDIT + "?project=oars", Desk.MAUD, "").body()).isEqualTo("[]");
        assertThat(desk.send("GET", AUDIT, Desk.JOE, "").body()).isEqualTo("[]");
        assertThat(desk.get(AUDIT).statusCode()).isEqualTo(403);
    }

    private AuditEntry newest() {
        return page().getFirst();
    }

    private List<AuditEntry> page() {
        var newestFirst = List.of(new Order(Field.ID, true));
        return desk.store()
                .read(reading -> reading.audit().list(new Selection(List.of(), newestFirst, 0, 10)))
                .rows();
    }

    private long count() {
        return desk.store()
                .read(reading -> reading.audit().list(new Selection(List.of(), List.of(), 0, 0)))
                .total();
    }
}
