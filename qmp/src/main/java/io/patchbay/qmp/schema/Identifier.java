package io.patchbay.qmp.schema;

import java.util.regex.Pattern;

/** What an id must look like where an identifier is needed. */
public final class Identifier {

    private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");

    private Identifier() {}

    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }
}
