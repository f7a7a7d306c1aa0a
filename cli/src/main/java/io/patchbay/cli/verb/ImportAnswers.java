package io.patchbay.cli.verb;

import io.patchbay.cli.data.DataOptions;
import io.patchbay.cli.data.Output;
import io.patchbay.importer.AnswerImport;
import io.patchbay.importer.NotAnAnswer;
import io.patchbay.importer.SavedAnswers;
import io.patchbay.server.Refusal;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.importing.ImportConflict;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** {@code import}: answers of a Patchwork API that were saved to files. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Keeps what a Patchwork API answered, under the ids it has there: projects, people,"
                    + " users, patches, covers and series, single or in lists, as JSON.",
            "Importing a file again changes nothing. A file that is no such answer is left out as a"
                    + " whole."
        })
public final class ImportAnswers implements Callable<Integer> {

    @Mixin private final DataOptions data = new DataOptions();
    @Mixin private final Output output = new Output();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "JSON; - is standard input")
    private List<String> files = List.of();

    @Override
    public Integer call() throws IOException {
        int failed = 0;
        try (var store = data.open(Durability.EVERY_WRITE, InstantSource.system())) {
            for (var file : files) {
                try (var content = open(file)) {
                    output.say(file + ": " + keep(content, store));
                } catch (NotAnAnswer | ImportConflict | IOException e) {
                    failed++;
                    output.warn("nothing kept of %s: %s".formatted(file, Refusal.reason(e)));
                }
            }
        }
        return failed == 0 ? 0 : 1;
    }

    private static InputStream open(String file) throws IOException {
        return file.equals("-")
                ? System.in
                : new BufferedInputStream(Files.newInputStream(Path.of(file)));
    }

    /** All of it or nothing; tells what it was. */
    static String keep(InputStream content, Store store) {
        var counts =
                store.write(writing -> {
                    var answers = new AnswerImport(writing.imports());
                    SavedAnswers.read(content, answers::keep);
                    return answers.counts();
                });
        return counts.isEmpty()
                ? "an empty list"
                : counts.entrySet().stream()
                        .map(entry -> entry.getKey().counted(entry.getValue()))
                        .collect(Collectors.joining(", "));
    }
}
