package io.patchbay.acceptance.fidelity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.patchbay.acceptance.fidelity.MailForm.Door;
import io.patchbay.intake.lmtp.LmtpAddress;
import io.patchbay.intake.source.Arrival;
import io.patchbay.intake.source.MailSource;
import io.patchbay.server.Address;
import io.patchbay.server.Config;
import io.patchbay.server.MailConfig;
import io.patchbay.server.Server;
import io.patchbay.server.Storage;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.Setup.NewProject;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.accounts.Accounts.NewUser;
import io.patchbay.tracker.editing.BundleContent;
import io.patchbay.tracker.model.Patch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A whole server with the project of one list: mails go in by its doors, mboxes come out. */
final class Tracker implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Server server;
    private final long project;
    private final HttpClient client = HttpClient.newHttpClient();

    Tracker(Path folder) throws IOException {
        var lmtp = new LmtpAddress.Tcp("127.0.0.1", 0);
        var usual = Config.of(new Storage.InFolder(folder), new Address("127.0.0.1", 0));
        server =
                new Server(
                        new Config(
                                usual.storage(),
                                usual.http(),
                                usual.domain(),
                                usual.behindProxy(),
                                usual.xmlrpc(),
                                new MailConfig(
                                        List.of(lmtp), List.of(), null, null, Duration.ZERO, null),
                                usual.keepAudit(),
                                usual.monitor(),
                                usual.plugs()),
                        InstantSource.system());
        project =
                server.store()
                        .write(writing ->
                                writing.setup()
                                        .addProject(
                                                new NewProject(
                                                        "dock",
                                                        "Dock",
                                                        "dock.lists.example.com",
                                                        "dock@lists.example.com",
                                                        "")));
    }

    Store store() {
        return server.store();
    }

    /** Returns when all are filed. */
    void take(List<byte[]> mails, Door door) throws IOException, InterruptedException {
        switch (door) {
            case LMTP -> deliver(mails);
            case ARCHIVE -> file(mails);
        }
    }

    private void file(List<byte[]> mails) throws IOException {
        var mbox = new ByteArrayOutputStream();
        for (var mail : mails) {
            mbox.writeBytes("From ann@example.com Thu Oct  1 10:00:00 2026\n".getBytes(US_ASCII));
            mbox.writeBytes(mail);
            mbox.write('\n');
        }
        var filing = new Filing(server.store(), InstantSource.system());
        try (var source =
                MailSource.of("mbox", new ByteArrayInputStream(mbox.toByteArray()), mbox.size())) {
            for (var next = source.next(); next != null; next = source.next()) {
                var unused = filing.file(((Arrival.Raw) next).read());
            }
        }
    }

    private void deliver(List<byte[]> mails) throws IOException {
        var address = (LmtpAddress.Tcp) server.lmtpAddresses().getFirst();
        try (var socket = new Socket(address.host(), address.port())) {
            var conversation = new LmtpConversation(socket);
            for (var mail : mails) {
                conversation.deliver(new String(mail, ISO_8859_1));
            }
        }
    }

    /** Waits until it is filed: a mail is answered before. */
    Patch patch(String messageId) throws InterruptedException {
        return await(
                messageId,
                () ->
                        store().read(reading ->
                                reading.patches().withMessageId(project, "<" + messageId + ">")));
    }

    /** Waits until the patch has so many answers. */
    void awaitReplies(Patch patch, int count) throws InterruptedException {
        await(
                "%d answers to %s".formatted(count, patch.name()),
                () -> Optional.of(replies(patch)).filter(replies -> replies.size() >= count));
    }

    private List<String> replies(Patch patch) {
        return store().read(reading ->
                reading.comments()
                        .contentsOnPatches(List.of(patch.id()))
                        .getOrDefault(patch.id(), List.of()));
    }

    private interface Look<T> {
        Optional<T> find();
    }

    private static <T> T await(String what, Look<T> look) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (true) {
            var found = look.find();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not filed: " + what);
            }
            Thread.onSpinWait();
        }
    }

    /** As it is downloaded: of the series if there are several patches. */
    byte[] mbox(SentSeries sent) throws IOException, InterruptedException {
        var last = patch(sent.messageId(sent.commits().size()));
        return sent.commits().size() == 1
                ? get("/project/dock/patch/" + sent.messageId(1) + "/mbox/")
                : get("/series/%d/mbox/".formatted(Objects.requireNonNull(last.series()).id()));
    }

    /** Of single patches, in their order. */
    byte[] bundle(List<SentSeries> sent) throws IOException, InterruptedException {
        var ids = new ArrayList<Long>();
        for (var each : sent) {
            ids.add(patch(each.messageId(1)).id());
        }
        store().write(writing -> {
            long id =
                    writing.accounts()
                            .add(new NewUser("ann", "", "Ann", "", "ann@example.com", true, false));
            var owner = writing.users().withId(id).orElseThrow();
            return writing.edits().addBundle(owner, new BundleContent(project, "all", true, ids));
        });
        return get("/bundle/ann/all/mbox/");
    }

    byte[] get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.url() + path)).build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
