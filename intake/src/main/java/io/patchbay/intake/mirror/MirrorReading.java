package io.patchbay.intake.mirror;

import io.patchbay.intake.BulkIntake;
import io.patchbay.intake.Outcomes;
import io.patchbay.intake.Quarantine;
import io.patchbay.intake.source.InboxFolder;
import io.patchbay.intake.source.InboxForm;
import io.patchbay.intake.source.InboxSource;
import io.patchbay.intake.source.NewestMails;
import io.patchbay.intake.source.ReadMarks;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.mails.ListMirror;
import io.patchbay.tracker.model.Project;

import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FileUtils;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes into a project what is new in the mirror that it follows. */
public final class MirrorReading {

    private final Store store;
    private final Filing filing;
    private final Path copies;

    /**
     * @param filing for any list
     * @param copies the folder that has those of mirrors elsewhere, one a project
     */
    public MirrorReading(Store store, Filing filing, Path copies) {
        this.store = store;
        this.filing = filing;
        this.copies = copies;
    }

    /**
     * Has the mails of a mirror here, for a project to be.
     *
     * @param linkName of the project
     * @throws MirrorTrouble if there is none at that address
     */
    public InboxFolder fetch(
            String linkName, MirrorAddress address, @Nullable Long newest, Consumer<String> told)
            throws IOException {
        return switch (address) {
            case MirrorAddress.Folder(var path) -> inboxAt(path);
            case MirrorAddress.Url url -> copy(linkName, url).fetch(newest, false, told);
        };
    }

    /**
     * Goes on where reading ended last, whoever did it.
     *
     * @throws MirrorTrouble if it cannot be read now
     */
    public Outcomes read(Project project, ListMirror mirror, MirrorWatcher watcher)
            throws IOException {
        // What the mirror has is of its list, whatever the headers say.
        var marks = ReadMarks.in(store, Optional.of(project.listId()));
        var newest = mirror.newest();
        var inbox =
                switch (MirrorAddress.parse(mirror.location())) {
                    case MirrorAddress.Folder(var path) -> inboxAt(path);
                    case MirrorAddress.Url url -> {
                        var copy = copy(project.linkName(), url);
                        boolean begun = NewestMails.hasBegun(copy.inbox(), marks);
                        yield copy.fetch(newest, begun, watcher::fetching);
                    }
                };
        if (newest != null) {
            NewestMails.mark(inbox, marks, newest);
        }
        try (var source = InboxSource.open(inbox, marks)) {
            return new BulkIntake(
                            filing.under(project.listId()),
                            watcher.filing(source.size()),
                            new Quarantine(store, filing))
                    .take(source);
        }
    }

    /**
     * Asks, and fetches nothing.
     *
     * @throws MirrorTrouble if there is no mirror at that address
     */
    public void require(MirrorAddress address) throws IOException {
        switch (address) {
            case MirrorAddress.Folder(var path) -> inboxAt(path);
            case MirrorAddress.Url url -> MirrorCopy.require(url);
        }
    }

    /** Removes the copy of what a project followed, if there is one. */
    public void forget(String linkName) throws IOException {
        FileUtils.delete(
                copies.resolve(linkName).toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING);
    }

    private MirrorCopy copy(String linkName, MirrorAddress.Url url) {
        return new MirrorCopy(copies.resolve(linkName), url);
    }

    private static InboxFolder inboxAt(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            throw new MirrorTrouble("there is no folder '%s'".formatted(path));
        }
        var inbox = InboxFolder.at(path);
        if (inbox.isEmpty()) {
            inbox = InboxFolder.at(path.resolve(Constants.DOT_GIT));
        }
        if (inbox.isEmpty()) {
            throw new MirrorTrouble(
                    "'%s' is no git repository and has no git/0.git; expected a public-inbox"
                            .formatted(path));
        }
        requireInbox(inbox.get(), path);
        return inbox.get();
    }

    private static void requireInbox(InboxFolder inbox, Path path) throws IOException {
        var newest = inbox.epochs().getLast().path();
        try (var repository =
                new FileRepositoryBuilder().setGitDir(newest.toFile()).setBare().build()) {
            var head = repository.resolve(Constants.HEAD);
            var strange = head == null ? null : InboxForm.strangeFiles(repository, head);
            if (strange != null && !strange.isEmpty()) {
                throw MirrorTrouble.noInbox("'%s'".formatted(path), strange);
            }
        }
    }
}
