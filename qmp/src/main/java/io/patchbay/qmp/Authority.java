package io.patchbay.qmp;

import io.patchbay.qmp.schema.QmpError;

import java.util.List;
import java.util.Optional;

/**
 * Which commands a monitor may run: those whose name matches one of the globs ({@code *} stands for
 * any characters); without globs, all.
 */
record Authority(Optional<List<String>> globs) {

    static final Authority FULL = new Authority(Optional.empty());

    boolean allows(String command) {
        return globs.isEmpty() || covers(command);
    }

    /**
     * The authority of a monitor that a caller of this authority adds: never more than its own, and
     * its own if nothing is asked.
     */
    Authority delegate(Optional<List<String>> asked) {
        if (asked.isEmpty()) {
            return this;
        }
        for (var glob : asked.get()) {
            // A star of the narrower glob, taken as a character, can only be met by a star.
            if (!allows(glob)) {
                throw new QmpError(
                        "Parameter 'allow' goes beyond this monitor's own authority: '%s' is not within %s"
                                .formatted(glob, String.join(", ", globs.orElseThrow())));
            }
        }
        return new Authority(asked);
    }

    private boolean covers(String name) {
        return globs.orElse(List.of()).stream().anyMatch(glob -> matches(glob, name));
    }

    private static boolean matches(String glob, String name) {
        int g = 0;
        int n = 0;
        int star = -1;
        int retry = -1;
        while (n < name.length()) {
            if (g < glob.length() && glob.charAt(g) == '*') {
                star = g++;
                retry = n;
            } else if (g < glob.length() && glob.charAt(g) == name.charAt(n)) {
                g++;
                n++;
            } else if (star >= 0) {
                g = star + 1;
                n = ++retry;
            } else {
                return false;
            }
        }
        while (g < glob.length() && glob.charAt(g) == '*') {
            g++;
        }
        return g == glob.length();
    }
}
