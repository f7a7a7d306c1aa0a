package io.patchbay.tracker.filing;

import io.patchbay.tracker.model.CommentHead;
import io.patchbay.tracker.packing.MailContent;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * A comment to keep.
 *
 * @param addressed false where the mail asks for action, else null
 * @param tags how often the text gives each tag to the patch it is on, by tag id
 * @param before where it was filed until now, if what it answers came after it; null mostly
 */
public record NewComment(
        CommentHead head,
        MailContent content,
        @Nullable Boolean addressed,
        Map<Long, Integer> tags,
        @Nullable CommentHead before) {}
