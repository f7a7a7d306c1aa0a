package io.patchbay.tracker.filing;

import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.packing.MailContent;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * A patch to keep.
 *
 * @param tags how often the message gives each tag, by tag id; tags not given are absent
 */
public record NewPatch(
        PatchHead head,
        MailContent content,
        @Nullable String pullUrl,
        @Nullable String hash,
        State state,
        @Nullable Long delegate,
        Map<Long, Integer> tags) {}
