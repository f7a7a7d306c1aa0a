package io.patchbay.acceptance.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.patchbay.acceptance.GitRepository;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an author meant goes through a mail, the whole server and an mbox, and {@code git am} makes
 * the same of it: tree, author and log.
 */
class MailFidelityTest {

    @TempDir static Path folder;

    private static final Map<String, List<byte[]>> MAILS = new HashMap<>();
    private static SenderRepository repository;
    private static Tracker tracker;

    @BeforeAll
    static void mail() throws IOException, InterruptedException {
        GitRepository.assumeInstalled();
        repository = new SenderRepository(folder.resolve("dock"), Kinds.all());
        tracker = new Tracker(folder.resolve("data"));
        for (var series : Kinds.all()) {
            var mails = new ArrayList<byte[]>();
            for (int number = 1; number <= series.commits().size(); number++) {
                mails.add(MailWriter.patch(series, number, repository.diff(series, number)));
            }
            MAILS.put(series.name(), mails);
            tracker.take(mails, series.form().door());
            var last = tracker.patch(series.messageId(series.commits().size()));
            for (var reply : series.replies()) {
                tracker.take(List.of(MailWriter.reply(series, reply)), MailForm.Door.LMTP);
            }
            tracker.awaitReplies(last, series.replies().size());
        }
    }

    @AfterAll
    static void close() {
        if (tracker != null) {
            tracker.close();
        }
    }

    static List<SentSeries> all() {
        return Kinds.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void gitMakesOfOurMboxWhatTheAuthorMeant(SentSeries series)
            throws IOException, InterruptedException {
        var mbox = tracker.mbox(series);

        assertThat(repository.applied(List.of(mbox)))
                .as(new String(mbox, US_ASCII))
                .isEqualTo(repository.meant(series));
    }

    static List<SentSeries> readByGit() {
        return Kinds.all().stream()
                .filter(series -> series.readByGit() && series.replies().isEmpty())
                .filter(series -> series.form().transfer() != MailForm.Transfer.BASE64)
                .toList();
    }

    /** Otherwise the generator writes mails that nobody sends. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("readByGit")
    void gitMakesTheSameOfTheMailsThemselves(SentSeries series)
            throws IOException, InterruptedException {
        assertThat(repository.applied(MAILS.get(series.name())))
                .isEqualTo(repository.meant(series));
    }

    @Test
    void aBundleGivesEachOfItsPatches() throws IOException, InterruptedException {
        var bundle =
                List.of(named("K01-dated-8bit"), named("K02-new-base64-LMTP"), named("K03-part"));

        var applied = repository.applied(List.of(tracker.bundle(bundle)));

        assertThat(applied)
                .extracting(SenderRepository.Told::message)
                .containsExactlyElementsOf(
                        bundle.stream()
                                .map(series -> repository.meant(series).getFirst().message())
                                .toList());
    }

    private static SentSeries named(String name) {
        return Kinds.all().stream()
                .filter(series -> series.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCoverIsReadAsItWasWritten() throws IOException, InterruptedException {
        var text = "From the quay to the sea.\n\n--\n____\nAll of it\n";
        tracker.take(List.of(MailWriter.cover("K01-cover", text)), MailForm.Door.LMTP);

        var mbox = tracker.get("/project/dock/cover/k01-cover.0@example.com/mbox/");

        assertThat(repository.messageOf(mbox)).isEqualTo(text);
    }
}
