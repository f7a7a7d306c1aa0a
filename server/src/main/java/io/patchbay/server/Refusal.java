package io.patchbay.server;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** What was asked cannot be done; the message is for the person who asked. */
public final class Refusal extends RuntimeException {

    public Refusal(String message) {
        super(message);
    }

    public Refusal(String message, Throwable cause) {
        super(message, cause);
    }

    /** What went wrong, in one line: some exceptions only name the file that they are about. */
    public static String reason(Throwable e) {
        return switch (e) {
            case NoSuchFileException missing when missing.getReason() == null ->
                    missing.getFile() + ": no such file";
            case AccessDeniedException denied when denied.getReason() == null ->
                    denied.getFile() + ": access denied";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }
}
