package io.patchbay.intake.mirror;

import io.patchbay.intake.source.InboxFolder;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The local copy of a mirror that is named by a URL: of one repository, or of the epochs below the
 * URL. It is laid out as public-inbox lays out an archive of format v2.
 */
final class MirrorCopy {

    /** How epochs are named below the address of an archive: by its server, and in its folder. */
    private static final List<String> EPOCHS = List.of("/%d", "/git/%d.git");

    private static final int MOST_EPOCHS = 1_000;

    private final Path epochs;
    private final MirrorAddress.Url address;

    /** What stands behind the address for an epoch; empty for a single repository. */
    private @Nullable String suffix;

    MirrorCopy(Path folder, MirrorAddress.Url address) {
        this.epochs = folder.resolve("git");
        this.address = address;
    }

    /** Those that are here; none if nothing was fetched to its end. */
    InboxFolder inbox() throws IOException {
        var found = new ArrayList<InboxFolder.Epoch>();
        for (int number = 0; number <= lastHere(); number++) {
            if (copy(number).isWhole() && suffixOf(copy(number).url(), number) != null) {
                found.add(copy(number).epoch());
            }
        }
        return new InboxFolder(found);
    }

    /**
     * Fetches what is new.
     *
     * @param newest how many of the newest mails are wanted, the first time; null for all
     * @param begun whether some of these are read
     */
    InboxFolder fetch(@Nullable Long newest, boolean begun, Consumer<String> told)
            throws IOException {
        removeOthers();
        int here = lastHere();
        int last = lastThere(here);
        if (newest != null && !begun) {
            fetchNewest(last, newest, told);
        } else {
            for (int number = newest == null ? 0 : here; number <= last; number++) {
                if (number >= here || !copy(number).isWhole()) {
                    fetch(number, null, told);
                }
            }
        }
        var inbox = inbox();
        if (inbox.epochs().isEmpty()) {
            throw new MirrorTrouble(address.shown() + " has no commits");
        }
        return inbox;
    }

    /**
     * @throws MirrorTrouble if there is neither a repository nor an epoch of one
     */
    static void require(MirrorAddress.Url address) throws MirrorTrouble {
        findSuffix(address);
    }

    private void fetchNewest(int last, long newest, Consumer<String> told) throws IOException {
        long left = newest;
        for (int number = last; number >= 0 && left > 0; number--) {
            // One more than wanted, behind which reading begins.
            if (fetch(number, left + 1, told)) {
                left -= copy(number).commits(left);
            }
        }
    }

    private boolean fetch(int number, @Nullable Long most, Consumer<String> told)
            throws IOException {
        var remote = remote(number);
        return copy(number).fetch(remote, most, new FetchProgress(remote.shown(), told));
    }

    private EpochCopy copy(int number) {
        return new EpochCopy(epochs.resolve(number + ".git"));
    }

    private GitRemote remote(int number) {
        return new GitRemote(urlOf(suffix == null ? "" : suffix, number));
    }

    private String urlOf(String suffix, int number) {
        return address.location() + suffix.formatted(number);
    }

    /** The project may have followed another mirror before. */
    private void removeOthers() throws IOException {
        for (int number : numbersHere()) {
            var url = copy(number).url();
            if (url.isEmpty() || suffixOf(url, number) == null) {
                copy(number).delete();
            }
        }
    }

    private @Nullable String suffixOf(String url, int number) {
        if (url.equals(address.location())) {
            return "";
        }
        return EPOCHS.stream()
                .filter(one -> url.equals(urlOf(one, number)))
                .findFirst()
                .orElse(null);
    }

    private List<Integer> numbersHere() throws IOException {
        var numbers = new ArrayList<Integer>();
        if (Files.isDirectory(epochs)) {
            try (var files = Files.newDirectoryStream(epochs, "*.git")) {
                for (var file : files) {
                    var name = file.getFileName().toString();
                    if (name.matches("\\d{1,4}\\.git")) {
                        numbers.add(Integer.parseInt(name.substring(0, name.length() - 4)));
                    }
                }
            }
        }
        return numbers;
    }

    private int lastHere() throws IOException {
        int last = -1;
        for (int number : numbersHere()) {
            last = copy(number).isWhole() ? Math.max(last, number) : last;
        }
        return last;
    }

    /** The number of the newest epoch of the remote. */
    private int lastThere(int here) throws IOException {
        suffix = here < 0 ? findSuffix(address) : suffixOf(copy(here).url(), here);
        if (suffix == null || suffix.isEmpty()) {
            return 0;
        }
        int last = Math.max(0, here);
        while (last + 1 < MOST_EPOCHS && isThere(last + 1)) {
            last++;
        }
        return last;
    }

    private static String findSuffix(MirrorAddress.Url address) throws MirrorTrouble {
        MirrorTrouble absent;
        try {
            if (new GitRemote(address.location()).tip().isPresent()) {
                return "";
            }
            absent = new MirrorTrouble(address.shown() + " has no commits");
        } catch (MirrorTrouble e) {
            if (!e.isAbsent()) {
                throw e;
            }
            absent = e;
        }
        for (var one : EPOCHS) {
            if (isThere(address.location() + one.formatted(0))) {
                return one;
            }
        }
        throw MirrorTrouble.of(
                "%s; nor are there epochs of a public-inbox below it, such as %s"
                        .formatted(
                                absent.getMessage(),
                                address.shown() + EPOCHS.getFirst().formatted(0)),
                absent);
    }

    private boolean isThere(int number) throws MirrorTrouble {
        return isThere(remote(number).url());
    }

    /** An epoch without commits is there when it has some. */
    private static boolean isThere(String url) throws MirrorTrouble {
        try {
            return new GitRemote(url).tip().isPresent();
        } catch (MirrorTrouble e) {
            if (e.isAbsent()) {
                return false;
            }
            throw e;
        }
    }
}
