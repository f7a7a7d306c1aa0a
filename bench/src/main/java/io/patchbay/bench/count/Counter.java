package io.patchbay.bench.count;

/** Counts some properties of the mails of one archive. */
interface Counter {

    /** In the order of the archive. */
    void count(CountedMail mail, Tally tally);

    /** What can be told only when all are there. */
    default void end(Tally tally) {}
}
