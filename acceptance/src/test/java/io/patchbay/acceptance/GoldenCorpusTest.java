package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.testing.SharedData;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.filing.Filed;
import io.patchbay.tracker.model.Comment.Parent;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.Tag;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two thousand mails on which the recorded exchanges stand: the same ids have to come out. */
final class GoldenCorpusTest {

    private static final Set<String> COMPARED_OTHERWISE =
            Set.of(
                    "i",
                    "meant",
                    "type",
                    "id",
                    "submitter_id",
                    "content_len",
                    "content_sha",
                    "headers_sha",
                    "diff_len",
                    "diff_sha");

    /** A file follows a binary one: Patchwork leaves lines of its header in the text. */
    private static final List<Integer> BINARY_AND_MORE =
            List.of(
                    28, 509, 701, 793, 799, 805, 813, 898, 901, 902, 1024, 1287, 1298, 1301, 1302,
                    1570, 1664, 1711, 1846);

    /**
     * A reply to a cover letter may ask for action too, which Patchwork ignores (mail-ingest §20).
     */
    private static final List<Integer> ACTION_REQUIRED = List.of(443, 456, 1255, 1907);

    private static final Set<String> INTENDED =
            Stream.concat(
                            BINARY_AND_MORE.stream()
                                    .flatMap(mail ->
                                            Stream.of(
                                                    "mail %d content".formatted(mail),
                                                    "mail %d diff".formatted(mail))),
                            ACTION_REQUIRED.stream()
                                    .map(mail -> "mail %d addressed".formatted(mail)))
                    .collect(Collectors.toSet());

    @TempDir Path folder;

    @Test
    void everyMailGetsTheSameIdAndContent() throws IOException {
        var mails = Archive.read(SharedData.file("golden/corpus-2k.mbox.gz"));
        var expected = Json.readLines(SharedData.file("golden/corpus-2k.expected.jsonl.gz"));
        var series = Json.readLines(SharedData.file("golden/corpus-2k.expected.series.jsonl.gz"));
        var comparison = new Comparison();
        try (var store =
                DatabaseStore.sqlite(
                        folder.resolve("golden.db"),
                        Durability.CHECKPOINTS,
                        InstantSource.system())) {
            var instance = new Instance(store, InstantSource.system());
            instance.addProject("qemu-devel", "qemu-devel.nongnu.org", "qemu-devel@nongnu.org");

            var filed = instance.file(mails, 300);

            comparison.compare("mails", expected.size(), filed.size());
            store.read(reading -> {
                var stored = new Stored(reading, Tag::name);
                for (int n = 0; n < filed.size(); n++) {
                    compare(comparison, stored, expected.get(n), filed.get(n));
                    compareTexts(comparison, reading, expected.get(n), filed.get(n));
                }
                series.forEach(one -> compareSeries(comparison, reading, one));
                return comparison;
            });
        }
        assertThat(comparison.differencesBut(INTENDED)).isEmpty();
    }

    private static void compare(Comparison comparison, Stored stored, Json expected, Filed filed) {
        var what = "mail " + expected.number("i");
        comparison.compare(what + " type", expected.textOrNull("type"), typeOf(filed));
        if (!expected.has("type")) {
            return;
        }
        comparison.compare(what + " id", expected.numberOrNull("id"), idOf(filed));
        comparison.compare(what, expected.members(), stored.outcome(filed), COMPARED_OTHERWISE);
    }

    private static void compareTexts(
            Comparison comparison, Reading reading, Json expected, Filed filed) {
        if (!expected.has("type")) {
            return;
        }
        var what = "mail " + expected.number("i");
        var text = textOf(reading, filed);
        comparison.compare(
                what + " content", expected.textOrNull("content_sha"), sha(text.content()));
        comparison.compare(
                what + " headers", expected.textOrNull("headers_sha"), sha(text.headers()));
        if (expected.has("diff_sha")) {
            comparison.compare(what + " diff", expected.textOrNull("diff_sha"), sha(text.diff()));
        }
    }

    private static void compareSeries(Comparison comparison, Reading reading, Json expected) {
        var what = "series " + expected.number("id");
        var series = reading.series().withId(expected.number("id")).orElseThrow();
        var cover = series.cover();
        comparison.compare(what + " name", expected.textOrNull("name"), series.name());
        comparison.compare(what + " version", expected.number("version"), (long) series.version());
        comparison.compare(what + " total", expected.number("total"), (long) series.total());
        comparison.compare(
                what + " received", expected.number("received"), (long) series.receivedTotal());
        comparison.compare(
                what + " cover", expected.numberOrNull("cover"), cover == null ? null : cover.id());
        comparison.compare(
                what + " patches",
                expected.list("patches"),
                reading.patches().numberedInSeries(series.id()).stream()
                        .map(patch -> Arrays.asList(patch.id(), Stored.numberOf(patch)))
                        .toList());
        comparison.compare(what + " deps", expected.list("deps"), series.dependencies());
    }

    private static @Nullable String typeOf(Filed filed) {
        return switch (filed) {
            case Filed.AsPatch _ -> "patch";
            case Filed.AsCover _ -> "cover";
            case Filed.AsComment(var comment, _, _) ->
                    comment.head().parent().kind() == Parent.Kind.PATCH
                            ? "patch-comment"
                            : "cover-comment";
            case Filed.Duplicate _, Filed.Unwanted _, Filed.Broken _ -> null;
        };
    }

    private static @Nullable Long idOf(Filed filed) {
        return switch (filed) {
            case Filed.AsPatch(var patch, _, _, _, _, _) -> patch.head().id();
            case Filed.AsCover(var cover, _, _, _, _) -> cover.head().id();
            case Filed.AsComment(var comment, _, _) -> comment.head().id();
            case Filed.Duplicate _, Filed.Unwanted _, Filed.Broken _ -> null;
        };
    }

    private static MailText textOf(Reading reading, Filed filed) {
        return switch (filed) {
            case Filed.AsPatch(var patch, _, _, _, _, _) ->
                    reading.patches().text(patch.head().id());
            case Filed.AsCover(var cover, _, _, _, _) -> reading.covers().text(cover.head().id());
            case Filed.AsComment(var comment, _, _) -> comment.content().text();
            case Filed.Duplicate _, Filed.Unwanted _, Filed.Broken _ ->
                    new MailText("", null, null);
        };
    }

    private static @Nullable String sha(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
