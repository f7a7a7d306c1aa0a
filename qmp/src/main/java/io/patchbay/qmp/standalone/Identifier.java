package io.patchbay.qmp.standalone;

import java.util.regex.Pattern;

/** What an id given on the command line must look like. */
final class Identifier {

    static final String EXPECTED =
            """
            Parameter 'id' expects an identifier
            Identifiers consist of letters, digits, '-', '.', '_', starting with a letter.\
            """;

    private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");

    private Identifier() {}

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }
}
