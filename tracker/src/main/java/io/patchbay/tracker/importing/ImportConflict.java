package io.patchbay.tracker.importing;

/** Something else has the id or the name that an imported object has elsewhere. */
public final class ImportConflict extends RuntimeException {

    /**
     * @param object what was to be imported, such as {@code project 14}
     * @param there its name in the import
     * @param here what is in its place
     */
    public ImportConflict(String object, String there, String here) {
        super(
                "%s is '%s' in the import, but here there is %s; ids of two servers cannot be mixed, so import into an empty data folder"
                        .formatted(object, there, here));
    }
}
