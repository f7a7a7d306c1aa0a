package io.patchbay.intake.mirror;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;

/** A mirror cannot be read; the message says why, and what to do where something can be done. */
public final class MirrorTrouble extends IOException {

    private static final long serialVersionUID = 1;

    private final boolean absent;

    private MirrorTrouble(String message, boolean absent, @Nullable Throwable cause) {
        super(message, cause);
        this.absent = absent;
    }

    MirrorTrouble(String message) {
        this(message, false, null);
    }

    static MirrorTrouble of(String message, Throwable cause) {
        return new MirrorTrouble(message, false, cause);
    }

    /** The server answers, and has no repository there. */
    static MirrorTrouble absent(String message, Throwable cause) {
        return new MirrorTrouble(message, true, cause);
    }

    /**
     * @param files some that it has
     */
    static MirrorTrouble noInbox(String shown, List<String> files) {
        return new MirrorTrouble(
                ("%s is a git repository, but no public-inbox: it has the files %s; expected is one"
                                + " that holds mails, such as https://lore.example.org/LIST/0")
                        .formatted(shown, String.join(", ", files)));
    }

    boolean isAbsent() {
        return absent;
    }
}
