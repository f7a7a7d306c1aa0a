package io.patchbay.tracker.versions;

/** Links the versions of series that were filed before versions were linked, or were imported. */
public interface Relinking {

    /**
     * Goes on where it stopped last, whoever it was that stopped.
     *
     * @param most how many series are done at once
     * @return how many were done; less than the most if these were the last, and the next call
     *     begins anew
     */
    int next(int most);
}
