import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Checks or mends the format of every Java source below a folder: {@code Format.java check|write
 * FOLDER}.
 */
final class Format {

    private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules");

    public static void main(String[] args) throws Exception {
        boolean write = args[0].equals("write");
        var formatter = new Formatter(JavaFormatterOptions.builder().style(Style.AOSP).build());
        int wrong = 0;
        for (Path source : sourcesBelow(Path.of(args[1]))) {
            var text = Files.readString(source);
            var ordered =
                    ImportOrderer.reorderImports(
                            RemoveUnusedImports.removeUnusedImports(text), Style.AOSP);
            var formatted = formatter.formatSource(ordered);
            if (formatted.equals(text)) {
                continue;
            }
            wrong++;
            if (write) {
                Files.writeString(source, formatted);
            }
            System.err.println((write ? "formatted " : "badly formatted: ") + source);
        }
        if (wrong > 0 && !write) {
            System.err.println(
                    wrong
                            + " badly formatted files; run './patchbay format' and commit the result");
            System.exit(1);
        }
    }

    private static List<Path> sourcesBelow(Path folder) throws IOException {
        var sources = new ArrayList<Path>();
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path entered, BasicFileAttributes attributes) {
                        return NOT_OURS.contains(entered.getFileName().toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (file.toString().endsWith(".java")) {
                            sources.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return sources;
    }
}
