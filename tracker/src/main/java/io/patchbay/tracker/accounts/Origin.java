package io.patchbay.tracker.accounts;

import org.jspecify.annotations.Nullable;

/**
 * Where a change comes from: which request, from where, and who makes it. Bound to the thread for
 * as long as the request takes, so that every change in between is kept with it in the audit
 * record; changes without an origin, such as those that mail makes, have no such record.
 */
public final class Origin {

    private static final ScopedValue<Origin> CURRENT = ScopedValue.newInstance();

    private final String address;
    private final String request;
    private @Nullable Viewer viewer;

    /**
     * @param address of the client, as far as it is known
     * @param request in one line, without secrets
     */
    public Origin(String address, String request) {
        this.address = address;
        this.request = request;
    }

    public static @Nullable Origin current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    /** Whoever makes the current request, if there is one, is known from now on. */
    public static Viewer signedIn(Viewer viewer) {
        var current = current();
        if (current != null) {
            current.viewer = viewer;
        }
        return viewer;
    }

    /** Does what the request asks for. */
    public <T, X extends Throwable> T during(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    public String address() {
        return address;
    }

    public String request() {
        return request;
    }

    /** Null as long as nobody has signed in. */
    public @Nullable Viewer viewer() {
        return viewer;
    }
}
