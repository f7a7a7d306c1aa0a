package io.patchbay.cli;

import io.patchbay.cli.shell.Monitor;
import io.patchbay.cli.verb.AddProject;
import io.patchbay.cli.verb.AddUser;
import io.patchbay.cli.verb.ImportAnswers;
import io.patchbay.cli.verb.Ingest;
import io.patchbay.cli.verb.KeepMails;
import io.patchbay.cli.verb.ListProjects;
import io.patchbay.cli.verb.MakeToken;
import io.patchbay.cli.verb.NotifyProject;
import io.patchbay.cli.verb.ParseArchive;
import io.patchbay.cli.verb.ParseMail;
import io.patchbay.cli.verb.PersonVerbs;
import io.patchbay.cli.verb.QuarantineVerbs;
import io.patchbay.cli.verb.Retag;
import io.patchbay.cli.verb.SetProject;
import io.patchbay.cli.verb.ShowAudit;
import io.patchbay.cli.verb.ShowProject;
import io.patchbay.cli.verb.VerbGroup;
import io.patchbay.cli.versions.Links;
import io.patchbay.cli.versions.RangeDiff;
import io.patchbay.cli.versions.Relink;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

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
            "  bench          measures how fast all this is here",
            "  format         puts every source file into the one format",
            "  release        makes a release, or builds one from history",
            "  new migration  begins the next change of the tables",
            "",
            "'patchbay VERB --help' tells more of a verb."
        },
        mixinStandardHelpOptions = true,
        versionProvider = PrintedVersion.class)
final class Patchbay extends VerbGroup {

    private static final Map<String, Supplier<Object>> VERBS = new LinkedHashMap<>();

    static {
        VERBS.put("demo", Demo::new);
        VERBS.put("serve", Serve::new);
        VERBS.put("monitor", Monitor::new);
        VERBS.put("project", Projects::new);
        VERBS.put("ingest", Ingest::new);
        VERBS.put("parsemail", ParseMail::new);
        VERBS.put("parsearchive", ParseArchive::new);
        VERBS.put("quarantine", QuarantineVerbs::new);
        VERBS.put("import", ImportAnswers::new);
        VERBS.put("user", Users::new);
        VERBS.put("persons", PersonVerbs::new);
        VERBS.put("token", MakeToken::new);
        VERBS.put("audit", ShowAudit::new);
        VERBS.put("retag", Retag::new);
        VERBS.put("links", Links::new);
        VERBS.put("relink", Relink::new);
        VERBS.put("range-diff", RangeDiff::new);
        VERBS.put("rehearse", Rehearse::new);
    }

    /** Knows the verb that was asked for; the others too only if it has to tell of them. */
    static CommandLine commandLine(String... arguments) {
        var line = new CommandLine(new Patchbay());
        var verb = arguments.length == 0 ? null : VERBS.get(arguments[0]);
        if (verb == null) {
            VERBS.forEach((name, command) -> line.addSubcommand(name, command.get()));
        } else {
            // Describing a verb costs a fifth of the time that the program takes to start.
            line.addSubcommand(arguments[0], verb.get());
        }
        return line;
    }

    @Command(
            name = "project",
            description =
                    "Adds and lists projects, and says where their mails come from and what is"
                            + " made of them.",
            synopsisSubcommandLabel = "VERB",
            mixinStandardHelpOptions = true,
            subcommands = {
                AddProject.class,
                KeepMails.class,
                ListProjects.class,
                NotifyProject.class,
                SetProject.class,
                ShowProject.class
            })
    static final class Projects extends VerbGroup {}

    @Command(
            name = "user",
            description = "Adds users.",
            synopsisSubcommandLabel = "VERB",
            mixinStandardHelpOptions = true,
            subcommands = AddUser.class)
    static final class Users extends VerbGroup {}
}
