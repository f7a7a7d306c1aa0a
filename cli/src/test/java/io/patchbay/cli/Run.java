package io.patchbay.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a command line did.
 *
 * @param exitCode 0 done, 1 failed, 2 not understood
 */
public record Run(int exitCode, String out, String err) {

    public static Run of(Object... arguments) {
        var texts = new String[arguments.length];
        for (int at = 0; at < texts.length; at++) {
            texts[at] = arguments[at].toString();
        }
        var out = new StringWriter();
        var err = new StringWriter();
        int exitCode =
                Main.commandLine(texts)
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(texts);
        return new Run(exitCode, out.toString(), err.toString());
    }
}
