package io.patchbay.intake.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A folder in which public-inbox keeps a list: bare git repositories {@code git/0.git}, {@code
 * git/1.git} … (format v2), or one such repository alone.
 */
public record InboxFolder(List<Epoch> epochs) {

    private static final String EPOCHS = "git";
    private static final String SUFFIX = ".git";

    /** Only unites the others. */
    private static final String ALL = "all.git";

    private static final Comparator<Path> BY_NUMBER = Comparator.comparingInt(InboxFolder::number);

    /**
     * One repository.
     *
     * @param place how messages and read marks call it
     */
    public record Epoch(Path path, String place) {

        static Epoch at(Path path) throws IOException {
            var real = path.toRealPath();
            return new Epoch(real, real.toString());
        }
    }

    /** Empty if the folder is none. */
    public static Optional<InboxFolder> at(Path folder) throws IOException {
        var epochs = new ArrayList<Epoch>();
        for (var path : epochsIn(folderOfEpochs(folder))) {
            epochs.add(Epoch.at(path));
        }
        if (epochs.isEmpty() && isRepository(folder)) {
            epochs.add(Epoch.at(folder));
        }
        return epochs.isEmpty() ? Optional.empty() : Optional.of(new InboxFolder(epochs));
    }

    /** Seen from the inbox, from what unites its epochs, or itself. */
    private static Path folderOfEpochs(Path folder) {
        if (folder.endsWith(EPOCHS)) {
            return folder;
        }
        return folder.endsWith(ALL) ? folder.resolveSibling(EPOCHS) : folder.resolve(EPOCHS);
    }

    private static List<Path> epochsIn(Path folder) throws IOException {
        var epochs = new ArrayList<Path>();
        if (Files.isDirectory(folder)) {
            try (var entries = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
                for (var entry : entries) {
                    if (number(entry) >= 0 && isRepository(entry)) {
                        epochs.add(entry);
                    }
                }
            }
            epochs.sort(BY_NUMBER);
        }
        return epochs;
    }

    private static boolean isRepository(Path folder) {
        return Files.isRegularFile(folder.resolve("HEAD"))
                && Files.isDirectory(folder.resolve("objects"));
    }

    /** Of {@code 12.git}; -1 for other names. */
    private static int number(Path epoch) {
        var name = epoch.getFileName().toString();
        var digits = name.substring(0, Math.max(0, name.length() - SUFFIX.length()));
        boolean numbered =
                !digits.isEmpty()
                        && digits.length() < 9
                        && digits.chars().allMatch(digit -> '0' <= digit && digit <= '9');
        return numbered ? Integer.parseInt(digits) : -1;
    }
}
