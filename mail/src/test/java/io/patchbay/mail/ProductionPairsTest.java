package io.patchbay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.mail.diff.Diff;
import io.patchbay.testing.SharedData;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Mails and commits next to what Patchwork instances in production show for them. */
class ProductionPairsTest {

    private static final String SEED = "data/pairs/2220693";

    @Test
    void eachMailGivesWhatProductionShows() {
        var reference = new Reference("", "nobody@example.org");
        for (var mail : names("data/pairs", ".eml")) {
            var shown = JsonValue.parse(SharedData.text("data/pairs/" + mail + ".json"));
            reference.compare(
                    mail, shown, Mail.read(SharedData.bytes("data/pairs/" + mail + ".eml")));
        }

        reference.differences().expectOnly(Set.of(), 100);
    }

    @Test
    void theHeadersOfTheSeedAreExactlyThoseShown() {
        var mail = Mail.read(SharedData.bytes(SEED + ".eml"));
        var shown = JsonValue.parse(SharedData.text(SEED + ".json")).get("headers");

        var values = new LinkedHashMap<String, List<String>>();
        for (var header : StoredHeaders.parse(mail.storedHeaders())) {
            values.computeIfAbsent(header.name(), name -> new ArrayList<>()).add(header.value());
        }

        assertThat(List.copyOf(values.keySet())).isEqualTo(shown.names());
        for (var name : shown.names()) {
            var value = shown.get(name);
            var expected =
                    value.items().isEmpty()
                            ? List.of(Objects.requireNonNull(value.text()))
                            : value.items().stream().map(JsonValue::text).toList();
            assertThat(values.get(name)).as(name).isEqualTo(expected);
        }
    }

    @Test
    void aCommitHasTheHashOfTheMailItCameFrom() {
        var differences = new Differences();
        for (var commit : names("data/commit_pairs", ".patch")) {
            var shown = JsonValue.parse(SharedData.text("data/commit_pairs/" + commit + ".json"));
            var body = BodySplit.of(SharedData.text("data/commit_pairs/" + commit + ".patch"));
            var diff = new Diff(Objects.requireNonNull(body.diff()));
            differences.compare(commit, shown.get("hash").text(), diff.hash());
        }

        differences.expectOnly(Set.of(), 17);
    }

    private static List<String> names(String folder, String ending) {
        return SharedData.filesIn(folder, ending).stream()
                .map(Path::getFileName)
                .map(file -> file.toString().replace(ending, ""))
                .toList();
    }
}
