package io.patchbay.mail;

import static io.patchbay.mail.Samples.SMALL_DIFF;
import static io.patchbay.mail.Samples.mail;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.diff.Diff;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Base64;

/** Patches that are attached to a mail instead of being one. */
class AttachedPatchTest {

    private static final String MIXED =
            """
            Subject: [PATCH] tide: start low
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="cut"

            """;

    private static final String ENVELOPE =
            "From 25383812d82a9c884067b291aab72856292c02f9 Mon Sep 17 00:00:00 2001\n";

    private static final String FIELDS =
            """
            From: =?UTF-8?q?Ann=20L=C3=A9e?= <ann@example.com>
            Date: Thu, 1 Oct 2026 10:00:00 +0000
            Subject: [PATCH] tide: start low, as tides that have ebbed do when they come
             back
            MIME-Version: 1.0
            Content-Type: text/plain; charset=UTF-8
            """;

    private static final String READ =
            """
            From: Ann Lée <ann@example.com>
            Date: Thu, 1 Oct 2026 10:00:00 +0000
            Subject: [PATCH] tide: start low, as tides that have ebbed do when they come back

            """;

    private static final String MESSAGE =
            """
            It was never set.

            Signed-off-by: Ann Lée <ann@example.com>
            """;

    private static final String STAT = "---\n tide.c | 2 +-\n";

    private static final String PRINTED =
            ENVELOPE + FIELDS + "\n" + MESSAGE + STAT + "\n" + SMALL_DIFF + "-- \n2.47.1\n\n";

    private static final String OTHER_DIFF = SMALL_DIFF.replace("tide.c", "ebb.c");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/x-patch",
                "TEXT/X-Diff; charset=utf-8",
                "text/plain; name=0001-tide.patch",
                "text/plain",
                "text/x-csrc; name=\"0001-tide.DIFF\"",
                "application/x-patch",
                "application/octet-stream; name=0001-tide.patch",
                "application/octet-stream; name*=utf-8''0001%2Dtide%2Epatch",
                "application/octet-stream",
                "application/mbox",
                "application/octet-stream\nContent-Disposition: attachment; filename=\"tide.patch\"",
            })
    void thePatchIsTheAttachedOne(String type) {
        var body =
                mail(MIXED + part("text/plain", "Please apply.\n-- \nAnn\n") + part(type, PRINTED))
                        .body();

        assertThat(body)
                .isEqualTo(
                        new Body(READ + MESSAGE + STAT + "\nPlease apply.", new Diff(SMALL_DIFF)));
    }

    @Test
    void itMayBeTheWholeMail() {
        var body =
                mail("Subject: [PATCH] tide\nContent-Type: application/x-patch\n"
                                + "Content-Transfer-Encoding: base64\n\n"
                                + base64(PRINTED))
                        .body();

        assertThat(body).isEqualTo(new Body(READ + MESSAGE + STAT.strip(), new Diff(SMALL_DIFF)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/x-patch", "application/octet-stream"})
    void aDiffAloneLeavesTheMessageToTheMail(String type) {
        var body = mail(MIXED + part("text/plain", "Set it.\n") + part(type, SMALL_DIFF)).body();

        assertThat(body).isEqualTo(new Body("Set it.", new Diff(SMALL_DIFF)));
    }

    @Test
    void whatStandsAroundADiffWithoutFieldsIsSaid() {
        var attached = "It was never set.\n\n" + SMALL_DIFF + "-- \n2.47.1\n";

        var body =
                mail(MIXED + part("text/plain", "Set it.\n") + part("text/x-diff", attached))
                        .body();

        assertThat(body).isEqualTo(new Body("Set it.\nIt was never set.", new Diff(SMALL_DIFF)));
    }

    @Test
    void twoPatchesAreBothFiled() {
        var second =
                "From: Bo Pier <bo@example.com>\nSubject: [PATCH 2/2] ebb: start low\n\n"
                        + "As well.\n---\n ebb.c | 2 +-\n\n"
                        + OTHER_DIFF
                        + "-- \n2.47.1\n";

        var body =
                mail(MIXED
                                + part("text/plain", "Two.\n")
                                + part("text/x-patch", PRINTED)
                                + part("text/x-patch", second))
                        .body();

        assertThat(body)
                .isEqualTo(
                        new Body(
                                READ
                                        + MESSAGE
                                        + "\nebb: start low\n\nAs well.\n"
                                        + STAT
                                        + " ebb.c | 2 +-\n\nTwo.",
                                new Diff(SMALL_DIFF + OTHER_DIFF)));
    }

    @Test
    void theSameDiffInTheTextAndAttachedIsOne() {
        var body =
                mail(MIXED
                                + part("text/plain", "Set it.\n\n" + SMALL_DIFF)
                                + part("text/x-patch", SMALL_DIFF)
                                + part("text/x-patch", OTHER_DIFF))
                        .body();

        assertThat(body).isEqualTo(new Body("Set it.", new Diff(SMALL_DIFF + OTHER_DIFF)));
    }

    @Test
    void otherAttachmentsAreNotRead() {
        var body =
                mail(MIXED
                                + part("text/plain", "Look.\n")
                                + part("application/octet-stream; name=a.bin", "diff\n")
                                + part("application/pdf", "%PDF\n" + SMALL_DIFF))
                        .body();

        assertThat(body).isEqualTo(new Body("Look.", null));
    }

    @Test
    void aReplyLeavesThemAlone() {
        var body =
                mail(MIXED.replace("[PATCH]", "Re: [PATCH]")
                                + part("text/plain", "Like this.\n")
                                + part("application/octet-stream; name=a.patch", PRINTED))
                        .body();

        assertThat(body).isEqualTo(new Body("Like this.", null));
    }

    /** A text is readable for everybody; what is not text is base64. */
    private static String part(String type, String content) {
        boolean text = type.regionMatches(true, 0, "text/", 0, 5);
        return "--cut\nContent-Type: %s\nContent-Transfer-Encoding: %s\n\n%s\n"
                .formatted(type, text ? "8bit" : "base64", text ? content : base64(content));
    }

    private static String base64(String content) {
        return Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(content.getBytes(UTF_8));
    }
}
