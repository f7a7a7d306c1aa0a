package io.patchbay.cli;

import io.patchbay.intake.BulkIntake;
import io.patchbay.intake.IntakeWatcher;
import io.patchbay.intake.source.MailSource;
import io.patchbay.server.Refusal;
import io.patchbay.server.Storage;
import io.patchbay.server.Storage.InFolder;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.Setup.NewProject;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.Writing;
import io.patchbay.tracker.accounts.Accounts.NewUser;
import io.patchbay.tracker.accounts.NewToken;
import io.patchbay.tracker.accounts.Passwords;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A folder of data to look at, which vanishes when it is closed. */
final class SampleData implements AutoCloseable {

    static final String PROJECT = "harbor";
    static final String USER = "demo";

    private final Path folder;

    private SampleData(Path folder) {
        this.folder = folder;
    }

    static SampleData create() throws IOException {
        return new SampleData(Files.createTempDirectory("patchbay-demo-"));
    }

    Path folder() {
        return folder;
    }

    Storage storage() {
        return new InFolder(folder);
    }

    /** Files the mails of {@code corpus/}, and returns the token of the user who may do all. */
    static String fill(Store store, InstantSource clock) throws IOException {
        var token = store.write(SampleData::setUp);
        try (var source = MailSource.open(mails())) {
            var quiet =
                    new IntakeWatcher() {
                        @Override
                        public void advanced(int mails, long bytesRead) {}

                        @Override
                        public void refused(String origin, String reason) {
                            // Some mails of the corpus are broken on purpose.
                        }
                    };
            new BulkIntake(new Filing(store, clock), quiet).take(source);
        }
        return token;
    }

    private static String setUp(Writing writing) {
        long project =
                writing.setup()
                        .addProject(
                                new NewProject(
                                        PROJECT,
                                        "Harbor",
                                        "harbor-devel.lists.example.org",
                                        "harbor-devel@lists.example.org",
                                        ""));
        long user =
                writing.accounts()
                        .add(
                                new NewUser(
                                        USER,
                                        Passwords.hash(USER),
                                        "Dana",
                                        "Demo",
                                        "demo@example.org",
                                        true,
                                        false));
        writing.accounts().maintains(user, project, true);
        return writing.accounts().addToken(user, NewToken.full("demo", null));
    }

    /** The script tells where the sources are. */
    private static List<Path> mails() throws IOException {
        var home = System.getProperty("patchbay.home");
        var corpus = Path.of(home == null ? "." : home, "corpus");
        if (!Files.isDirectory(corpus)) {
            throw new Refusal(
                    "there is no folder '%s' with sample mails; run ./patchbay of the source folder"
                            .formatted(corpus));
        }
        var mails = new ArrayList<Path>();
        try (var files = Files.newDirectoryStream(corpus, "*.eml")) {
            files.forEach(mails::add);
        }
        mails.sort(null);
        return mails;
    }

    @Override
    public void close() throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path left, @Nullable IOException e)
                            throws IOException {
                        if (e != null) {
                            throw e;
                        }
                        Files.delete(left);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
