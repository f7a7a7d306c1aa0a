package io.patchbay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Mails damaged at random are read, or refused for a limit; nothing else ever happens. */
class MutatedMailTest {

    private static final int MUTATIONS = 1_500;

    private static final String[] SNIPPETS = {
        "\n",
        "\r",
        "\0",
        " ",
        "\t",
        ":",
        ";",
        "=",
        "=?utf-8?b?",
        "?=",
        "=?",
        "<",
        ">",
        "\"",
        "(",
        "--cut\n",
        "--cut--\n",
        "\n\n",
        "--- a\n",
        "+++ b\n",
        "@@ -1,9 +1,9 @@\n",
        "diff ",
        "\u0085",
        "\u00ff",
        "\u00c3\u00a9",
        "Content-Type: multipart/mixed; boundary=cut\n",
        "Content-Transfer-Encoding: base64\n",
        "charset=iso-2022-jp",
        "charset=utf-16",
        "[PATCH 1 of 2]"
    };

    private static final String MAIL =
            """
            From ann@example.org Tue Apr  7 09:32:49 2026
            Received: from mail.example.org (mail.example.org [192.0.2.1])
            \tby mx.example.org; Tue, 7 Apr 2026 09:32:49 +0200
            From: =?utf-8?q?Zo=C3=AB?= via Harbor <list@lists.example.org>
            Reply-To: "Lee, Ann" <ann@example.org>, =?utf-8?q?Zo=C3=AB?= <zoe@example.org>
            Date: Tue, 7 Apr 2026 09:32:49 +0200 (CEST)
            Subject: [PATCH v2 1/2] =?iso-2022-jp?b?GyRCRnxLXBsoQg==?= tide:
             =?gb2312?b?xOO6ww==?= and =?koi8-r?b?0NLJ18XU?=
            Message-Id: <a.1@example.org>
            In-Reply-To: <b@example.org>
            References: <c@example.org> <b@example.org>
            Content-Type: multipart/mixed; boundary="cut"

            preamble
            --cut
            Content-Type: text/plain; charset=us-ascii
            Content-Transfer-Encoding: quoted-printable

            The following changes since commit 0123456789:
            are available in the git repository at:

              git://host.example.org/x.git tags/v1

            said =C3=A9
            --cut
            Content-Type: message/rfc822

            Subject: inner
            Content-Type: text/x-patch; charset*0=utf; charset*1=-8
            Content-Transfer-Encoding: base64

            LS0tIGEveAorKysgYi94CkBAIC0xICsxIEBACi1hCitiCg==
            --cut

            """
                    + Samples.SMALL_DIFF
                    + "-- \nAnn\n--cut--\n";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void damageIsNeverMoreThanARefusal(long seed) {
        var random = new Random(seed);
        for (int count = 0; count < MUTATIONS; count++) {
            var mail = new StringBuilder(MAIL);
            for (int times = random.nextInt(1, 12); times > 0; times--) {
                mutate(mail, random);
            }
            long start = System.nanoTime();
            HostileMailTest.readAll(mail.toString());
            assertThat(System.nanoTime() - start)
                    .as("seed %d, mutation %d", seed, count)
                    .isLessThan(TimeUnit.SECONDS.toNanos(1));
        }
    }

    private static void mutate(StringBuilder mail, Random random) {
        int place = random.nextInt(mail.length() + 1);
        int length = random.nextInt(Math.min(40, mail.length() - place + 1));
        switch (random.nextInt(5)) {
            case 0 -> mail.delete(place, place + length);
            case 1 ->
                    mail.insert(
                            random.nextInt(mail.length() + 1),
                            mail.substring(place, place + length));
            case 2 -> mail.insert(place, (char) random.nextInt(0x100));
            case 3 -> mail.insert(place, SNIPPETS[random.nextInt(SNIPPETS.length)]);
            default -> mail.setLength(Math.max(100, place));
        }
    }
}
