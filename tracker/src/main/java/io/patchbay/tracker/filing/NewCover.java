package io.patchbay.tracker.filing;

import io.patchbay.tracker.model.CoverHead;
import io.patchbay.tracker.packing.MailContent;

/** A cover letter to keep. */
public record NewCover(CoverHead head, MailContent content) {}
