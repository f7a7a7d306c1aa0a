package io.patchbay.intake;

import static io.patchbay.intake.DemoStore.patch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What is said on the socket on which parsemail hands mails over. */
@Timeout(60)
class HandOverTest {

    @TempDir private Path folder;
    private final Gate gate = new Gate();
    private DemoStore demo;
    private Delivery delivery;
    private HandOver handOver;
    private Path socket;

    @BeforeEach
    void open() throws IOException {
        demo = new DemoStore(folder);
        delivery =
                new Delivery(
                        demo.store,
                        demo.filing,
                        gate,
                        new IntakeMeter(InstantSource.system()),
                        Duration.ZERO);
        socket = folder.resolve("mail.sock");
        handOver = HandOver.listen(socket, delivery);
    }

    @AfterEach
    void close() throws IOException {
        handOver.close();
        delivery.close();
        demo.close();
    }

    @Test
    void aMailIsFiledAndToldWhatBecameOfIt() throws IOException {
        assertThat(say(mail(patch(1)))).isEqualTo("taken patch\n");
        assertThat(say(mail(patch(1)))).isEqualTo("taken duplicate\n");
        assertThat(say(mail(patch(2).replace("[PATCH]", "Re:"))))
                .isEqualTo("taken holds-diff it answers nothing that is here\n");
        assertThat(say(mail(patch(3).replace("<demo.", "<other."))))
                .isEqualTo("taken unknown-list no project has its list\n");
        assertThat(say(mail("nothing"))).startsWith("taken broken Missing 'From' header");
        assertThat(demo.patchNames()).containsExactly("change 1");
    }

    @Test
    void aListIdIsTakenForTheMails() throws IOException {
        var mail = patch(3).replace("<demo.", "<other.");

        assertThat(say("mail %d demo.example.org\n%s".formatted(mail.length(), mail)))
                .isEqualTo("taken patch\n");
    }

    @Test
    void lineEndsAreThoseOfADeliveredMail() throws IOException {
        var mail = patch(1).replace("\n", "\r\n");

        assertThat(say(mail(mail))).isEqualTo("taken patch\n");
    }

    @Test
    void aMailThatBreaksOffIsNotFiled() throws IOException {
        var mail = patch(1);

        assertThat(say("mail %d\n%s".formatted(mail.length() + 1, mail))).isEmpty();
        assertThat(demo.patchNames()).isEmpty();
    }

    @Test
    void aClosedGatePutsMailsOff() throws IOException {
        gate.close();

        assertThat(say(mail(patch(1)))).startsWith("put-off the intake is stopped");
        assertThat(demo.patchNames()).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodIsRefused() throws IOException {
        assertThat(say("hello\n")).startsWith("refused the first line has to be");
        assertThat(say("x".repeat(5_000) + "\n")).startsWith("refused the first line has to be");
        assertThat(say("mail 104857601\n"))
                .isEqualTo(
                        "refused it has 104857601 bytes, more than the 104857600 that are taken\n");
    }

    @Test
    void manyMailsComeAtOnce() throws Exception {
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<String>>();
            for (int number = 1; number <= 200; number++) {
                var mail = mail(patch(number));
                answers.add(crowd.submit(() -> say(mail)));
            }
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo("taken patch\n");
            }
        }
        assertThat(demo.patchNames()).hasSize(200);
    }

    @Test
    void onlyTheOwnerMayConnectAndTheSocketGoesWithTheServer() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                .isEqualTo("rw-------");

        handOver.close();

        assertThat(socket).doesNotExist();
    }

    @Test
    void aSocketThatWasLeftBehindIsReplaced() throws IOException {
        try (var second = HandOver.listen(socket, delivery)) {
            assertThat(second).isNotNull();
            assertThat(say(mail(patch(1)))).isEqualTo("taken patch\n");
        }
    }

    private static String mail(String mail) {
        return "mail %d\n%s".formatted(mail.length(), mail);
    }

    private String say(String words) throws IOException {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            Channels.newOutputStream(channel).write(words.getBytes(StandardCharsets.UTF_8));
            channel.shutdownOutput();
            return new String(
                    Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
