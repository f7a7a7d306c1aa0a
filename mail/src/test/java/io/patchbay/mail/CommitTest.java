package io.patchbay.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code git am} makes of a mail, and what we say that it makes. */
class CommitTest {

    private static final String FROM = "A U Thor <author@example.com>";
    private static final String DIFF =
            """
            diff --git a/x b/x
            --- a/x
            +++ b/x
            @@ -1 +1 @@
            -a
            +b
            """;

    @TempDir private Path folder;

    @Test
    void itHasTheTitleWithoutPrefixesAndWhatStandsAboveTheDashes() {
        var commit =
                Commit.of(
                        FROM,
                        "[PATCH v2 1/3] harbor: measure the tide",
                        "It was guessed.\n\n\nSigned-off-by: A U Thor <author@example.com>\n---\nv2: x");

        assertThat(commit.author()).isEqualTo(FROM);
        assertThat(commit.message())
                .isEqualTo(
                        """
                        harbor: measure the tide

                        It was guessed.

                        Signed-off-by: A U Thor <author@example.com>\
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: [PATCH] x\n\nWhy.\n---\n x | 1 +\n\n",
                "Subject: [PATCH][next] x  y\n\n---\n",
                "Subject: Re: [PATCH] x\n\nWhy.  \n\n\n\nSo.\t\n\n---   \n\n",
                "Subject: [PATCH] [foo] bar: [baz] x\n\nWhy.\n---\n",
                "Subject: x\n\nFrom: B <b@example.com>\nSubject: [PATCH] y\n\nWhy.\n---\n",
                "Subject: x\n\nFrom: B <b@example.com>\nWhy.\n---\n",
                "Subject: x\n\nSubject: a long title\n that goes on\n\nWhy.\n---\n",
                "Subject: x\n\nDate: Thu, 1 Jan 2026 00:00:00 +0000\nFrom: B <b@example.com>\n\nWhy.\n---\n",
                "Subject: x\n\nWhy.\n\nFrom: B <b@example.com>\n---\n",
                "Subject: x\n\nHello,\n\n-- >8 --\nSubject: y\n\nWhy.\n---\n",
                "Subject: x\n\nHello,\n\n------ 8< ------ cut here ------\nWhy.\n---\n",
                "Subject: x\n\nHello,\n-- >8\nWhy.\n---\n",
                "Subject: x\n\nA line with a long text and -- >8 -- in it.\n---\n",
                "Subject: x\n\nWhy.\n--- old\nmore\n",
                "Subject: x\n\nWhy.\n----\nmore\n---\n",
                "Subject: x\n\nWhy.\n\n",
                "Subject: =?utf-8?q?=C3=84_title?=\n\nWhy.\n---\n",
            })
    void gitSaysTheSame(String text) throws IOException, InterruptedException {
        assumeTrue(hasGit(), "SKIPPED: there is no git; install it to compare with what it says");
        var raw =
                ("From: " + FROM + "\nContent-Type: text/plain; charset=utf-8\n" + text + DIFF)
                        .getBytes(UTF_8);
        var mail = Mail.read(raw);

        var commit =
                Commit.of(
                        mail.cleaned("From").orElse(""),
                        mail.subjectText().orElse(""),
                        mail.body().content());

        assertThat(commit.author() + "\n" + commit.message()).isEqualTo(git(raw));
    }

    private String git(byte[] raw) throws IOException, InterruptedException {
        var mail = folder.resolve("mail");
        Files.write(mail, raw);
        var info = git(mail, "mailinfo", "--scissors", "--encoding=UTF-8", "message", "patch");
        var fields = info.lines().toList();
        var message = folder.resolve("whole");
        Files.writeString(
                message,
                value(fields, "Subject: ") + "\n\n" + Files.readString(folder.resolve("message")));
        return "%s <%s>\n".formatted(value(fields, "Author: "), value(fields, "Email: "))
                + git(message, "stripspace").strip();
    }

    private static String value(List<String> fields, String name) {
        return fields.stream()
                .filter(field -> field.startsWith(name))
                .map(field -> field.substring(name.length()))
                .findFirst()
                .orElse("");
    }

    private String git(Path input, String... words) throws IOException, InterruptedException {
        var out = folder.resolve("out");
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        var process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectInput(input.toFile())
                        .redirectOutput(out.toFile())
                        .start();
        assertThat(process.waitFor()).isZero();
        return Files.readString(out);
    }

    private static boolean hasGit() throws InterruptedException {
        try {
            return new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
