package io.patchbay.tracker.editing;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What shall be changed of a patch; null for what stays.
 *
 * @param delegate id of the user, or nobody
 * @param related ids of the patches that it shall be related to; none to leave its relation
 */
public record PatchFields(
        @Nullable StateName state,
        @Nullable Boolean archived,
        @Nullable NewValue<@Nullable Long> delegate,
        @Nullable NewValue<@Nullable String> commitRef,
        @Nullable NewValue<@Nullable String> pullUrl,
        @Nullable List<Long> related) {

    /** Nothing changes; to begin with. */
    public static final PatchFields NONE = new PatchFields(null, null, null, null, null, null);

    public PatchFields state(StateName to) {
        return new PatchFields(to, archived, delegate, commitRef, pullUrl, related);
    }

    public PatchFields archived(boolean to) {
        return new PatchFields(state, to, delegate, commitRef, pullUrl, related);
    }

    public PatchFields delegate(@Nullable Long to) {
        return new PatchFields(state, archived, new NewValue<>(to), commitRef, pullUrl, related);
    }

    public PatchFields commitRef(@Nullable String to) {
        return new PatchFields(state, archived, delegate, new NewValue<>(to), pullUrl, related);
    }

    public PatchFields pullUrl(@Nullable String to) {
        return new PatchFields(state, archived, delegate, commitRef, new NewValue<>(to), related);
    }

    public PatchFields related(List<Long> to) {
        return new PatchFields(state, archived, delegate, commitRef, pullUrl, to);
    }
}
