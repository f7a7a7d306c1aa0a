package io.patchbay.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * The links of a document to other files of the repository, and the paths in {@code docs/} it
 * names.
 */
final class MarkdownLinks {

    private static final Pattern CODE =
            Pattern.compile(
                    "(?ms)^[ \t]*```.*?^[ \t]*```|(?<!`)(`+)(?!`)(?:(?!\n\n).)*?(?<!`)\\1(?!`)");
    private static final Pattern LINK = Pattern.compile("\\[[^\\[\\]]*]\\(([^()\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z][a-z+.-]*:.*|//.*|#.*");
    private static final Pattern DOCUMENT =
            Pattern.compile("(?<![\\w./\"-])docs/[\\w./-]*\\w\\.(?:md|svg)\\b");

    private final Path root;
    private final List<String> dangling = new ArrayList<>();
    private int seen;

    MarkdownLinks(Path root) {
        this.root = root;
    }

    /** How many there were, dangling ones included. */
    int seen() {
        return seen;
    }

    /** Each with the file, the line and what to do. */
    List<String> dangling() {
        return dangling;
    }

    /** Links of Markdown, relative to their file. */
    void readLinks(String path, String text) {
        var folder = root.resolve(path).toAbsolutePath().normalize().getParent();
        var prose = CODE.matcher(text).replaceAll(code -> code.group().replaceAll("[^\n]", " "));
        find(
                LINK,
                1,
                prose,
                (target, line) -> {
                    if (ELSEWHERE.matcher(target).matches()) {
                        return;
                    }
                    var file =
                            URLDecoder.decode(
                                    target.replaceFirst("#.*", "").replace("+", "%2B"), UTF_8);
                    check(path, line, target, folder == null ? root : folder.resolve(file));
                });
    }

    /** Names of documents from the top folder on, as comments have them. */
    void readNames(String path, String text) {
        find(DOCUMENT, 0, text, (name, line) -> check(path, line, name, root.resolve(name)));
    }

    private static void find(
            Pattern pattern, int group, String text, BiConsumer<String, Integer> found) {
        var matcher = pattern.matcher(text);
        int line = 1;
        int counted = 0;
        while (matcher.find()) {
            line +=
                    (int)
                            text.substring(counted, matcher.start())
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count();
            counted = matcher.start();
            found.accept(matcher.group(group), line);
        }
    }

    private void check(String path, int line, String target, Path file) {
        seen++;
        if (!Files.exists(file)) {
            dangling.add(
                    "%s:%d: '%s': there is no %s; correct the path, or add the file"
                            .formatted(path, line, target, file.normalize()));
        }
    }
}
