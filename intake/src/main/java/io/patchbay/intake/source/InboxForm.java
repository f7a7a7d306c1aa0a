package io.patchbay.intake.source;

import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells an archive of public-inbox from any other repository. */
public final class InboxForm {

    private static final Set<String> FILES_OF_V2 = Set.of("m", "d");
    private static final int SHOWN = 4;

    private InboxForm() {}

    /** Names of files that no archive has; empty if the commit is one of an archive. */
    public static List<String> strangeFiles(Repository repository, ObjectId commit)
            throws IOException {
        try (var walk = new RevWalk(repository)) {
            var tree = walk.parseCommit(commit).getTree();
            return isOldFormat(repository, tree) ? List.of() : namesUnlessMail(repository, tree);
        }
    }

    private static boolean isOldFormat(Repository repository, RevTree tree) throws IOException {
        try (var files = new TreeWalk(repository)) {
            files.addTree(tree);
            files.setRecursive(true);
            return !files.next() || InboxEpoch.isNameOfMail(files.getPathString());
        }
    }

    private static List<String> namesUnlessMail(Repository repository, RevTree tree)
            throws IOException {
        var names = new ArrayList<String>();
        try (var files = new TreeWalk(repository)) {
            files.addTree(tree);
            while (files.next()) {
                if (FILES_OF_V2.contains(files.getPathString()) && !files.isSubtree()) {
                    return List.of();
                }
                if (names.size() < SHOWN) {
                    names.add(files.getPathString());
                }
            }
        }
        return names;
    }
}
