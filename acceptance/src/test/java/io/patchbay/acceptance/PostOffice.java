package io.patchbay.acceptance;

import io.patchbay.intake.Intake;
import io.patchbay.intake.lmtp.LmtpAddress;
import io.patchbay.intake.lmtp.LmtpLimits;
import io.patchbay.intake.lmtp.LmtpServer;
import io.patchbay.tracker.Setup.NewProject;
import io.patchbay.tracker.Store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** A store with the list of {@link ThreadedMails}, and an LMTP server before it. */
final class PostOffice implements AutoCloseable {

    final Store store;
    final Intake intake;
    private final Path folder;
    private final LmtpServer server;

    PostOffice(Store store) throws IOException {
        this.store = store;
        addProject(store);
        intake = new Intake(store, InstantSource.system(), Intake.USUAL_KEEPING);
        folder = Files.createTempDirectory("patchbay-lmtp");
        server =
                LmtpServer.listen(
                        new LmtpAddress.Unix(folder.resolve("s")),
                        "localhost",
                        intake.delivery(),
                        intake.gate(),
                        LmtpLimits.USUAL);
    }

    static void addProject(Store store) {
        store.write(writing ->
                writing.setup()
                        .addProject(new NewProject("quay", "Quay", ThreadedMails.LIST_ID, "", "")));
    }

    LmtpSender sender() throws IOException {
        return new LmtpSender(folder.resolve("s"));
    }

    @Override
    public void close() throws IOException {
        server.close();
        intake.close();
        store.close();
        Files.delete(folder);
    }
}
