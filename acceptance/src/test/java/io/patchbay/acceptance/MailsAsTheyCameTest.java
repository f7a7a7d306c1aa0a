package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.intake.BulkIntake;
import io.patchbay.intake.Intake;
import io.patchbay.intake.IntakeWatcher;
import io.patchbay.intake.source.Arrival;
import io.patchbay.intake.source.Arrival.Form;
import io.patchbay.intake.source.Arrival.Raw;
import io.patchbay.intake.source.MailSource;
import io.patchbay.mail.header.MessageId;
import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.testing.SharedData;
import io.patchbay.tracker.Setup.NewProject;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.reading.Archive.ArchivedMail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Whatever way a mail comes, it is given back byte for byte, and takes little room. */
@Timeout(300)
class MailsAsTheyCameTest {

    /** The data folder beside the mails, raw mails included (docs/adr/0022). */
    private static final double LARGEST_SHARE = 0.70;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linux-aspeed-2026",
                "linux-pwm-2026",
                "netfilter-devel-2026",
                "openwrt-devel-2019",
                "uboot-stm32-2019"
            })
    void everyMailOfAnArchiveIsThere(String list) throws Exception {
        var file = SharedData.file("data/lists/" + list + ".mbox.gz");
        var mails = rawMails(file);
        var store = open();
        try (var intake = intake(store, listIdOf(list))) {
            take(intake, listIdOf(list), file);

            expectThere(store, mails.stream().map(Raw::bytes).toList());
        }
        store.close();
        long raw = mails.stream().mapToLong(mail -> mail.bytes().length).sum();
        assertThat(Files.size(folder.resolve("patchbay.db")) / (double) raw)
                .isLessThan(LARGEST_SHARE);
    }

    @Test
    void everyMailOfAMaildirIsThere() throws Exception {
        var mails = someMails();
        var maildir = folder.resolve("maildir");
        var fresh = Files.createDirectories(maildir.resolve("new"));
        for (int at = 0; at < mails.size(); at++) {
            Files.write(fresh.resolve("%06d.x".formatted(at)), mails.get(at));
        }

        expectAllTaken(maildir, mails);
    }

    @Test
    void everyMailOfAPublicInboxIsThere() throws Exception {
        GitRepository.assumeInstalled();
        var mails = someMails();
        var inbox = folder.resolve("inbox");
        importInto(inbox.resolve("git/0.git"), mails);

        expectAllTaken(inbox, mails);
    }

    @Test
    void everyMailThatComesThroughAPipeIsThere() throws Exception {
        var mails = someMails();
        try (var store = open();
                var intake = intake(store, someList())) {
            for (var mail : mails) {
                var unused =
                        intake.delivery()
                                .deliver(new Raw("parsemail", mail, Form.DELIVERED), someList());
            }

            expectThere(store, mails);
        }
    }

    @Test
    void everyMailThatComesByLmtpIsThereWithItsLineEnds() throws Exception {
        var mails = someMails();
        var list = new NewProject("list", "List", someList(), "", "");
        try (var office = new PostOffice(open());
                var sender = office.sender()) {
            office.store.write(writing -> writing.setup().addProject(list));
            for (var mail : mails) {
                assertThat(sender.deliver(mail)).startsWith("250 ");
            }

            expectThere(office.store, mails.stream().map(LmtpSender::onTheWay).toList());
        }
    }

    private static String someList() throws IOException {
        return listIdOf("linux-pwm-2026");
    }

    private static List<byte[]> someMails() throws IOException {
        return rawMails(SharedData.file("data/lists/linux-pwm-2026.mbox.gz")).stream()
                .map(Raw::bytes)
                .toList();
    }

    private static String listIdOf(String list) throws IOException {
        return Json.read(SharedData.file("data/lists/" + list + ".expected.json.gz"))
                .text("list_id");
    }

    private static List<Raw> rawMails(Path file) throws IOException {
        var mails = new ArrayList<Raw>();
        try (var source = MailSource.open(file)) {
            for (var next = source.next(); next != null; next = source.next()) {
                switch (next) {
                    case Raw raw -> mails.add(raw);
                    case Arrival.Refused refused -> throw new IOException(refused.reason());
                }
            }
        }
        return mails;
    }

    private void expectAllTaken(Path source, List<byte[]> mails) throws IOException {
        try (var store = open();
                var intake = intake(store, someList())) {
            take(intake, someList(), source);

            expectThere(store, mails);
        }
    }

    private static void take(Intake intake, String listId, Path file) throws IOException {
        try (var source = MailSource.open(file)) {
            var unused =
                    new BulkIntake(intake.filing().under(listId), new Unwatched()).take(source);
        }
    }

    private record Unwatched() implements IntakeWatcher {

        @Override
        public void advanced(int mails, long bytesRead) {}

        @Override
        public void refused(String origin, String reason) {}
    }

    /** Every mail that is filed is one of these, and of one with its id. */
    private static void expectThere(Store store, List<byte[]> mails) {
        var missing = new ArrayList<String>();
        int found = 0;
        for (var mail : mails) {
            var id = new Raw("", mail, Form.ARCHIVED).read().id().map(MessageId::stored);
            var kept = kept(store, id.orElse("<>"));
            found += kept.isEmpty() ? 0 : 1;
            if (!kept.isEmpty() && kept.stream().noneMatch(bytes -> Arrays.equals(bytes, mail))) {
                // A second mail of an id is a duplicate, whatever is in it.
                missing.add(id.orElse(""));
            }
        }
        assertThat(missing).hasSizeLessThanOrEqualTo(mails.size() - distinctIds(mails));
        assertThat(found).isGreaterThan(mails.size() / 2);
    }

    private static int distinctIds(List<byte[]> mails) {
        var ids = new HashSet<String>();
        for (var mail : mails) {
            ids.add(
                    new Raw("", mail, Form.ARCHIVED)
                            .read()
                            .id()
                            .map(MessageId::stored)
                            .orElse("none"));
        }
        return ids.size();
    }

    private static List<byte[]> kept(Store store, String msgid) {
        return store.read(reading -> {
            var keys =
                    reading.archive().withMessageId(msgid).stream().map(ArchivedMail::key).toList();
            return List.copyOf(reading.archive().raw(keys).values());
        });
    }

    /** As public-inbox lays them down: a commit a mail, which is the file m. */
    private static void importInto(Path epoch, List<byte[]> mails)
            throws IOException, InterruptedException {
        Files.createDirectories(epoch);
        run(epoch, new byte[0], "git", "init", "--quiet", "--bare", "--initial-branch=master", ".");
        var stream = new ByteArrayOutputStream();
        for (int at = 0; at < mails.size(); at++) {
            stream.writeBytes(
                    """
                    commit refs/heads/master
                    committer A <a@example.org> %d +0000
                    data 0
                    M 644 inline m
                    data %d
                    """
                            .formatted(1_700_000_000 + at, mails.get(at).length)
                            .getBytes(US_ASCII));
            stream.writeBytes(mails.get(at));
            stream.write('\n');
        }
        run(epoch, stream.toByteArray(), "git", "fast-import", "--quiet");
    }

    private static void run(Path folder, byte[] input, String... command)
            throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        try (var out = process.getOutputStream()) {
            out.write(input);
        }
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }

    private DatabaseStore open() {
        return DatabaseStore.sqlite(
                folder.resolve("patchbay.db"), Durability.CHECKPOINTS, InstantSource.system());
    }

    private static Intake intake(Store store, String listId) {
        store.write(writing ->
                writing.setup().addProject(new NewProject("list", "List", listId, "", "")));
        return new Intake(store, InstantSource.system(), Intake.USUAL_KEEPING);
    }
}
