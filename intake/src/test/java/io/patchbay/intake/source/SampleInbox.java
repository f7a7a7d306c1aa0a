package io.patchbay.intake.source;

import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;

/** Writes a public-inbox folder of format v2 as public-inbox does, one commit a mail. */
public final class SampleInbox {

    private static final PersonIdent SOMEBODY =
            new PersonIdent("Ann", "ann@example.org", Instant.EPOCH, ZoneOffset.UTC);

    private final Path folder;

    public SampleInbox(Path folder) {
        QuietGit.install();
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    Path epoch(int number) {
        return folder.resolve("git").resolve(number + ".git");
    }

    public ObjectId add(int epoch, String mail) throws IOException {
        return commit(epoch, "m", mail);
    }

    ObjectId withdraw(int epoch, String mail) throws IOException {
        return commit(epoch, "d", mail);
    }

    /** Begins the history of an epoch anew, like a purge does. */
    void rewind(int epoch, @Nullable ObjectId to) throws IOException {
        try (var repository = open(epoch)) {
            var update = repository.updateRef(Constants.HEAD);
            if (to == null) {
                update.setForceUpdate(true);
                update.delete();
            } else {
                update.setNewObjectId(to);
                update.forceUpdate();
            }
        }
    }

    /** Takes an object away, as partial clones do and bad disks; returns where its bytes are. */
    public Path lose(int epoch, String revision) throws IOException {
        try (var repository = open(epoch)) {
            var name = Objects.requireNonNull(repository.resolve(revision)).name();
            var file =
                    epoch(epoch)
                            .resolve("objects")
                            .resolve(name.substring(0, 2))
                            .resolve(name.substring(2));
            return Files.move(file, folder.resolve(name));
        }
    }

    /** Puts an object back that was lost. */
    public void find(int epoch, Path lost) throws IOException {
        var name = lost.getFileName().toString();
        Files.move(
                lost,
                epoch(epoch)
                        .resolve("objects")
                        .resolve(name.substring(0, 2))
                        .resolve(name.substring(2)));
    }

    /** Makes an object unreadable. */
    public void damage(int epoch, String revision) throws IOException {
        var file = lose(epoch, revision);
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x55;
        bytes[2] ^= 0x55;
        var unused = file.toFile().setWritable(true);
        Files.write(file, bytes);
        find(epoch, file);
    }

    private ObjectId commit(int epoch, String name, String mail) throws IOException {
        try (var repository = open(epoch);
                var inserter = repository.newObjectInserter()) {
            var tree = new TreeFormatter();
            tree.append(name, FileMode.REGULAR_FILE, blob(inserter, mail));
            return commit(repository, inserter, inserter.insert(tree));
        }
    }

    /** A commit of format v1: all mails that are there, each in a folder of its own. */
    ObjectId commitOldFormat(int epoch, String... mails) throws IOException {
        try (var repository = open(epoch);
                var inserter = repository.newObjectInserter()) {
            var root = new TreeFormatter();
            for (int at = 0; at < mails.length; at++) {
                var inner = new TreeFormatter();
                inner.append(
                        "%038d".formatted(at), FileMode.REGULAR_FILE, blob(inserter, mails[at]));
                root.append("%02d".formatted(at), FileMode.TREE, inserter.insert(inner));
            }
            return commit(repository, inserter, inserter.insert(root));
        }
    }

    private static ObjectId blob(ObjectInserter inserter, String mail) throws IOException {
        return inserter.insert(Constants.OBJ_BLOB, mail.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectId commit(Repository repository, ObjectInserter inserter, ObjectId tree)
            throws IOException {
        var commit = new CommitBuilder();
        var head = repository.resolve(Constants.HEAD);
        if (head != null) {
            commit.setParentId(head);
        }
        commit.setTreeId(tree);
        commit.setAuthor(SOMEBODY);
        commit.setCommitter(SOMEBODY);
        commit.setMessage("a mail");
        var id = inserter.insert(commit);
        inserter.flush();
        var update = repository.updateRef(Constants.HEAD);
        update.setNewObjectId(id);
        update.forceUpdate();
        return id;
    }

    private Repository open(int epoch) throws IOException {
        var path = epoch(epoch);
        var repository = new FileRepositoryBuilder().setGitDir(path.toFile()).setBare().build();
        if (!Files.exists(path.resolve("HEAD"))) {
            repository.create(true);
        }
        return repository;
    }
}
