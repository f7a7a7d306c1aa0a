package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.patchbay.cli.Main;
import io.patchbay.testing.SharedData;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Versions of real series, compared from their mails, and what {@code git range-diff} says of the
 * commits that {@code git am} makes of them. The counts stand in docs/reference/range-diff.md.
 */
final class RangeDiffOfListsTest {

    /** In the line of a patch, what stands for commits. */
    private static final Pattern IDS =
            Pattern.compile(
                    "(?m)^( *(?:\\d+|-):  )[0-9a-f-]{7,40} ([=!<>])( +(?:\\d+|-):  )[0-9a-f-]{7,40}");

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"bluez, 283, 274", "selinux, 38, 36"})
    void theRowsAreThoseOfGitAndMostTextsToo(String list, int rows, int texts) throws IOException {
        var mails = mails(SharedData.file("data/compare/" + list + ".mbox.xz"));
        var pairs =
                Json.read(SharedData.file("data/compare/" + list + ".pairs.json.gz"))
                        .<Json>list("pairs");
        int rightRows = 0;
        int rightTexts = 0;
        for (var pair : pairs) {
            var older = mbox(mails, pair.object("older"), "older");
            var newer = mbox(mails, pair.object("newer"), "newer");
            boolean isRight = run("--json", older, newer).strip().equals(rows(pair));
            boolean isWhole = masked(run(older, newer)).equals(masked(pair.text("range_diff")));
            if (Boolean.getBoolean("patchbay.differences") && !(isRight && isWhole)) {
                System.err.println(pair.text("id") + (isRight ? " text" : " rows"));
            }
            rightRows += isRight ? 1 : 0;
            rightTexts += isWhole ? 1 : 0;
        }

        assertThat(pairs).hasSize(rows);
        assertThat(rightRows).isEqualTo(rows);
        assertThat(rightTexts).isEqualTo(texts);
    }

    private static Map<String, byte[]> mails(Path file) throws IOException {
        var mails = new HashMap<String, byte[]>();
        for (var mail : Archive.read(file)) {
            mail.id().ifPresent(id -> mails.putIfAbsent(bare(id.stored()), mail.raw()));
        }
        return mails;
    }

    private static String bare(String id) {
        return id.replaceAll("^<|>$", "");
    }

    private String mbox(Map<String, byte[]> mails, Json version, String name) throws IOException {
        var mbox = new StringBuilder();
        for (var id : version.<String>list("patches")) {
            var mail = new String(mails.getOrDefault(id, new byte[0]), ISO_8859_1);
            mbox.append("From mboxrd@z Thu Jan  1 00:00:00 1970\n");
            mbox.append(mail.replaceAll("(?m)^(>*From )", ">$1")).append("\n");
        }
        return Files.writeString(folder.resolve(name), mbox, ISO_8859_1).toString();
    }

    private static String rows(Json pair) {
        return pair.<Json>list("rows").stream()
                .map(row ->
                        "[%s, %s, \"%s\"]"
                                .formatted(
                                        number(row.numberOrNull("old")),
                                        number(row.numberOrNull("new")),
                                        row.text("status")))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String number(@Nullable Long number) {
        return number == null ? "null" : number.toString();
    }

    private static String masked(String text) {
        return IDS.matcher(text).replaceAll("$1 $2$3");
    }

    private static String run(String... words) {
        var verb = new ArrayList<>(List.of("range-diff"));
        verb.addAll(List.of(words));
        var all = verb.toArray(String[]::new);
        var out = new StringWriter();
        int exitCode = Main.commandLine(all).setOut(new PrintWriter(out)).execute(all);
        assertThat(exitCode).isZero();
        return out.toString();
    }
}
