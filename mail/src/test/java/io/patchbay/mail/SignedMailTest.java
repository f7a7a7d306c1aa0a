package io.patchbay.mail;

import static io.patchbay.mail.Samples.SMALL_DIFF;
import static io.patchbay.mail.Samples.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.mail.diff.Diff;
import io.patchbay.mail.text.SignedData;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Base64;
import java.util.Random;

/** Mails whose text is within its signature. */
class SignedMailTest {

    private static final String ARMOUR =
            """
            -----BEGIN PGP SIGNATURE-----

            iHUEARYKAB0WIQQexampleexampleexampleexampleexample
            =aBcD
            -----END PGP SIGNATURE-----
            """;

    private static final String NEW_FILE =
            """
            diff --git a/berth.txt b/berth.txt
            new file mode 100644
            index 0000000..f2ad6c7
            --- /dev/null
            +++ b/berth.txt
            @@ -0,0 +1 @@
            +open
            """;

    /** Of {@code openssl cms -sign -nodetach}. */
    private static final String DER =
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

    /** The same with {@code -stream}, which does not know lengths before it has written. */
    private static final String BER =
            """
            MIAGCSqGSIb3DQEHAqCAMIACAQExDTALBglghkgBZQMEAgEwgAYJKoZIhvcNAQcBoIAkgASB8ENv
            bnRlbnQtVHlwZTogdGV4dC9wbGFpbjsgY2hhcnNldD11dGYtOA0KDQpUaGUgc2V2ZW50aCBiZXJ0
            aCBzaWx0cyB1cCDigJMgZHJlZGdlIGl0Lg0KLS0tDQpkaWZmIC0tZ2l0IGEvYmVydGgudHh0IGIv
            YmVydGgudHh0DQpuZXcgZmlsZSBtb2RlIDEwMDY0NA0KaW5kZXggMDAwMDAwMC4uZjJhZDZjNw0K
            LS0tIC9kZXYvbnVsbA0KKysrIGIvYmVydGgudHh0DQpAQCAtMCwwICsxIEBADQorb3Blbg0KLS0g
            DQoyLjM5LjUNCgAAAAAAADGCAQcwggEDAgEBMDIwGjEYMBYGA1UEAwwPYW5uLmV4YW1wbGUuY29t
            AhRGakzCvUXm5NsiR5/uFwDfX+M3nzALBglghkgBZQMEAgGgaTAYBgkqhkiG9w0BCQMxCwYJKoZI
            hvcNAQcBMBwGCSqGSIb3DQEJBTEPFw0yNjExMzAxNzE0NTNaMC8GCSqGSIb3DQEJBDEiBCDsLvZB
            No8rBJXoZHpQx2bdt0UMT8lYm9Iqsteid57klDAKBggqhkjOPQQDAgRGMEQCIH3pxEkAw+ZkhYQj
            ThOlj+7awmI31PLHbJL3LrGQEvsGAiBVfC7mgc8VDtArIcXYpA7DYWVFHZYI1zRfGGmjSo/U3QAA
            AAAAAA==
            """;

    private static String clearsigned(String text) {
        return "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n"
                + text.replaceAll("(?m)^-", "- -")
                + "\n"
                + ARMOUR;
    }

    /** RFC 9580 §7. */
    @Test
    void aClearsignedPatchIsReadWithoutItsArmour() {
        var mail =
                mail(
                        "\n"
                                + clearsigned("Why.\n---\n" + SMALL_DIFF + "-- \n2.43")
                                + "\n_____\nlist\n");

        assertThat(mail.body()).isEqualTo(new Body("Why.\n---", new Diff(SMALL_DIFF)));
    }

    @Test
    void whatStandsAroundASignedTextStays() {
        var mail =
                mail(
                        "\nBefore.\n\n"
                                + clearsigned("Why.\n")
                                + "\nAfter.\n"
                                + clearsigned(SMALL_DIFF));

        assertThat(mail.body())
                .isEqualTo(new Body("Before.\n\nWhy.\n\n\nAfter.", new Diff(SMALL_DIFF)));
    }

    @Test
    void aSignedTextWithoutDiffStaysAsItCame() {
        var text = clearsigned("- a point\n");

        assertThat(mail("\n" + text).body().content()).isEqualTo(text.strip());
        assertThat(mail("Subject: Re: x\n\n" + text).body().content()).isEqualTo(text.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-----END PGP SIGNATURE-----", "-----BEGIN PGP SIGNATURE-----"})
    void armourThatIsNotWholeIsText(String missing) {
        var text = clearsigned(SMALL_DIFF).replace(missing, "");

        assertThat(mail("\n" + text).body().content()).contains("BEGIN PGP SIGNED MESSAGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/pkcs7-mime; smime-type=signed-data; name=smime.p7m",
                "application/x-pkcs7-mime",
                "application/octet-stream; name=smime.p7m",
                "multipart/mixed; boundary=cut",
            })
    void anOpaqueMessageIsTheMessageInIt(String type) {
        for (var cms : new String[] {DER, BER}) {
            var inner = "application/pkcs7-mime\nContent-Transfer-Encoding: base64\n\n" + cms;
            var mail =
                    type.startsWith("multipart")
                            ? "Content-Type: %s\n\n--cut\nContent-Type: %s\n--cut--\n"
                                    .formatted(type, inner)
                            : "Content-Type: " + inner.replaceFirst("application/pkcs7-mime", type);

            assertThat(mail(mail).body())
                    .isEqualTo(
                            new Body(
                                    "The seventh berth silts up – dredge it.\n---",
                                    new Diff(NEW_FILE)));
        }
    }

    @Test
    void anEncryptedMessageHoldsNoText() {
        var mail =
                "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n"
                        + "Content-Transfer-Encoding: base64\n\n"
                        + DER;

        assertThat(mail(mail).body().isEmpty()).isTrue();
    }

    @Test
    void damagedSignedDataHasNoContentOrSome() {
        var random = new Random(7);
        for (var cms : new String[] {DER, BER}) {
            var whole = Base64.getMimeDecoder().decode(cms);
            for (int length = 0; length < whole.length; length++) {
                var cut = SignedData.contentOf(Arrays.copyOf(whole, length));
                assertThat(cut == null || cut.length > 0).isTrue();
            }
            for (int round = 0; round < 20_000; round++) {
                var damaged = whole.clone();
                for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
                    damaged[random.nextInt(Math.min(90, whole.length))] = (byte) random.nextInt();
                }
                var content = SignedData.contentOf(damaged);
                assertThat(content == null || content.length <= whole.length).isTrue();
            }
        }
    }
}
