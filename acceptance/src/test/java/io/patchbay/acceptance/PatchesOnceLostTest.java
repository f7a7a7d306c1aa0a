package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.Mail;
import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.filing.Filed;
import io.patchbay.tracker.mbox.Mbox;
import io.patchbay.tracker.model.Patch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;

/**
 * Mails with patches that Patchwork loses or garbles: each is filed, under the name of who sent it,
 * and git applies what is given back (docs/compatibility.md).
 */
class PatchesOnceLostTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private static final String DIFF =
            """
            diff --git a/berth.txt b/berth.txt
            new file mode 100644
            index 0000000..f2ad6c7
            --- /dev/null
            +++ b/berth.txt
            @@ -0,0 +1 @@
            +open
            """;

    private static final String BODY = "Open it.\n---\n" + DIFF + "-- \n2.39.5\n";

    /** Of {@code openssl cms -sign -nodetach}. */
    private static final String SIGNED =
            """
            MIICNQYJKoZIhvcNAQcCoIICJjCCAiICAQExDTALBglghkgBZQMEAgEwggEBBgkqhkiG9w0BBwGg
            gfMEgfBDb250ZW50LVR5cGU6IHRleHQvcGxhaW47IGNoYXJzZXQ9dXRmLTgNCg0KVGhlIHNldmVu
            dGggYmVydGggc2lsdHMgdXAg4oCTIGRyZWRnZSBpdC4NCi0tLQ0KZGlmZiAtLWdpdCBhL2JlcnRo
            LnR4dCBiL2JlcnRoLnR4dA0KbmV3IGZpbGUgbW9kZSAxMDA2NDQNCmluZGV4IDAwMDAwMDAuLmYy
            YWQ2YzcNCi0tLSAvZGV2L251bGwNCisrKyBiL2JlcnRoLnR4dA0KQEAgLTAsMCArMSBAQA0KK29w
            ZW4NCi0tIA0KMi4zOS41DQoxggEHMIIBAwIBATAyMBoxGDAWBgNVBAMMD2Fubi5leGFtcGxlLmNv
            bQIURmpMwr1F5uTbIkef7hcA31/jN58wCwYJYIZIAWUDBAIBoGkwGAYJKoZIhvcNAQkDMQsGCSqG
            SIb3DQEHATAcBgkqhkiG9w0BCQUxDxcNMjYxMTMwMTcxNDUzWjAvBgkqhkiG9w0BCQQxIgQg7C72
            QTaPKwSV6GR6UMdm3bdFDE/JWJvSKrLXonee5JQwCgYIKoZIzj0EAwIERjBEAiBR1DJKLd9GBJqH
            D1JM0GcemqdCCeglrAAbhPKKoU62cQIgaMQXnSYA1lIMDdDloro16udhK/NXpGl/LyIJSP4X4MQ=
            """;

    @TempDir Path folder;

    private DatabaseStore store;
    private Instance instance;

    @BeforeEach
    void open() {
        store =
                DatabaseStore.sqlite(
                        folder.resolve("store.db"),
                        Durability.CHECKPOINTS,
                        InstantSource.fixed(NOW));
        instance = new Instance(store, InstantSource.fixed(NOW));
        instance.addProject("dock", "dock.lists.example.com", "dock@lists.example.com");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource({
        "=?gb2312?B?6Ua6ow==?=, 镕海",
        "=?ks_c_5601-1987?B?m+q2yw==?=, 쏄똥",
        "=?iso-8859-1*de?q?J=F6rg?=, Jörg",
        "J\u00f6rg, Jörg",
    })
    void aNameIsReadInTheCharsetThatItIsIn(String written, String name)
            throws IOException, InterruptedException {
        var patch =
                filedPatch(
                        mail("From: %s <j@example.com>\nSubject: [PATCH] x\n".formatted(written)));

        assertThat(patch.submitter().name()).isEqualTo(name);
        assertThat(applied(patch)).startsWith(name + " <j@example.com>\n");
    }

    @Test
    void aTextIsReadInTheCharsetThatItIsIn() {
        var patch =
                filedPatch(
                        mail("From: a@example.com\nSubject: [PATCH] x\n"
                                        + "Content-Type: text/plain; charset=gb2312\n")
                                .replace("Open it.", "\u00e9\u0046\u00ba\u00a3"));

        assertThat(store.read(reading -> reading.patches().text(patch.id())).content())
                .startsWith("镕海\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Ann <ann@b\u00fccher.example>|Ann|ann@bücher.example",
                "Ann <\"ann quay\"@example.com>|Ann|\"ann quay\"@example.com",
                "Ann <<ann@example.com>>|Ann|ann@example.com",
                "Ann <mailto:ann@example.com>|Ann|ann@example.com",
                "Ann <ann@example.com.>|Ann|ann@example.com",
                "Ann <a..b@example.com>|Ann|a..b@example.com",
                "Ann <ann@my_host.example.com>|Ann|ann@my_host.example.com",
                "Ann <ann@[192.0.2.7]>|Ann|ann@[192.0.2.7]",
                "Ann (was <x@example.com>) <ann@example.com>|Ann (was <x@example.com>)|ann@example.com",
                "Dock: Ann <ann@example.com>;|Ann|ann@example.com",
            })
    void anAddressIsALabel(String from, String name, String address) {
        var submitter = filedPatch(mail("From: " + from + "\nSubject: [PATCH] x\n")).submitter();

        assertThat(submitter.name()).isEqualTo(name);
        assertThat(submitter.email()).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "List-Id: Dock <DOCK.Lists.Example.com>",
                "List-Id: dock.lists.example.com (Dock list)",
                "List-Id: < dock.lists.example.com >",
                "X-Mailing-List: dock@lists.example.com",
                "List-Post: <mailto:dock@lists.example.com>",
            })
    void theListIsKnownByWhateverNamesIt(String header) {
        var mail =
                mail("From: a@example.com\nSubject: [PATCH] x\n")
                        .replace("List-Id: <dock.lists.example.com>", header);

        assertThat(filedPatch(mail).name()).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-01 10:00:00 +0200, 2026-10-01T08:00:00Z",
        "'Thu, 1 Oct 126 10:00:00 +0000', 2026-10-01T10:00:00Z",
        "'Fri, 1 Jan 2100 00:00:00 +0000', 2026-11-01T12:00:00Z",
    })
    void aDateIsUnderstoodAndNotOfTheFuture(String written, Instant date) {
        var mail =
                mail("From: a@example.com\nSubject: [PATCH] x\n")
                        .replaceFirst("Date: .*", "Date: " + written);

        assertThat(filedPatch(mail).date()).isEqualTo(date);
    }

    @Test
    void aMailNeedsNeitherSubjectNorMessageIdNorAddress() throws IOException, InterruptedException {
        var mail =
                mail("From: Ann <>\nSender: ann@example.com\n")
                        .replace("Message-Id: <1@example.com>", "Message-Id:")
                        .replace(
                                "Open it.",
                                "From %s Mon Sep 17 00:00:00 2001\nSubject: [PATCH] berth: open\n\nNow."
                                        .formatted("0".repeat(40)));

        var patch = filedPatch(mail);

        assertThat(patch.name()).isEqualTo("berth: open");
        assertThat(patch.submitter().name()).isEqualTo("Ann");
        assertThat(patch.submitter().email()).isEqualTo("ann@example.com");
        assertThat(patch.msgid()).endsWith("@no-message-id.invalid>");
        assertThat(instance.filing.file(Mail.read(mail.getBytes(ISO_8859_1))))
                .isInstanceOf(Filed.Duplicate.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/markdown; charset=utf-8\n",
                "Content-Transfer-Encoding: 8bit\nContent-Transfer-Encoding: 7bit\n",
                "Content-Type: text/plain; format=flowed\n",
            })
    void aBodyIsReadAsWhatItIs(String headers) throws IOException, InterruptedException {
        var patch = filedPatch(mail("From: Ann <a@example.com>\nSubject: [PATCH] x\n" + headers));

        assertThat(applied(patch)).isEqualTo("Ann <a@example.com>\nx\n\nOpen it.\n\n");
    }

    @Test
    void base64WithAFooterOfTheListIsRead() throws IOException, InterruptedException {
        var headers =
                "From: Ann <a@example.com>\nSubject: [PATCH] x\nContent-Transfer-Encoding: base64\n";
        var encoded = Base64.getMimeEncoder().encodeToString(BODY.getBytes(UTF_8));

        var patch =
                filedPatch(
                        mail(headers).replace(BODY, encoded)
                                + "\n______________\nDock mailing list\n");

        assertThat(applied(patch)).isEqualTo("Ann <a@example.com>\nx\n\nOpen it.\n\n");
    }

    @Test
    void aSignedTextIsReadWithoutItsArmour() throws IOException, InterruptedException {
        var signed =
                "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n%s\n"
                                .formatted(BODY)
                                .replaceAll("(?m)^-(?!----)", "- -")
                        + "-----BEGIN PGP SIGNATURE-----\n\nabcd\n-----END PGP SIGNATURE-----\n";

        var patch =
                filedPatch(
                        mail("From: Ann <a@example.com>\nSubject: [PATCH] x\n")
                                .replace(BODY, signed));

        assertThat(applied(patch)).isEqualTo("Ann <a@example.com>\nx\n\nOpen it.\n\n");
    }

    @Test
    void anOpaqueSignedMailIsTheMailInIt() throws IOException, InterruptedException {
        var headers =
                """
                From: Ann <a@example.com>
                Subject: [PATCH] x
                Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m
                Content-Transfer-Encoding: base64
                """;

        var patch = filedPatch(mail(headers).replace(BODY, SIGNED));

        assertThat(applied(patch))
                .isEqualTo("Ann <a@example.com>\nx\n\nThe seventh berth silts up – dredge it.\n\n");
    }

    @Test
    void aHeaderThatAListServerBrokeInTwoIsOne() throws IOException, InterruptedException {
        var cc = "Cc: Bo <bo@example.com>, " + "x".repeat(998 - 25);
        var rest = "@example.com>,\nSender: dock@lists.example.com\nMIME-Version: 1.0\n";

        var patch =
                filedPatch(
                        mail(
                                "From: Ann <a@example.com>\nSubject: [PATCH] x\n"
                                        + cc
                                        + "\n\n"
                                        + rest));

        assertThat(applied(patch)).isEqualTo("Ann <a@example.com>\nx\n\nOpen it.\n\n");
    }

    private static String mail(String headers) {
        return """
        Message-Id: <1@example.com>
        List-Id: <dock.lists.example.com>
        Date: Thu, 1 Oct 2026 10:00:00 +0000
        """
                + headers
                + "\n"
                + BODY;
    }

    /** A character of the mail is a byte. */
    private Patch filedPatch(String mail) {
        var filed = instance.filing.file(Mail.read(mail.getBytes(ISO_8859_1)));

        assertThat(filed).isInstanceOf(Filed.AsPatch.class);
        long id = ((Filed.AsPatch) filed).patch().head().id();
        return store.read(reading -> reading.patches().withId(id).orElseThrow());
    }

    /** Author and log of the commit that git makes of the mbox that is given back. */
    private String applied(Patch patch) throws IOException, InterruptedException {
        GitRepository.assumeInstalled();
        var repository = new GitRepository(folder.resolve("repository"));
        var mbox =
                store.read(reading ->
                        new Mbox()
                                .add(patch, reading.patches().text(patch.id()), List.of())
                                .bytes());
        repository.am(mbox);
        assertThat(repository.git("show", "HEAD:berth.txt")).isEqualTo("open\n");
        return repository.git("log", "--format=%an <%ae>%n%B");
    }
}
