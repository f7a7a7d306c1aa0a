package io.patchbay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies that do not say "Re:" and mails with patches that hand in none (mail-ingest §22). */
final class AnswerSignsTest {

    private static final String DIFF =
            """
            diff --git a/quay.c b/quay.c
            --- a/quay.c
            +++ b/quay.c
            @@ -1 +1 @@
            -int before;
            +int after;
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AW: ",
                "WG: ",
                "SV: ",
                "VS: ",
                "Vs: ",
                "Antw: ",
                "Antwort: ",
                "TR: ",
                "RES: ",
                "R: ",
                "Odp: ",
                "Ан: ",
                "На: ",
                "Отв: ",
                "答复: ",
                "答复：",
                "回复：",
                "回复: ",
                "回覆: ",
                "YNT: ",
                "BLS: ",
                "RIF: ",
                "VL: ",
                "Atb: ",
                "Svar: ",
                "Réf: ",
                "Réf : ",
                "RÉF: ",
                "RE：",
                "Re：",
                "Re[2]: ",
                "Re^2: ",
                "Re-2: ",
                "Re(3): ",
                "Aw[4]: ",
                "Xx[2]: ",
                "RE：RE: ",
                "回复:Re:  ",
                "[EXT] Re: ",
                "[dock] Re: ",
                "[dock] AW: ",
                "EXTERNAL: Re: ",
                "EXT: AW: ",
                "[EXT] [dock] SV: ",
                "***SPAM*** Re: ",
                "AW: [EXT] ",
                "Re[2]: AW: ",
                "{SPAM?} Re: "
            })
    void wordsOfAnswersInManyLanguages(String word) {
        assertThat(AnswerMark.isIn(word + "[PATCH v2 1/3] quay: paint")).isTrue();
        assertThat(AnswerMark.answered(word + "[PATCH v2 1/3] quay: paint"))
                .isEqualTo("[PATCH v2 1/3] quay: paint");
        assertThat(AnswerSigns.title(word + "[PATCH v2 1/3] quay: paint")).isEqualTo("quay: paint");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[PATCH] res: fix",
                "[PATCH 1/3] r: bindings",
                "[dock 1/3] r: bindings",
                "reset: fix",
                "refs: fix",
                "[RFC] sv: fix",
                "Reword: x",
                "research: x",
                "quay: res: fix",
                "net-2.6: fix",
                "ab12: fix",
                "tree: fix",
                "[PATCH v2] AW: x"
            })
    void subsystemsAreNoWordsOfAnswers(String subject) {
        assertThat(AnswerMark.isIn(subject)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----Original Message-----\nFrom: Fe\nText.\n",
                "-----Ursprüngliche Nachricht-----\nVon: Fe <fe@example.com>\nGesendet: Montag\n",
                "-----Message d'origine-----\nDe : Fe <fe@example.com>\nEnvoyé : lundi\n",
                "-----Messaggio originale-----\nDa: Fe\nInviato: oggi\n",
                "-----邮件原件-----\n发件人: Fe\n发送时间: 2026\n",
                "------------------ 原始邮件 ------------------\n发件人: \"Fe\"<fe@example.com>;\n",
                "Von: Fe <fe@example.com>\nGesendet: Montag, 5. Oktober\nAn: dock\nBetreff: x\n",
                "From: Fe <fe@example.com>\nSent: Monday, October 5\nTo: dock\nSubject: x\n",
                "From: Fe <fe@example.com>\nDate: Monday, October 5\nTo: dock\nSubject: x\n",
                "*From:* Fe\n*Sent:* Monday\n*To:* dock\n",
                "________________________________\nFrom: Fe <fe@example.com>\nSent: Monday\nTo: x\n",
                "差出人: Fe\n送信日時: 2026\n宛先: dock\n",
            })
    void headersOfAnsweredMails(String header) {
        var answer = mail("[PATCH] quay", "Looks good.\n\n" + header + "\nText.\n" + DIFF).answer();

        assertThat(answer).hasValueSatisfying(one -> assertThat(one.quotes()).isTrue());
        assertThat(answer.orElseThrow().body().content()).startsWith("Looks good.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "From: Fe <fe@example.com>\nDate: Mon, 5 Oct 2026\nSubject: [PATCH] quay\n",
                "-- >8 --\nFrom: Fe <fe@example.com>\nSubject: quay\n",
                "Hi,\n\n-- >8 --\nFrom: Fe <fe@example.com>\nDate: Mon\nSubject: quay\n",
                "---------- Forwarded message ----------\nFrom: Fe <fe@example.com>\nSubject: y\n",
                "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n",
                "Reported-by: Fe <fe@example.com>\nTo: be sure\n",
                "Take this\nFrom: the quay\nit goes.\n"
            })
    void whatIsNoAnsweredMail(String text) {
        assertThat(mail("[PATCH] quay", text + "\nText.\n" + DIFF).answer()).isEmpty();
    }

    @Test
    void whatStandsBelowAPatchDoesNotMakeItAnAnswer() {
        var text = "Here is v2.\n\n" + DIFF + "\n-----Original Message-----\nFrom: Fe\nSent: x\n";

        assertThat(mail("[PATCH] quay", text).answer()).isEmpty();
        assertThat(mail("AW: [PATCH] quay", text).answer())
                .hasValueSatisfying(one -> assertThat(one.quotes()).isFalse());
    }

    @Test
    void aMailThatRefersToNothingAnswersNothing() {
        var mail =
                Mail.read(
                        ("From: a@example.com\nMessage-Id: <m@x>\nSubject: AW: [PATCH] quay\n\n"
                                        + DIFF)
                                .getBytes(UTF_8));

        assertThat(mail.answer()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: dock Digest, Vol 3, Issue 8",
                "Subject: dock Nachrichtensammlung, Band 3, Eintrag 8",
                "Subject: Digest for dock@lists.example.com - 3 updates in 2 topics",
                "Subject: dock-digest Digest V1 #22",
                "Subject: x\nContent-Type: multipart/digest; boundary=e"
            })
    void digests(String header) {
        assertThat(noSubmission(header)).isEqualTo(NoSubmission.DIGEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: dock post from inn@example.com requires approval",
                "Subject: 3 dock moderator request(s) waiting",
                "Subject: Your message to dock awaits moderator approval",
                "Subject: x\nX-List-Administrivia: yes"
            })
    void moderation(String header) {
        assertThat(noSubmission(header)).isEqualTo(NoSubmission.MODERATION);
    }

    @Test
    void reportsAndRobots() {
        assertThat(noSubmission("Subject: x\nContent-Type: multipart/report; boundary=e"))
                .isEqualTo(NoSubmission.REPORT);
        assertThat(noSubmission("Subject: x\nAuto-Submitted: auto-generated"))
                .isEqualTo(NoSubmission.AUTOMATIC);
        assertThat(noSubmission("Subject: [PATCH] x\nAuto-Submitted: auto-replied (vacation)"))
                .isEqualTo(NoSubmission.AUTOMATIC);
        assertThat(noSubmission("Subject: x\nAuto-Submitted: no")).isNull();
        assertThat(noSubmission("Subject: [PATCH] digest v2")).isNull();
        assertThat(noSubmission("Subject: digest v2: for all")).isNull();
        assertThat(noSubmission("Subject: [PATCH] dock Digest, Vol 3, Issue 8")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[PATCH] quay", "Fwd: quay", "WG: quay", "[dock] inner", "inner"})
    void anEnclosedMailThatIsHandedIn(String subject) {
        assertThat(enclosing(subject).noSubmission()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Look at this", "quay", "Undeliverable"})
    void anEnclosedMailThatIsNot(String subject) {
        assertThat(enclosing(subject).noSubmission()).contains(NoSubmission.ENCLOSED);
    }

    private static @org.jspecify.annotations.Nullable NoSubmission noSubmission(String header) {
        var body =
                header.contains("boundary")
                        ? "--e\nContent-Type: text/plain\n\n%s--e--\n".formatted(DIFF)
                        : DIFF;
        if (header.contains("digest;")) {
            body = "--e\n\nSubject: [PATCH] x\n\n%s--e--\n".formatted(DIFF);
        }
        return Mail.read(
                        ("From: a@example.com\nMessage-Id: <m@x>\n" + header + "\n\n" + body)
                                .getBytes(UTF_8))
                .noSubmission()
                .orElse(null);
    }

    private static Mail enclosing(String subject) {
        return Mail.read(
                """
                From: a@example.com
                Message-Id: <m@x>
                Subject: %s
                Content-Type: multipart/mixed; boundary=e

                --e

                Some words.
                --e
                Content-Type: message/rfc822

                From: b@example.com
                Subject: inner

                %s--e--
                """
                        .formatted(subject, DIFF)
                        .getBytes(UTF_8));
    }

    private static Mail mail(String subject, String text) {
        return Mail.read(
                """
                From: a@example.com
                Message-Id: <m@x>
                In-Reply-To: <p@x>
                Content-Type: text/plain; charset=utf-8
                Subject: %s

                %s\
                """
                        .formatted(subject, text)
                        .getBytes(UTF_8));
    }
}
