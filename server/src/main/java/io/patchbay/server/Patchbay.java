package io.patchbay.server;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.util.Properties;

/** The verbs. */
@Command(
        name = "patchbay",
        description = "Follows the patches that a project mails, and shows what became of each.",
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        footer = {
            "",
            "In its source folder, ./patchbay also knows",
            "  test [--long]  all tests; --long adds those that take minutes",
            "  format         puts every source file into the one format",
            "'patchbay VERB --help' tells more of a verb."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Patchbay.Version.class,
        subcommands = {ImportAnswers.class})
final class Patchbay implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a verb, but none was given");
    }

    /** The version that the build wrote down. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() throws IOException {
            var build = new Properties();
            try (var file = Patchbay.class.getResourceAsStream("build.properties")) {
                build.load(file);
            }
            return new String[] {"patchbay " + build.getProperty("version")};
        }
    }
}
