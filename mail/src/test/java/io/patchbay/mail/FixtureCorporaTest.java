package io.patchbay.mail;

import io.patchbay.testing.SharedData;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.Set;

/**
 * The test mails of other programs that read patches, odd ones among them, each delivered alone.
 */
class FixtureCorporaTest {

    private static final Map<String, Set<String>> WANTED =
            Map.of(
                    "patchew",
                    // A file follows a binary one.
                    Set.of(
                            "tests/data/0029-diffstat-in-patch.gz 0 content",
                            "tests/data/0029-diffstat-in-patch.gz 0 diff"),
                    "notmuch",
                    // The output of git format-patch is attached.
                    Set.of(
                            "test/corpora/default/bar/baz/05:2, 0 content",
                            "test/corpora/default/bar/baz/05:2, 0 diff",
                            "test/corpora/default/bar/baz/05:2, 0 hash"));

    @ParameterizedTest
    @ValueSource(strings = {"patchew", "b4", "notmuch", "public-inbox"})
    void everyFixtureIsReadLikePatchworkReadsIt(String corpus) {
        var files =
                JsonValue.parse(SharedData.text("data/corpora/" + corpus + ".expected.json.gz"));

        var reference = new Reference("example", "nobody@example.org");
        for (var file : files.names()) {
            var outcomes = files.get(file).get("outcomes").items();
            var bytes = SharedData.bytes("data/corpora/" + corpus + "/" + file);
            var mails = Mboxrd.split(bytes);
            for (int index = 0; index < outcomes.size(); index++) {
                reference.compare(
                        file + " " + index, outcomes.get(index), Mail.read(mails.get(index)));
            }
        }

        reference.differences().expectOnly(WANTED.getOrDefault(corpus, Set.of()), 10);
    }
}
