package io.patchbay.cli.data;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;

/** Where a verb writes: its results, and what went wrong. */
@Command // without options of its own, so picocli has to be told
public final class Output {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec verb;

    public void say(String line) {
        print(verb.commandLine().getOut(), line);
    }

    public void warn(String line) {
        print(verb.commandLine().getErr(), "patchbay: " + line);
    }

    private static void print(PrintWriter writer, String line) {
        writer.println(line);
        writer.flush();
    }
}
