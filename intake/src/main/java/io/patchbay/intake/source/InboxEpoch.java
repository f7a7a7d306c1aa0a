package io.patchbay.intake.source;

import io.patchbay.intake.source.Arrival.Form;
import io.patchbay.intake.source.Arrival.Raw;
import io.patchbay.intake.source.Arrival.Refused;
import io.patchbay.intake.source.MailSource.Absence;

import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;

/**
 * One git repository of an inbox. Each commit adds one mail: as the file {@code m} of its tree
 * (format v2), or as a new file in a folder of two hexadecimal digits (v1). A later commit may take
 * it back; it names it as {@code d} (v2), or removes the file (v1).
 */
public final class InboxEpoch implements Closeable {

    /** More than a damaged copy lacks: this one was never whole. */
    private static final int MOST_MISSING = 1_000;

    /** Behind the name of a commit that cannot be read, so that nothing before it can. */
    private static final String AND_ALL_BEFORE = "^";

    private final InboxFolder.Epoch epoch;
    private final Repository repository;
    private final ObjectReader reader;
    private final long size;
    private final @Nullable ObjectId tip;

    /** The newest first; taken from the end. */
    private final List<Entry> waiting = new ArrayList<>();

    /** By name: the commits of which something cannot be read. */
    private final SequencedSet<String> missing = new LinkedHashSet<>();

    private int found;
    private @Nullable ObjectId reached;
    private @Nullable Absence absence;

    /**
     * A mail of a commit.
     *
     * @param mail null if the commit or its tree cannot be read
     * @param again whether it was missing when it was its turn
     */
    private record Entry(ObjectId commit, @Nullable ObjectId mail, boolean again) {}

    private InboxEpoch(InboxFolder.Epoch epoch, Repository repository) throws IOException {
        this.epoch = epoch;
        this.repository = repository;
        this.reader = repository.newObjectReader();
        this.size = sizeOf(epoch.path());
        this.tip = repository.resolve(Constants.HEAD);
    }

    /** Nothing of it is read yet. */
    public static InboxEpoch open(InboxFolder.Epoch epoch) throws IOException {
        var repository =
                new FileRepositoryBuilder().setGitDir(epoch.path().toFile()).setBare().build();
        try {
            return new InboxEpoch(epoch, repository);
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

    /** How messages and read marks call it. */
    String place() {
        return epoch.place();
    }

    /** The newest commit; null if there is none yet. */
    public @Nullable ObjectId tip() {
        return tip;
    }

    /**
     * Finds the mails that came after a commit.
     *
     * @param last the commit where reading ended last time; null to take all
     * @param missed names of commits of which something could not be read, to be tried again
     * @return whether the last commit is still in the history; if it is not, all mails are taken
     *     that came after the newest commit that its own history shares
     */
    boolean find(@Nullable ObjectId last, List<String> missed) throws IOException {
        boolean met;
        try (var walk = new RevWalk(reader)) {
            walk.setRetainBody(false);
            met = walkBack(walk, tip, last);
            reached = met ? last : cutAtShared(walk, last);
            for (var name : missed.reversed()) {
                tryAgain(walk, name);
            }
        }
        found = waiting.size();
        return met;
    }

    /** Leaves out what a history that was rewritten since then has, too; null if it has nothing. */
    private @Nullable ObjectId cutAtShared(RevWalk walk, @Nullable ObjectId last)
            throws IOException {
        var before = new HashSet<ObjectId>();
        for (var id = last; id != null; ) {
            var commit = commit(walk, id);
            before.add(id);
            id = commit == null ? null : parent(commit);
        }
        for (int at = 0; at < waiting.size(); at++) {
            var commit = waiting.get(at).commit();
            if (before.contains(commit)) {
                waiting.subList(at, waiting.size()).clear();
                return commit;
            }
        }
        return null;
    }

    /**
     * What lies behind the newest commits.
     *
     * @param commits how many there are, at most as many as were asked for
     * @param next the one behind them; null if there is none
     */
    public record Newest(long commits, @Nullable ObjectId next) {}

    /** Looks at no mail. */
    public Newest newest(long most) throws IOException {
        try (var walk = new RevWalk(reader)) {
            walk.setRetainBody(false);
            long count = 0;
            for (ObjectId id = tip; id != null; count++) {
                if (count == most) {
                    return new Newest(count, id);
                }
                var commit = commit(walk, id);
                id = commit == null ? null : parent(commit);
            }
            return new Newest(count, null);
        }
    }

    /** Looks at the commits from one back to another; returns whether that one was met. */
    private boolean walkBack(RevWalk walk, @Nullable ObjectId from, @Nullable ObjectId last)
            throws IOException {
        var withdrawn = new HashSet<ObjectId>();
        for (var id = from; id != null; ) {
            if (id.equals(last)) {
                return true;
            }
            var commit = commit(walk, id);
            if (commit == null) {
                // Nobody knows what came before it; what came after it can be taken.
                waiting.add(new Entry(id, null, false));
                return true;
            }
            look(walk, commit, withdrawn);
            id = parent(commit);
        }
        return last == null;
    }

    private static @Nullable RevCommit parent(RevCommit commit) {
        return commit.getParentCount() == 0 ? null : commit.getParent(0);
    }

    private static @Nullable RevCommit commit(RevWalk walk, ObjectId id) throws IOException {
        try {
            return walk.parseCommit(id);
        } catch (MissingObjectException | CorruptObjectException e) {
            return null;
        }
    }

    /** What was missing and is there now comes first; what is not is still missing. */
    private void tryAgain(RevWalk walk, String name) throws IOException {
        int before = waiting.size();
        var id = ObjectId.fromString(name.substring(0, Constants.OBJECT_ID_STRING_LENGTH));
        var commit = commit(walk, id);
        boolean withAllBefore = name.endsWith(AND_ALL_BEFORE);
        if (commit != null && withAllBefore) {
            walkBack(walk, id, null);
        } else if (commit != null) {
            look(walk, commit, new HashSet<>());
        }
        var entries = waiting.subList(before, waiting.size());
        boolean there = withAllBefore || entries.stream().allMatch(this::isThere);
        if (commit == null || !there) {
            entries.clear();
            missing.add(name);
        }
        entries.replaceAll(entry -> new Entry(entry.commit(), entry.mail(), true));
    }

    private boolean isThere(Entry entry) {
        try {
            return entry.mail() != null && reader.open(entry.mail()).getSize() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void look(RevWalk walk, RevCommit commit, Set<ObjectId> withdrawn) throws IOException {
        try {
            lookInto(walk, commit, parent(commit), withdrawn);
        } catch (MissingObjectException | CorruptObjectException e) {
            waiting.add(new Entry(commit.copy(), null, false));
        }
    }

    private void lookInto(
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
    static boolean isNameOfMail(String path) {
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
            waiting.add(new Entry(commit.copy(), mail, false));
        }
    }

    /** The next mail that was found, oldest first; null after the last. */
    @Nullable Arrival next() throws IOException {
        if (waiting.isEmpty()) {
            return null;
        }
        var entry = waiting.removeLast();
        advance(entry);
        var origin = "%s, commit %s".formatted(place(), entry.commit().abbreviate(12).name());
        absence = entry.again() ? new Absence(origin, null) : null;
        var mail = entry.mail();
        if (mail == null) {
            return missing(entry, origin, "it, or what files it has");
        }
        try {
            return read(mail, origin);
        } catch (MissingObjectException | CorruptObjectException e) {
            return missing(entry, origin, "the mail " + mail.name());
        }
    }

    private Arrival read(ObjectId mail, String origin) throws IOException {
        var blob = reader.open(mail, Constants.OBJ_BLOB);
        return blob.getSize() > MailSource.LARGEST_MAIL
                ? MboxSource.tooLarge(origin, blob.getSize())
                : new Raw(origin, blob.getCachedBytes(MailSource.LARGEST_MAIL), Form.DELIVERED);
    }

    private Arrival missing(Entry entry, String origin, String what) throws IOException {
        boolean isCommit = entry.mail() == null && !reader.has(entry.commit());
        missing.add(entry.commit().name() + (isCommit ? AND_ALL_BEFORE : ""));
        if (missing.size() > MOST_MISSING) {
            throw new IOException(
                    "%s lacks more than %d of its objects: fetch them, or clone it anew without --filter"
                            .formatted(place(), MOST_MISSING));
        }
        var reason = "%s: missing or damaged; tried again later".formatted(what);
        absence = new Absence(origin, reason);
        return new Refused(origin, reason);
    }

    /** The commits of which something cannot be read, by name. */
    SequencedSet<String> missing() {
        return missing;
    }

    /** What the mail taken last says of absences, if it says something. */
    @Nullable Absence absence() {
        return absence;
    }

    /** A commit is behind us when all of its mails are. */
    private void advance(Entry taken) {
        if (waiting.isEmpty()) {
            reached = tip;
        } else if (!taken.again() && !waiting.getLast().commit().equals(taken.commit())) {
            reached = taken.commit();
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
