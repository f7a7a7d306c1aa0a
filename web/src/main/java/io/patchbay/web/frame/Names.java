package io.patchbay.web.frame;

import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.Person;

/** What mails and their authors are called on the pages. */
public final class Names {

    private static final int LONGEST_IN_LIST = 100;

    private Names() {}

    public static String of(Person person) {
        var name = person.name();
        return name == null || name.isBlank() ? person.email() : name;
    }

    /** The name and address, or the address where there is no name. */
    static String full(Person person) {
        var name = person.name();
        return name == null || name.isBlank() ? person.email() : name + " <" + person.email() + ">";
    }

    public static String ofMail(String name) {
        return name.isBlank() ? "[no subject]" : name;
    }

    /** Cut for a list's row. */
    public static String inList(Patch patch) {
        var name = ofMail(patch.name());
        if (name.length() <= LONGEST_IN_LIST) {
            return name;
        }
        boolean splitsPair = Character.isHighSurrogate(name.charAt(LONGEST_IN_LIST - 2));
        return name.substring(0, LONGEST_IN_LIST - (splitsPair ? 2 : 1)) + "…";
    }
}
