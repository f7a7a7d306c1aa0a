package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.Mail;
import io.patchbay.server.Address;
import io.patchbay.server.Config;
import io.patchbay.server.Server;
import io.patchbay.server.Storage;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.Setup.NewProject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.zip.GZIPInputStream;

/**
 * Mails that were signed with ed25519 and OpenPGP keys (patatt) and by DKIM verify when they are
 * read back, and b4 calls them attested.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SignaturesTest {

    private static final String PYTHON = "/usr/bin/python3";
    private static final Path SCRIPT =
            Path.of("src/test/resources/signed.py").toAbsolutePath().normalize();
    private static final int MAILS = 40;

    private Server server;
    private ClientHome home;
    private Path folder;

    @BeforeAll
    void fileSignedMails(@TempDir Path temporary) throws Exception {
        // The agent of GnuPG has its socket there, whose name may not be long.
        folder = Files.createTempDirectory("signed");
        home = new ClientHome(temporary.resolve("home"));
        assumeTrue(
                ClientHome.program("b4") != null && ClientHome.program("gpg") != null,
                "SKIPPED: b4 or gpg is not installed ('apt install b4 gpg')");
        home.run(PYTHON, SCRIPT.toString(), "make", folder.toString());
        var config =
                Config.of(
                        new Storage.InFolder(temporary.resolve("data")),
                        new Address("127.0.0.1", 0));
        server = new Server(config, InstantSource.system());
        server.store()
                .write(writing ->
                        writing.setup()
                                .addProject(
                                        new NewProject(
                                                "quay", "Quay", "quay.lists.example.com", "", "")));
        var filing = new Filing(server.store(), InstantSource.system());
        for (int number = 0; number < MAILS; number++) {
            var mail = Files.readAllBytes(folder.resolve("mails/" + number + ".eml"));
            // Every other one as LMTP brings it.
            filing.file(
                    number % 2 == 0
                            ? Mail.readArchived(mail)
                            : Mail.read(LmtpSender.onTheWay(mail)));
        }
    }

    @AfterAll
    void close() throws Exception {
        if (server != null) {
            server.close();
        }
        if (Files.exists(folder.resolve("gpg"))) {
            home.run("gpgconf", "--homedir", folder.resolve("gpg").toString(), "--kill", "all");
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Test
    void allVerifyFromRawAndFromThreads() throws Exception {
        var mboxes = Files.createDirectory(folder.resolve("mboxes"));
        for (int number = 0; number < MAILS; number++) {
            Files.write(mboxes.resolve("raw-" + number), get(number, "raw"));
            var packed = new ByteArrayInputStream(get(number, "t.mbox.gz"));
            try (var unpacked = new GZIPInputStream(packed)) {
                Files.write(mboxes.resolve("thread-" + number), unpacked.readAllBytes());
            }
        }

        var verdicts = home.run(PYTHON, SCRIPT.toString(), "verify", folder.toString());

        assertThat(verdicts.lines()).hasSize(2 * MAILS).allMatch(line -> line.endsWith(" OK"));
    }

    @Test
    void aMailThatWasChangedDoesNot() throws Exception {
        var mail = new String(get(0, "raw"), UTF_8);
        var other = Files.createDirectory(folder.resolve("changed"));
        Files.createDirectory(other.resolve("mboxes"));
        for (var name : new String[] {"keyring", "gpg", "dkim.public"}) {
            Files.createSymbolicLink(other.resolve(name), folder.resolve(name));
        }
        Files.writeString(other.resolve("mboxes/0"), mail.replace("+stone", "+Stone"));

        var verdicts = home.run(PYTHON, SCRIPT.toString(), "verify", other.toString());

        assertThat(verdicts).doesNotContain("0 OK");
    }

    @Test
    void b4CallsThemAttested() throws Exception {
        home.set("GNUPGHOME", folder.resolve("gpg").toString());
        home.run("git", "config", "b4.midmask", server.url() + "/all/%s");
        home.run("git", "config", "b4.attestation-check-dkim", "no");
        home.run("git", "config", "b4.keyringsrc", folder.resolve("keyring").toString());

        for (int number = 0; number < 6; number++) {
            var key = new String[] {"ed25519", "openpgp", ""}[number % 3];
            if (!key.isEmpty()) {
                assertThat(am(number)).contains("Signed: " + key + "/ann@example.org");
            }
        }
    }

    private String am(int number) throws IOException, InterruptedException {
        return home.run("b4", "am", "-C", "-o", "-", "signed-" + number + "@example.org");
    }

    private byte[] get(int number, String what) throws IOException {
        var address = server.url() + "/signed-" + number + "@example.org/" + what;
        try (InputStream in = URI.create(address).toURL().openStream()) {
            return in.readAllBytes();
        }
    }
}
