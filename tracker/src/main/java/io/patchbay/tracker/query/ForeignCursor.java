package io.patchbay.tracker.query;

import java.io.Serial;

/** A cursor does not belong to the order that it is used with. */
public final class ForeignCursor extends IllegalArgumentException {

    @Serial private static final long serialVersionUID = 1;

    public ForeignCursor(Cursor cursor) {
        super("the list is in another order than the one of " + cursor + "; begin it again");
    }
}
