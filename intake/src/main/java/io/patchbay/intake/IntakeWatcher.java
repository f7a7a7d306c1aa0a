package io.patchbay.intake;

/** Is told how an intake gets on, by the thread that files. */
public interface IntakeWatcher {

    /** These many mails more were filed or refused; the source has been read up to this byte. */
    void advanced(int mails, long bytesRead);

    /** These are all that the intake took so far, just before {@link #advanced} tells of them. */
    default void became(Outcomes outcomes) {}

    /** A mail could not be read or filed. */
    void refused(String origin, String reason);
}
