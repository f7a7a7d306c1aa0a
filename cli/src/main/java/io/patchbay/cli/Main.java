package io.patchbay.cli;

import io.patchbay.qmp.schema.QmpError;
import io.patchbay.qmp.standalone.UsageError;
import io.patchbay.server.Address;
import io.patchbay.server.Followed;
import io.patchbay.server.Refusal;
import io.patchbay.tracker.StoreUnavailable;

import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;

/** Where the program begins. Exit codes: 0 done, 1 failed, 2 not understood. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        configureLogging();
        System.exit(commandLine(arguments).execute(arguments));
    }

    public static CommandLine commandLine(String... arguments) {
        return Patchbay.commandLine(arguments)
                .setUsageHelpWidth(100)
                .registerConverter(Address.class, Address::parse)
                .registerConverter(Followed.class, Followed::parse)
                .setParameterExceptionHandler((e, _) -> notUnderstood(e))
                .setExecutionExceptionHandler((e, line, _) -> failed(e, line));
    }

    private static void configureLogging() {
        if (System.getProperty("java.util.logging.config.file") != null) {
            return;
        }
        try (var configuration = Main.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(configuration);
        } catch (IOException e) {
            throw new UncheckedIOException("the logging configuration cannot be read", e);
        }
    }

    private static int notUnderstood(ParameterException e) {
        var line = e.getCommandLine();
        tell(line.getErr(), Refusal.reason(e));
        line.getErr().printf("See '%s --help'.%n", line.getCommandSpec().qualifiedName().strip());
        line.getErr().flush();
        return ExitCode.USAGE;
    }

    private static int failed(Exception e, CommandLine line) {
        switch (e) {
            case Refusal _, UsageError _, QmpError _, IOException _, UncheckedIOException _ ->
                    tell(line.getErr(), Refusal.reason(e));
            case StoreUnavailable _ ->
                    tell(
                            line.getErr(),
                            "the store is locked, full or away; what was not done can be done again later: "
                                    + e.getMessage());
            default -> {
                tell(line.getErr(), "something went wrong that should not; please report this:");
                e.printStackTrace(line.getErr());
            }
        }
        line.getErr().flush();
        return ExitCode.SOFTWARE;
    }

    private static void tell(PrintWriter err, String message) {
        err.println("patchbay: " + message);
    }
}
