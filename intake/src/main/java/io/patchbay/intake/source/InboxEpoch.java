package io.patchbay.intake.source;

import io.patchbay.intake.source.Arrival.Form;
import io.patchbay.intake.source.Arrival.Raw;

import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One git repository of an inbox. Each commit adds one mail: as the file {@code m} of its tree
 * (format v2), or as a new file in a folder of two hexadecimal digits (v1). A later commit may take
 * it back; it names it as {@code d} (v2), or removes the file (v1).
 */
public final class InboxEpoch implements Closeable {

    private final Path path;
    private final Repository repository;
    private final ObjectReader reader;
    private final long size;
    private final @Nullable ObjectId tip;

    /** The newest first; taken from the end. */
    private final List<Entry> waiting = new ArrayList<>();

    private int found;
    private @Nullable ObjectId reached;

    private record Entry(ObjectId commit, ObjectId mail) {}

    private InboxEpoch(Path path, Repository repository) throws IOException {
        this.path = path;
        this.repository = repository;
        this.reader = repository.newObjectReader();
        this.size = sizeOf(path);
        this.tip = repository.resolve(Constants.HEAD);
    }

    /** Nothing of it is read yet. */
    public static InboxEpoch open(Path path) throws IOException {
        var repository = new FileRepositoryBuilder().setGitDir(path.toFile()).setBare().build();
        try {
            return new InboxEpoch(path, repository);
        } catch (IOException | RuntimeException e) {
            repository.close();
            throw e;
        }
    }

    static {
        QuietGit.install();
    }

    /** Of the packs, as good as all there is. */
    static long sizeOf(Path path) throws IOException {
        long size = 0;
        var packs = path.resolve("objects/pack");
        if (Files.isDirectory(packs)) {
            try (var files = Files.newDirectoryStream(packs, "*.pack")) {
                for (var file : files) {
                    size += Files.size(file);
                }
            }
        }
        return size;
    }

    Path path() {
        return path;
    }

    /** The newest commit; null if there is none yet. */
    public @Nullable ObjectId tip() {
        return tip;
    }

    /**
     * Finds the mails that came after a commit.
     *
     * @param last the commit where reading ended last time; null to take all
     * @return whether that commit is still in the history; if it is not, all mails are taken
     */
    boolean find(@Nullable ObjectId last) throws IOException {
        var withdrawn = new HashSet<ObjectId>();
        boolean met = last == null;
        try (var walk = new RevWalk(reader)) {
            walk.setRetainBody(false);
            for (var id = tip; id != null; ) {
                if (id.equals(last)) {
                    met = true;
                    break;
                }
                var commit = walk.parseCommit(id);
                var before = commit.getParentCount() == 0 ? null : commit.getParent(0);
                look(walk, commit, before, withdrawn);
                id = before;
            }
        }
        found = waiting.size();
        reached = met ? last : null;
        return met;
    }

    private void look(
            RevWalk walk, RevCommit commit, @Nullable RevCommit before, Set<ObjectId> withdrawn)
            throws IOException {
        try (var files = new TreeWalk(reader)) {
            files.addTree(commit.getTree());
            boolean single = false;
            while (files.next()) {
                switch (files.getPathLength() == 1 ? files.getPathString() : "") {
                    case "m" -> {
                        add(commit, files.getObjectId(0), withdrawn);
                        single = true;
                    }
                    case "d" -> {
                        withdrawn.add(files.getObjectId(0));
                        single = true;
                    }
                    default -> {}
                }
            }
            if (!single) {
                compare(commit, before == null ? null : treeOf(walk, before), withdrawn);
            }
        }
    }

    private static RevTree treeOf(RevWalk walk, RevCommit commit) throws IOException {
        walk.parseHeaders(commit);
        return commit.getTree();
    }

    private void compare(RevCommit commit, @Nullable RevTree before, Set<ObjectId> withdrawn)
            throws IOException {
        try (var files = new TreeWalk(reader)) {
            files.setRecursive(true);
            files.setFilter(TreeFilter.ANY_DIFF);
            if (before == null) {
                files.addTree(new EmptyTreeIterator());
            } else {
                files.addTree(before);
            }
            files.addTree(commit.getTree());
            while (files.next()) {
                if (!isNameOfMail(files.getPathString())) {
                    continue;
                }
                if (FileMode.MISSING.equals(files.getRawMode(1))) {
                    withdrawn.add(files.getObjectId(0));
                } else {
                    add(commit, files.getObjectId(1), withdrawn);
                }
            }
        }
    }

    /** Two hexadecimal digits, a slash, and 38 more. */
    private static boolean isNameOfMail(String path) {
        return path.length() == 41
                && path.charAt(2) == '/'
                && path.chars()
                        .allMatch(sign ->
                                sign == '/'
                                        || '0' <= sign && sign <= '9'
                                        || 'a' <= sign && sign <= 'f');
    }

    private void add(RevCommit commit, ObjectId mail, Set<ObjectId> withdrawn) {
        // A purge leaves the commit with nothing in its place.
        if (!withdrawn.remove(mail) && !mail.equals(Constants.EMPTY_BLOB_ID)) {
            waiting.add(new Entry(commit.copy(), mail));
        }
    }

    /** The next mail that was found, oldest first; null after the last. */
    @Nullable Arrival next() throws IOException {
        if (waiting.isEmpty()) {
            return null;
        }
        var entry = waiting.removeLast();
        advance(entry.commit());
        var origin = "%s, commit %s".formatted(path, entry.commit().abbreviate(12).name());
        var blob = reader.open(entry.mail(), Constants.OBJ_BLOB);
        if (blob.getSize() > MailSource.LARGEST_MAIL) {
            return MboxSource.tooLarge(origin, blob.getSize());
        }
        return new Raw(origin, blob.getCachedBytes(MailSource.LARGEST_MAIL), Form.DELIVERED);
    }

    /** A commit is behind us when all of its mails are. */
    private void advance(ObjectId commit) {
        if (waiting.isEmpty()) {
            reached = tip;
        } else if (!waiting.getLast().commit().equals(commit)) {
            reached = commit;
        }
    }

    /** Where to go on when the mail taken last is filed; null for the beginning. */
    @Nullable ObjectId reached() {
        return reached;
    }

    /** Of the size of the epoch, as much as of the mails that were found. */
    long bytesRead() {
        return found == 0 ? size : size * (found - waiting.size()) / found;
    }

    @Override
    public void close() {
        reader.close();
        repository.close();
    }
}
