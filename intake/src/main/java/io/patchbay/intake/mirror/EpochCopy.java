package io.patchbay.intake.mirror;

import io.patchbay.intake.source.InboxEpoch;
import io.patchbay.intake.source.InboxFolder;
import io.patchbay.intake.source.InboxForm;
import io.patchbay.tracker.mails.ListMirror;

import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FileUtils;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The local copy of one epoch of a mirror: a bare repository that knows where it is from. */
final class EpochCopy {

    private static final String MASTER = Constants.R_HEADS + Constants.MASTER;

    /** The newest commit, looked at before the others are fetched. */
    private static final String FIRST = "refs/patchbay/first";

    /** Each fetch adds one; that many are put together. */
    private static final int MOST_PACKS = 200;

    private static final List<String> LOCKS =
            List.of("config.lock", "HEAD.lock", "shallow.lock", MASTER + ".lock", FIRST + ".lock");

    private final Path path;

    EpochCopy(Path path) {
        this.path = path;
    }

    InboxFolder.Epoch epoch() throws IOException {
        return new InboxFolder.Epoch(path.toRealPath(), ListMirror.shown(url()));
    }

    /** Whether it was fetched to its end once. */
    boolean isWhole() throws IOException {
        if (!exists()) {
            return false;
        }
        try (var repository = open()) {
            return repository.resolve(MASTER) != null;
        }
    }

    private boolean exists() {
        return Files.isRegularFile(path.resolve("HEAD"))
                && Files.isDirectory(path.resolve("objects"));
    }

    /** Empty if there is no copy. */
    String url() throws IOException {
        if (!exists()) {
            return "";
        }
        try (var repository = open()) {
            var url =
                    repository
                            .getConfig()
                            .getString(
                                    ConfigConstants.CONFIG_REMOTE_SECTION,
                                    Constants.DEFAULT_REMOTE_NAME,
                                    ConfigConstants.CONFIG_KEY_URL);
            return url == null ? "" : url;
        }
    }

    void delete() throws IOException {
        FileUtils.delete(path.toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING);
    }

    /** How many commits it has, counted up to so many. */
    long commits(long most) throws IOException {
        try (var opened = InboxEpoch.open(epoch())) {
            return opened.newest(most).commits();
        }
    }

    /**
     * Makes it what the remote is now.
     *
     * @param most how many of the newest commits, where nothing is here yet; null for all
     * @return false if the remote has no commits
     */
    boolean fetch(GitRemote remote, @Nullable Long most, ProgressMonitor progress)
            throws IOException {
        var tip = remote.tip();
        if (tip.isEmpty()) {
            return false;
        }
        removeRemnants();
        try (var repository = exists() ? open() : create(remote.url())) {
            var here = repository.resolve(MASTER);
            if (tip.get().commit().equals(here)) {
                return true;
            }
            if (here == null) {
                remote.fetch(repository, tip.get(), FIRST, 1, progress);
                requireInbox(repository, remote);
            }
            remote.fetch(
                    repository, tip.get(), MASTER, here == null ? depth(most) : null, progress);
            putTogether(repository, progress);
            return true;
        }
    }

    private static int depth(@Nullable Long most) {
        return most == null || most >= Integer.MAX_VALUE
                ? Constants.INFINITE_DEPTH
                : most.intValue();
    }

    private void requireInbox(Repository repository, GitRemote remote) throws IOException {
        var first = repository.resolve(FIRST);
        var strange = first == null ? List.<String>of() : InboxForm.strangeFiles(repository, first);
        if (!strange.isEmpty()) {
            repository.close();
            delete();
            throw MirrorTrouble.noInbox(remote.shown(), strange);
        }
    }

    private static void putTogether(Repository repository, ProgressMonitor progress)
            throws IOException {
        var packs = repository.getDirectory().toPath().resolve("objects/pack");
        long count;
        try (var files = Files.list(packs)) {
            count = files.filter(file -> file.toString().endsWith(".pack")).count();
        }
        if (count > MOST_PACKS) {
            try (var git = Git.wrap(repository)) {
                git.gc().setProgressMonitor(progress).call();
            } catch (GitAPIException e) {
                throw new IOException("%s: %s".formatted(packs, e.getMessage()), e);
            }
        }
    }

    private Repository open() throws IOException {
        return new FileRepositoryBuilder().setGitDir(path.toFile()).setBare().build();
    }

    private Repository create(String url) throws IOException {
        delete();
        Files.createDirectories(path);
        var repository = open();
        repository.create(true);
        var config = repository.getConfig();
        config.setString(
                ConfigConstants.CONFIG_REMOTE_SECTION,
                Constants.DEFAULT_REMOTE_NAME,
                ConfigConstants.CONFIG_KEY_URL,
                url);
        config.save();
        return repository;
    }

    /** Of a process that was killed; nobody else writes here while the mirror is held. */
    private void removeRemnants() throws IOException {
        for (var lock : LOCKS) {
            Files.deleteIfExists(path.resolve(lock));
        }
        var objects = path.resolve("objects");
        if (Files.isDirectory(objects)) {
            try (var files = Files.newDirectoryStream(objects, "incoming_*")) {
                for (var file : files) {
                    Files.delete(file);
                }
            }
        }
    }
}
