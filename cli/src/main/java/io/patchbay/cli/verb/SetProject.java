package io.patchbay.cli.verb;

import io.patchbay.cli.data.DataOptions;
import io.patchbay.cli.data.Output;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.concurrent.Callable;

/** {@code project set}. */
@Command(
        name = "set",
        mixinStandardHelpOptions = true,
        description = "Changes how a project's mails are filed from now on.")
public final class SetProject implements Callable<Integer> {

    @Mixin private final DataOptions data = new DataOptions();
    @Mixin private final Output output = new Output();

    @Parameters(paramLabel = "LINKNAME", description = "the project")
    private String linkName = "";

    @Option(
            names = "--rules",
            paramLabel = "RULES",
            required = true,
            description = "by which mails find their series: patchbay or patchwork")
    private String rules = "";

    @Override
    public Integer call() throws IOException {
        try (var access = data.access()) {
            access.setRules(linkName, rules);
            output.say(
                    "mails of %s that come from now on find their series by the rules of %s;"
                                    .formatted(linkName, rules)
                            + " what is filed stays as it is");
            return 0;
        }
    }
}
