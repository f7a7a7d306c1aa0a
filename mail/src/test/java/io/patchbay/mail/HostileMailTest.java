package io.patchbay.mail;

import static io.patchbay.mail.Samples.SMALL_DIFF;

import static org.assertj.core.api.Assertions.assertThatNoException;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.patchbay.mail.header.Mailbox;
import io.patchbay.mail.text.UnreadableMail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Mails made to keep a reader busy: each takes time in proportion to its size, or is refused. */
class HostileMailTest {

    private static final int LARGE = 300_000;

    private static final List<String> HEADER_PATTERNS =
            List.of(
                    "=?",
                    "=?a?q?",
                    "=?utf-8?q?a?=",
                    "=?utf-8?q?a?= ",
                    "=?utf-8?b?w6k=?==?iso-8859-1?q?=E9?=",
                    "(=?iso-2022-jp?b?GyRCRnxLXBsoQg==?=",
                    "=?x?q?a?= ",
                    "\u00ff",
                    "\u2026",
                    "<",
                    "<>",
                    "<a> ",
                    "(",
                    "()",
                    " at ",
                    "\"",
                    "[",
                    "[a]",
                    "[PATCH 1 of 2 ",
                    "1",
                    "1/",
                    "(v",
                    ";",
                    "a=b;",
                    "a*0=b;",
                    ",",
                    "a@b,",
                    "\t",
                    " \t",
                    "\u000b",
                    "a\u000bb: ",
                    "x ",
                    "x;");

    @ParameterizedTest
    @FieldSource("HEADER_PATTERNS")
    @Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPatternRepeatedInEveryHeaderIsReadInTime(String pattern) {
        var value = pattern.repeat(LARGE / 5 / pattern.length());
        var mail = new StringBuilder();
        for (var name :
                new String[] {
                    "Subject",
                    "From",
                    "To",
                    "Date",
                    "Message-Id",
                    "References",
                    "Reply-To",
                    "Content-Type",
                    "Content-Transfer-Encoding"
                }) {
            mail.append(name).append(": ").append(value).append('\n');
        }

        readAll(mail + "\nsaid\n");
    }

    /** What a subject has in front of its title is looked at by rules of its own. */
    @ParameterizedTest
    @FieldSource("HEADER_PATTERNS")
    @Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPatternRepeatedInFrontOfATitleIsReadInTime(String pattern) {
        for (var form : List.of("[%s] x: y", "%s", "[PATCH %s] y", "***%s*** y", "\u2026 %s: y")) {
            var subject = form.formatted(pattern.repeat(20_000 / pattern.length()));
            SeriesMarks.asWritten(subject, Subject.of(subject, "x"), Optional.empty());
            AnswerSigns.title(subject);
            readAll("Subject: " + subject + "\nReferences: <1@example.com>\n\n" + SMALL_DIFF);
        }
    }

    private static final List<String> BODY_PATTERNS =
            List.of(
                    "a\r",
                    "\n",
                    "\r",
                    "--b\n",
                    "--b\n\n",
                    "--",
                    "--b\nContent-Type: multipart/mixed; boundary=b\n\n",
                    "--b\nContent-Type: message/delivery-status\n\n",
                    "--- a\n+++ b\n",
                    "--- a\n+++ b\n@@ -1 +1 @@\n",
                    "diff \n",
                    "@@ -1 +1 @@\n",
                    "-- \n",
                    "_",
                    "\n_\n",
                    "\n_\n\n\n\n\n\n\n\n",
                    "\n_\na: ",
                    "begin 644 a\n",
                    "=",
                    "The following changes since commit\n",
                    "The following changes since commit\nare available in the git repository at:\n",
                    "are available in the git repository at:\n a://b\n",
                    " ",
                    "\\ ",
                    "a");

    @ParameterizedTest
    @FieldSource("BODY_PATTERNS")
    @Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPatternRepeatedInTheBodyIsReadInTime(String pattern) {
        var body =
                "The following changes since commit\nare available in the git repository at:\n\na://b"
                        + pattern.repeat(LARGE / pattern.length());
        for (var type :
                new String[] {
                    "text/plain",
                    "multipart/digest; boundary=b",
                    "message/delivery-status",
                    "message/rfc822",
                    "text/plain\nContent-Transfer-Encoding: uue",
                    "text/plain\nContent-Transfer-Encoding: base64",
                    "text/plain\nContent-Transfer-Encoding: quoted-printable"
                }) {
            readAll("Subject: x\nContent-Type: " + type + "\n\n" + body);
        }
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void messagesInMessagesAreRefusedBeforeTheStackIsFull() {
        readAll("Content-Type: message/rfc822\n\n".repeat(LARGE / 30));
    }

    /** Read in each way and asked for everything; only {@link UnreadableMail} may be thrown. */
    static void readAll(String mail) {
        assertThatNoException()
                .isThrownBy(() -> {
                    askAll(mail.getBytes(ISO_8859_1), false);
                    askAll(mail.getBytes(ISO_8859_1), true);
                });
    }

    private static void askAll(byte[] raw, boolean archived) {
        try {
            var mail = archived ? Mail.readArchived(raw) : Mail.read(raw);
            var body = mail.prepared().body();
            mail.id();
            mail.date();
            mail.author(mail.cleaned("From").map(Mailbox::of).map(Mailbox::address).orElse(""));
            mail.subject("patchbay")
                    .ifPresent(subject -> {
                        subject.marker();
                        subject.version();
                        Subject.prefixesOf(subject.storedName());
                    });
            PullRequest.urlIn(body.content());
            StoredHeaders.parse(mail.storedHeaders()).forEach(StoredHeaders::fold);
            if (body.diff() != null) {
                body.diff().fileNames();
            }
        } catch (UnreadableMail refused) {
            // a refusal is an answer
        }
    }
}
