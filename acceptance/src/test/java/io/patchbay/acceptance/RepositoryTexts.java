package io.patchbay.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The texts that people write in the repository: sources, templates, scripts, documents. */
final class RepositoryTexts {

    static final Path ROOT = Path.of("..");

    private static final Set<String> ENDINGS =
            Set.of(
                    "java",
                    "md",
                    "jte",
                    "sql",
                    "sh",
                    "py",
                    "pl",
                    "xml",
                    "yml",
                    "properties",
                    "css",
                    "js",
                    "txt",
                    "tsv");

    private static final Set<String> NOT_OURS =
            Set.of(
                    ".git",
                    ".idea",
                    ".vscode",
                    ".settings",
                    ".local",
                    "target",
                    "node_modules",
                    "data");

    private RepositoryTexts() {}

    /** By their paths from the top folder on. */
    static Map<String, String> read() throws IOException {
        var texts = new TreeMap<String, String>();
        Files.walkFileTree(
                ROOT,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        return NOT_OURS.contains(folder.getFileName().toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        if (attributes.isRegularFile() && isText(file.getFileName().toString())) {
                            var path = ROOT.relativize(file).toString().replace('\\', '/');
                            texts.put(path, Files.readString(file, UTF_8));
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return texts;
    }

    /** Scripts have no ending. */
    private static boolean isText(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? !name.equals("LICENSE") : ENDINGS.contains(name.substring(dot + 1));
    }
}
