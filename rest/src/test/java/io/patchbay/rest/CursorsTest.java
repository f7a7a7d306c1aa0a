package io.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.rest.request.Cursors;
import io.patchbay.tracker.query.Cursor;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Lists that are read by cursor instead of by page. */
class CursorsTest extends DeskTest {

    private static final Pattern NEXT = Pattern.compile("<http://[^/]+([^>]+)>; rel=\"next\", .*");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/patches/?order=-name",
                "/api/patches/?order=state,-date&archived=false",
                "/api/events/?order=date",
                "/api/1.1/series/?order=-name",
                "/api/covers/?x=1",
                "/api/projects/?order=name",
                "/api/patches/1/comments/?order=date",
            })
    void theLinksLeadThroughTheWholeList(String list) {
        var whole = desk.get(list).body();
        var read = new StringBuilder();
        var address = list + "&cursor=&per_page=1";
        while (address != null) {
            var answer = desk.get(address);
            var rows = answer.body();
            read.append(read.isEmpty() ? "" : ",").append(rows, 1, rows.length() - 1);
            var link = answer.headers().firstValue("Link").orElse("");
            assertThat(link).contains("rel=\"first\"").doesNotContain("rel=\"last\"");
            var next = NEXT.matcher(link);
            address = next.matches() ? next.group(1) : null;
        }

        assertThat("[" + read + "]").isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%C3%A9", "SUQKaTE", "TkFNRQppMQ", "TkFNRQ", "-"})
    void aCursorThatIsNoneIsNotFound(String cursor) {
        // The third is one of the order "ID", the fourth lacks a value, the others are nothing.
        var answer = desk.get("/api/patches/?order=name&cursor=" + cursor);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Invalid cursor");
    }

    @Test
    void everyValueComesBackAsItWas() {
        var order = List.of(new Order(Field.NAME, true), new Order(Field.COMMIT_REF, false));
        var cursor = new Cursor(Arrays.asList("a\nb\\n\\b\\", null, -7L));

        assertThat(Cursors.read(Cursors.write(cursor, order), order)).isEqualTo(cursor);
    }
}
