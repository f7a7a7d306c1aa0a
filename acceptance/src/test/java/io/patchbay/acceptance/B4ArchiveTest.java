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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** b4, as Debian packages it, with Patchbay as its archive (archive §1). */
@TestInstance(Lifecycle.PER_CLASS)
class B4ArchiveTest {

    private static final String LIST = "quay.lists.example.com";

    private static final String SHED = "rope\ntar\noil\nsail\n";
    private static final String MOLE = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n";

    private Server server;
    private ClientHome home;
    private String older;
    private String newer;
    private String alone;
    private String answered;

    @BeforeAll
    void serveTwoVersionsOfASeries(@TempDir Path folder) throws Exception {
        assumeTrue(
                ClientHome.program("b4") != null,
                "SKIPPED: b4 is not installed ('apt install b4')");
        var config =
                Config.of(
                        new Storage.InFolder(folder.resolve("data")), new Address("127.0.0.1", 0));
        server = new Server(config, InstantSource.system());
        server.store()
                .write(writing ->
                        writing.setup().addProject(new NewProject("quay", "Quay", LIST, "", "")));
        home = new ClientHome(folder.resolve("home"));
        commit("wood\n" + SHED, "begin");
        home.run("git", "tag", "base");
        commit("stone\n" + SHED, "quay: build of stone");
        commit("stone\n" + SHED + MOLE + "From here on\n", "quay: say where");
        older = send("v1", "-v1", "--cover-letter", "base");
        home.run("git", "reset", "--quiet", "--hard", "base");
        // git makes Message-IDs of commits: the same one would not be another mail.
        home.set("GIT_COMMITTER_DATE", "2026-01-02T10:00:00Z");
        home.set("GIT_COMMITTER_EMAIL", "ann.again@example.org");
        commit("stone\n" + SHED, "quay: build of stone");
        commit("stone\n" + SHED + MOLE + "From there on\n", "quay: say where");
        newer = send("v2", "-v2", "--cover-letter", "base");
        home.run("git", "tag", "sent");
        reply(newer);
        commit("gold\n" + SHED + MOLE + "From there on\n", "quay: gold\n\nFrom the sea it comes.");
        home.run("git", "tag", "gold");
        alone = send("v3", "-1", "gold");
        commit("lead\n" + SHED + MOLE, "quay: lead");
        answered = send("v4", "-1", "HEAD");
        var reviewed = "Reviewed-by: Bo <bo@example.org>";
        answer(
                answered,
                1,
                "Bo <bo@example.org>",
                "Fine.\n\n" + reviewed + "\nTested-by: <your name>");
        answer(
                answered,
                2,
                "Bo <bo@example.org>",
                "Signed-off-by: Ann <ann@example.org>\n" + reviewed);
        answer(
                answered,
                3,
                "Cleo Pier <cleo@example.org>",
                "Acked-by: Cleo Pier\n<cleo@example.org>");
        answer(
                answered,
                4,
                "Cleo Pier <cleo@example.org>",
                "Reviewed-by:\n> Tested-by: Dora <dora@example.org>");
        answer(
                answered,
                5,
                "Dora <dora@example.org>",
                "Suggested-by: Dora <dora@example.org> # in May");
    }

    @AfterAll
    void close() {
        if (server != null) {
            server.close();
        }
    }

    private void commit(String content, String message) throws Exception {
        Files.writeString(home.file("quay.txt"), content);
        home.run("git", "add", "quay.txt");
        home.run(
                "git",
                "commit",
                "--quiet",
                "-m",
                message + "\n\nSigned-off-by: Ann <ann@example.org>");
    }

    /** Mails commits; returns the Message-ID of the first mail. */
    private String send(String folder, String... which) throws Exception {
        var command =
                new ArrayList<>(
                        List.of(
                                "git",
                                "format-patch",
                                "--thread",
                                "--to=quay@lists.example.com",
                                "--add-header=List-Id: <" + LIST + ">",
                                "-o",
                                folder));
        command.addAll(List.of(which));
        home.run(command.toArray(String[]::new));
        var filing = new Filing(server.store(), InstantSource.system());
        var cover = "";
        try (var files = Files.list(home.file(folder))) {
            for (var file : files.sorted().toList()) {
                var text = Files.readString(file).replaceFirst("\\*\\*\\* SUBJECT HERE", "quay");
                Files.writeString(file, text);
                // What git writes to files begins with a line for mboxes, which mails do not have.
                var mail = Mail.read(text.substring(text.indexOf('\n') + 1).getBytes(UTF_8));
                filing.file(mail);
                cover = cover.isEmpty() ? mail.id().orElseThrow().bare() : cover;
            }
        }
        return cover;
    }

    private void reply(String cover) {
        answer(cover, 0, "Bo <bo@example.org>", "Reviewed-by: Bo <bo@example.org>");
    }

    private void answer(String id, int number, String from, String text) {
        var mail =
                """
                From: %s
                Subject: Re: [PATCH v2 0/2] quay
                Message-Id: <bo%d@example.org>
                In-Reply-To: <%s>
                Date: Thu, 1 Jan 2026 10:00:0%d +0000
                List-Id: <%s>

                %s
                """
                        .formatted(from, number, id, number, LIST, text);
        new Filing(server.store(), InstantSource.system()).file(Mail.read(mail.getBytes(UTF_8)));
    }

    /** How it may be told where its archive is. */
    @ParameterizedTest
    @ValueSource(strings = {"/all/%s", "/quay/%s", "/%s"})
    void amTakesASeriesWhichMakesTheSameTree(String mask) throws Exception {
        configure(mask);
        home.run("git", "checkout", "--quiet", "--detach", "base");

        var said = home.run("b4", "am", "-C", "-t", "-n", "taken", "-o", ".", newer);
        home.run("git", "am", "--quiet", "taken.mbx");

        assertThat(said).contains("quay: build of stone").contains("quay: say where");
        assertThat(home.run("git", "rev-parse", "HEAD^{tree}"))
                .isEqualTo(home.run("git", "rev-parse", "sent^{tree}"));
        assertThat(home.run("git", "log", "-1", "--format=%B"))
                .contains("Reviewed-by: Bo <bo@example.org>");
        Files.delete(home.file("taken.mbx"));
    }

    /** b4's own diff takes such a message for two mails, so that it is tried alone. */
    @Test
    void aMessageThatReadsAsAnEnvelopeIsAppliedAsItWas() throws Exception {
        configure("/quay/%s");
        home.run("git", "checkout", "--quiet", "--detach", "sent");

        home.run("b4", "am", "-C", "-n", "gold", "-o", ".", alone);
        home.run("git", "am", "--quiet", "gold.mbx");

        assertThat(home.run("git", "rev-parse", "HEAD^{tree}"))
                .isEqualTo(home.run("git", "rev-parse", "gold^{tree}"));
        assertThat(home.run("git", "log", "-1", "--format=%B"))
                .isEqualTo(home.run("git", "log", "-1", "--format=%B", "gold"));
    }

    @Test
    void ourMboxHasTheTrailersThatB4Reads() throws Exception {
        configure("/quay/%s");
        home.run("git", "checkout", "--quiet", "--detach", "gold");
        home.run("b4", "am", "-C", "-n", "lead", "-o", ".", answered);
        home.run("git", "am", "--quiet", "lead.mbx");
        var ofB4 = home.run("git", "log", "-1", "--format=%B");
        home.run("git", "reset", "--quiet", "--hard", "gold");
        var address = server.url() + "/project/quay/patch/" + answered + "/mbox/";
        try (var mbox = URI.create(address).toURL().openStream()) {
            Files.copy(mbox, home.file("ours.mbx"));
        }

        home.run("git", "am", "--quiet", "ours.mbx");

        // Ann runs b4, which moves her own to the end.
        assertThat(home.run("git", "log", "-1", "--format=%B").lines())
                .containsExactlyInAnyOrderElementsOf(ofB4.lines().toList())
                .containsSubsequence(
                        "Signed-off-by: Ann <ann@example.org>",
                        "Reviewed-by: Bo <bo@example.org>",
                        "Acked-by: Cleo Pier <cleo@example.org>",
                        "Suggested-by: Dora <dora@example.org> # in May");
    }

    @Test
    void shazamAppliesASeries() throws Exception {
        configure("/quay/%s");
        home.run("git", "checkout", "--quiet", "--detach", "base");

        home.run("b4", "shazam", "-C", "-l", newer);

        assertThat(home.run("git", "rev-parse", "HEAD^{tree}"))
                .isEqualTo(home.run("git", "rev-parse", "sent^{tree}"));
        assertThat(home.run("git", "log", "-1", "--format=%B"))
                .contains("Link: " + server.url() + "/r/");
    }

    @Test
    void mboxTakesAThreadWithItsReplies() throws Exception {
        configure("/quay/%s");

        home.run("b4", "mbox", "-C", "-n", "thread.mbx", "-o", ".", newer);

        var mbox = Files.readString(home.file("thread.mbx"));
        assertThat(mbox)
                .contains("Message-Id: <bo0@example.org>")
                .contains("[PATCH v2 1/2]")
                .contains("[PATCH v2 2/2]")
                .doesNotContain("[PATCH v1");
    }

    @Test
    void whatIsUnknownIsTold() throws Exception {
        configure("/quay/%s");

        var said = home.fail("b4", "mbox", "-C", "nobody@example.org");

        assertThat(said).contains("not known");
    }

    @Test
    void versionsThatCameFromHereDifferAsThoseThatWereSent() throws Exception {
        configure("/all/%s");
        home.run("b4", "am", "-C", "-T", "-n", "one", "-o", ".", older);
        home.run("b4", "am", "-C", "-T", "-n", "two", "-o", ".", newer);
        for (var version : List.of("v1", "v2")) {
            home.run("b4", "am", "-T", "-n", "sent-" + version, "-o", ".", "-m", mailed(version));
        }

        var here = home.run("b4", "diff", "-m", "one.mbx", "two.mbx");
        var sent = home.run("b4", "diff", "-m", "sent-v1.mbx", "sent-v2.mbx");

        assertThat(rangeDiff(here)).isEqualTo(rangeDiff(sent)).contains("here on");
    }

    /** An mbox of the mails as they were sent. */
    private String mailed(String version) throws IOException {
        var mbox = home.file(version + ".mbox");
        var all = new StringBuilder();
        try (var files = Files.list(home.file(version))) {
            for (var file : files.sorted().toList()) {
                var text = Files.readString(file);
                int afterFirst = text.indexOf('\n') + 1;
                all.append("From mboxrd@z Thu Jan  1 00:00:00 1970\n")
                        .append(text.substring(afterFirst).replaceAll("(?m)^From ", ">From "))
                        .append('\n');
            }
        }
        Files.writeString(mbox, all);
        return mbox.getFileName().toString();
    }

    private static String rangeDiff(String said) {
        return said.substring(said.indexOf("---\n"));
    }

    private void configure(String mask) throws IOException, InterruptedException {
        home.run("git", "config", "b4.midmask", server.url() + mask);
        home.run("git", "config", "b4.linkmask", server.url() + "/r/%s");
        // Searching is of no concern here; its address is not to be the public one.
        home.run("git", "config", "b4.searchmask", server.url() + "/all/?x=m&t=1&q=%s");
    }
}
