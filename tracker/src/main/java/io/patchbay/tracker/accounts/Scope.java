package io.patchbay.tracker.accounts;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a token can be limited to; each includes reading (docs/adr/0004). */
public enum Scope {
    /** Nothing else. */
    READ,
    /** Reporting checks. */
    CHECKS,
    /** Changing patches and marking comments as addressed. */
    STATE;

    /** As people write it, and as it is stored. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Scope> named(String label) {
        return Arrays.stream(values()).filter(scope -> scope.label().equals(label)).findFirst();
    }

    /** Labels with blanks between them; empty for none. */
    public static String labels(Collection<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::label).collect(Collectors.joining(" "));
    }

    /** What {@link #labels} wrote. A word that is none grants nothing but reading. */
    public static Set<Scope> read(String labels) {
        var scopes = EnumSet.noneOf(Scope.class);
        for (var label : labels.split(" ")) {
            if (!label.isEmpty()) {
                scopes.add(named(label).orElse(READ));
            }
        }
        return scopes;
    }
}
