package io.patchbay.intake;

/** Is told how an intake gets on, by the thread that files. */
public interface IntakeWatcher {

    /** These many mails more were filed or refused; the source has been read up to this byte. */
    void advanced(int mails, long bytesRead);

    /** A mail could not be read or filed. */
    void refused(String origin, String reason);
}
