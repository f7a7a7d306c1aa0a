package io.patchbay.mail;

import org.jspecify.annotations.Nullable;

/** Who wrote a mail; both texts stripped and at most 255 characters. The name may be missing. */
public record Author(@Nullable String name, String email) {}
