package io.patchbay.tracker.filing;

import io.patchbay.tracker.model.CoverHead;
import io.patchbay.tracker.model.MailText;

/** A cover letter to keep. */
public record NewCover(CoverHead head, MailText text) {}
