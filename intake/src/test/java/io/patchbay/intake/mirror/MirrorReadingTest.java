package io.patchbay.intake.mirror;

import static io.patchbay.intake.DemoStore.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.intake.DemoStore;
import io.patchbay.intake.IntakeWatcher;
import io.patchbay.intake.Outcomes;
import io.patchbay.testing.GitHttp;
import io.patchbay.testing.GitInbox;
import io.patchbay.tracker.mails.ListMirror;
import io.patchbay.tracker.model.Project;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Mirrors of real repositories, over HTTP and in folders, taken again and again while they grow.
 */
@Timeout(60)
class MirrorReadingTest {

    @TempDir private Path folder;
    private DemoStore demo;
    private GitInbox inbox;
    private GitHttp http;
    private MirrorReading reading;

    @BeforeEach
    void open() throws IOException {
        demo = new DemoStore(folder);
        inbox = new GitInbox(folder.resolve("list"));
        inbox.add(0, patch(1));
        inbox.add(0, patch(2));
        http = new GitHttp(inbox.folder());
        reading = new MirrorReading(demo.store, demo.filing, folder.resolve("copies"));
    }

    @AfterEach
    void close() {
        http.close();
        demo.close();
    }

    /** All epochs, by git's protocol or as files, or one of them, by its address or as a clone. */
    @ParameterizedTest
    @ValueSource(strings = {"HTTP", "HTTP/", "HTTP/files", "FOLDER", "file://FOLDER"})
    void allEpochsAreTakenAndWhatComesLaterToo(String address) throws IOException {
        inbox.add(1, patch(3));
        assertThat(read(address).patches()).isEqualTo(3);

        inbox.add(1, patch(4));
        inbox.add(2, patch(5));
        assertThat(read(address)).isEqualTo(new Outcomes(0, 2, 0, 0, 0, 0, 0));

        assertThat(read(address)).isEqualTo(Outcomes.NONE);
        assertThat(demo.patchNames())
                .containsExactly("change 1", "change 2", "change 3", "change 4", "change 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/0", "HTTP/files/0", "HTTP/git/0.git", "FOLDER/git/0.git"})
    void anEpochAloneIsAMirror(String address) throws IOException {
        inbox.add(1, patch(3));

        assertThat(read(address).patches()).isEqualTo(2);

        inbox.add(0, patch(4));
        assertThat(read(address).patches()).isEqualTo(1);
        assertThat(demo.patchNames()).containsExactly("change 1", "change 2", "change 4");
    }

    @Test
    void mailsAreFiledUnderTheProjectWhateverListTheyName() throws IOException {
        inbox.add(0, patch(3).replace("List-Id: <demo.example.org>\n", ""));
        inbox.add(0, patch(4).replace("demo.example.org", "other.example.org"));

        assertThat(read("HTTP/0").patches()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP", "HTTP/files", "FOLDER"})
    void theNewestMailsAreEnough(String address) throws IOException {
        inbox.add(1, patch(3));
        inbox.add(1, patch(4));
        inbox.add(2, patch(5));

        read(address, 2L);
        assertThat(demo.patchNames()).containsExactly("change 4", "change 5");

        inbox.add(2, patch(6));
        inbox.add(3, patch(7));
        read(address, 2L);
        assertThat(demo.patchNames())
                .containsExactly("change 4", "change 5", "change 6", "change 7");
    }

    @Test
    void notMoreIsFetchedThanIsWanted() throws IOException {
        for (int number = 3; number <= 50; number++) {
            inbox.add(0, patch(number));
        }
        inbox.add(1, patch(51));

        read("HTTP", 4L);

        assertThat(demo.patchNames()).hasSize(4).contains("change 48", "change 51");
        var copy = new EpochCopy(folder.resolve("copies/demo/git/0.git"));
        assertThat(copy.commits(1_000)).isEqualTo(4);
    }

    @Test
    void aHistoryThatWasRewrittenIsTakenFromWhereItParts() throws IOException {
        var two = inbox.add(0, patch(3));
        inbox.add(0, patch(4));
        read("HTTP/0");

        inbox.rewind(0, two);
        inbox.add(0, patch(5));

        assertThat(read("HTTP/0")).isEqualTo(new Outcomes(0, 1, 0, 0, 0, 0, 0));
        assertThat(read("HTTP/0")).isEqualTo(Outcomes.NONE);
    }

    @Test
    void aHistoryThatWasRewrittenFromItsBeginningAddsNothingTwice() throws IOException {
        read("HTTP/0");
        var other = new GitInbox(folder.resolve("other"));
        other.add(0, "Subject: the first mail was removed\n\n");
        other.add(0, patch(2));
        other.add(0, patch(3));
        Files.move(inbox.folder(), folder.resolve("away"));
        Files.move(other.folder(), inbox.folder());

        assertThat(read("HTTP/0")).isEqualTo(new Outcomes(0, 1, 0, 1, 0, 0, 1));
    }

    @Test
    void whatAKilledProcessLeftIsNoHindrance() throws IOException {
        read("HTTP/0");
        var copy = folder.resolve("copies/demo/git/0.git");
        Files.createFile(copy.resolve("refs/heads/master.lock"));
        Files.createFile(copy.resolve("objects/incoming_1.pack"));
        inbox.add(0, patch(3));

        assertThat(read("HTTP/0").patches()).isEqualTo(1);
        assertThat(copy.resolve("objects/incoming_1.pack")).doesNotExist();
    }

    @Test
    void aCopyThatWasNotFinishedIsFinished() throws IOException {
        var copy = Files.createDirectories(folder.resolve("copies/demo/git/0.git"));
        Files.createDirectories(copy.resolve("objects"));

        assertThat(read("HTTP/0").patches()).isEqualTo(2);
    }

    @Test
    void anotherMirrorTakesThePlaceOfTheFirst() throws IOException {
        read("HTTP/0");
        inbox.add(1, patch(3));

        assertThat(read("HTTP/1")).isEqualTo(new Outcomes(0, 1, 0, 0, 0, 0, 0));
        assertThat(folder.resolve("copies/demo/git/1.git")).doesNotExist();
        assertThat(read("FOLDER")).isEqualTo(new Outcomes(0, 0, 0, 3, 0, 0, 0));
    }

    @Test
    void whatIsNoMirrorIsToldSo() throws IOException {
        inbox.commit(7, "Makefile", "all:\n");
        var plain = Files.createDirectories(folder.resolve("plain"));

        assertTrouble(
                "HTTP/7", "is a git repository, but no public-inbox: it has the files Makefile");
        assertTrouble("FOLDER/git/7.git", "is a git repository, but no public-inbox");
        assertTrouble("HTTP/9", "there is no git repository at http", "/9/0");
        assertTrouble("HTTP/pages/9", "there is no git repository at http");
        assertTrouble("HTTP/private/0", "asks for a name and a password: it is private");
        assertTrouble("http://127.0.0.1:" + unusedPort() + "/0", "cannot be reached", "refused");
        assertTrouble("http://lists.invalid/0", "there is no host 'lists.invalid'");
        assertTrouble(plain.toString(), "is no git repository and has no git/0.git");
        assertTrouble(folder.resolve("none").toString(), "there is no folder");
        assertThat(folder.resolve("copies/demo/git/0.git")).doesNotExist();
    }

    @Test
    void aPasswordIsShownToNobody() {
        var address = MirrorAddress.parse("https://ann:secret@lists.example.org/harbor/");

        assertThat(address.location()).contains("secret");
        assertThat(address.shown()).isEqualTo("https://lists.example.org/harbor");
    }

    @Test
    void anAddressThatCannotBeFollowedIsRefused() {
        assertThatThrownBy(() -> MirrorAddress.parse("ssh://lists.example.org/harbor"))
                .hasMessageContaining("begins with https://");
        assertThatThrownBy(() -> MirrorAddress.parse("git@lists.example.org:harbor"))
                .hasMessageContaining("needs SSH");
    }

    private static int unusedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void assertTrouble(String address, String... said) {
        assertThatThrownBy(() -> read(address))
                .as(address)
                .isInstanceOf(MirrorTrouble.class)
                .hasMessageContainingAll(said);
    }

    private Outcomes read(String address) throws IOException {
        return read(address, null);
    }

    private Outcomes read(String address, @Nullable Long newest) throws IOException {
        var location =
                MirrorAddress.parse(
                                address.replace("FOLDER", inbox.folder().toString())
                                        .replace("HTTP", http.url()))
                        .location();
        var mirror =
                new ListMirror(
                        1, location, newest, Duration.ofMinutes(5), Instant.EPOCH, null, 0, null);
        return reading.read(project(), mirror, new Unwatched());
    }

    private Project project() {
        return demo.store.read(reading -> reading.projects().withLinkName("demo").orElseThrow());
    }

    private static final class Unwatched implements MirrorWatcher, IntakeWatcher {

        @Override
        public void fetching(String what) {}

        @Override
        public IntakeWatcher filing(long size) {
            return this;
        }

        @Override
        public void advanced(int mails, long bytesRead) {}

        @Override
        public void refused(String origin, String reason) {}
    }
}
