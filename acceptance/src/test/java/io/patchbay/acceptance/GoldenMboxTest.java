package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.text.TransferEncoding;
import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.testing.SharedData;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.mbox.Mbox;
import io.patchbay.tracker.model.Patch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Downloads of the golden corpus, byte by byte. */
final class GoldenMboxTest {

    /**
     * Its diff adds lines with CR, of which Patchwork makes LF: git does not take it. It has files
     * behind binary ones, too.
     */
    private static final String CHANGES_FILES_WITH_CR = "patch-255";

    /** Patchwork moves lines of the header of a file from the diff to the text. */
    private static final String FILE_BEHIND_A_BINARY_ONE = "patch-20";

    /** Patchwork adds two trailers of replies twice; in the first of these, too. */
    private static final String REPEATED_TRAILERS = "series-224";

    @TempDir Path folder;

    @Test
    void eachDownloadIsTheSame() throws IOException {
        var mails = Archive.read(SharedData.file("golden/corpus-2k.mbox.gz"));
        var recorded = recordings();
        try (var store =
                DatabaseStore.sqlite(
                        folder.resolve("golden.db"),
                        Durability.CHECKPOINTS,
                        InstantSource.system())) {
            var instance = new Instance(store, InstantSource.system());
            instance.addProject("qemu-devel", "qemu-devel.nongnu.org", "qemu-devel@nongnu.org");
            instance.file(mails, 300);

            var ours =
                    store.read(reading ->
                            recorded.keySet().stream()
                                    .collect(
                                            Collectors.toMap(
                                                    name -> name, name -> mbox(reading, name))));

            assertThat(recorded).hasSizeGreaterThan(10);
            recorded.forEach((name, mbox) -> {
                if (name.equals(FILE_BEHIND_A_BINARY_ONE)) {
                    var lines = Objects.requireNonNull(ours.get(name)).lines().toList();
                    assertThat(lines).containsExactlyInAnyOrderElementsOf(mbox.lines().toList());
                    assertThat(mbox).as("the same order").isNotEqualTo(ours.get(name));
                } else if (name.equals(CHANGES_FILES_WITH_CR)) {
                    var body = bodyWithoutCr(Objects.requireNonNull(ours.get(name)));
                    assertThat(said(body))
                            .as(name)
                            .containsExactlyInAnyOrderElementsOf(said(bodyOf(onceEach(mbox))));
                } else if (name.equals(REPEATED_TRAILERS)) {
                    assertThat(ours.get(name)).isEqualTo(onceEach(mbox)).isNotEqualTo(mbox);
                } else {
                    assertThat(ours.get(name)).as(name).isEqualTo(mbox);
                }
            });
        }
    }

    /** By names such as {@code patch-57}. */
    private static Map<String, String> recordings() throws IOException {
        var recorded = new TreeMap<String, String>();
        for (var place : List.of("golden/web", "golden/web/mbox")) {
            try (var files = Files.list(SharedData.file(place))) {
                for (var file : files.filter(one -> one.toString().endsWith(".mbox")).toList()) {
                    var name = file.getFileName().toString().replaceFirst("(-mbox)?\\.mbox$", "");
                    recorded.put(name, Files.readString(file, UTF_8));
                }
            }
        }
        recorded.remove("patch-57-mbox-series");
        return recorded;
    }

    private static String mbox(Reading reading, String name) {
        long id = Long.parseLong(name.substring(name.indexOf('-') + 1));
        var mbox = new Mbox();
        switch (name.substring(0, name.indexOf('-'))) {
            case "patch" -> add(mbox, reading, reading.patches().withId(id).orElseThrow());
            case "series" ->
                    reading.patches()
                            .numberedInSeries(id)
                            .forEach(patch -> add(mbox, reading, patch));
            case "cover" ->
                    mbox.add(
                            reading.covers().withId(id).orElseThrow(),
                            reading.covers().text(id),
                            reading.comments().contentsOnCover(id));
            default -> throw new IllegalArgumentException("no download is called " + name);
        }
        return mbox.toString();
    }

    private static void add(Mbox mbox, Reading reading, Patch patch) {
        var comments =
                reading.comments()
                        .contentsOnPatches(List.of(patch.id()))
                        .getOrDefault(patch.id(), List.of());
        mbox.add(patch, reading.patches().text(patch.id()), comments);
    }

    /** Without trailers that a mail has already. */
    private static String onceEach(String mbox) {
        var once = new StringBuilder();
        var given = new HashSet<String>();
        for (var line : mbox.split("(?<=\n)")) {
            if (line.startsWith("From patchwork ")) {
                given.clear();
            }
            if (!line.matches("(?s)[A-Za-z-]+-by: .*") || given.add(line)) {
                once.append(line);
            }
        }
        return once.toString();
    }

    private static List<String> said(String body) {
        return body.lines().filter(line -> !line.isBlank()).toList();
    }

    private static String bodyOf(String mbox) {
        return mbox.substring(mbox.indexOf("\n\n") + 2);
    }

    /** Of a mail in quoted-printable and Latin-1, as that one came. */
    private static String bodyWithoutCr(String mbox) {
        assertThat(mbox)
                .contains(
                        "\nContent-Type: text/plain; charset=\"iso-8859-1\"\n",
                        "\nContent-Transfer-Encoding: quoted-printable\n");
        var body = TransferEncoding.decode("quoted-printable", bodyOf(mbox));
        var text = new String(body, ISO_8859_1);
        assertThat(text).contains("\r\n");
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
