package io.patchbay.server;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

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
        subcommands = {
            Ingest.class,
            ImportAnswers.class,
            Patchbay.Projects.class,
            Patchbay.Users.class,
            MakeToken.class
        })
final class Patchbay extends VerbGroup {

    @Command(
            name = "project",
            description = "Adds and lists projects, each with its mailing list.",
            synopsisSubcommandLabel = "VERB",
            mixinStandardHelpOptions = true,
            subcommands = {AddProject.class, ListProjects.class})
    static final class Projects extends VerbGroup {}

    @Command(
            name = "user",
            description = "Adds users.",
            synopsisSubcommandLabel = "VERB",
            mixinStandardHelpOptions = true,
            subcommands = AddUser.class)
    static final class Users extends VerbGroup {}

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
