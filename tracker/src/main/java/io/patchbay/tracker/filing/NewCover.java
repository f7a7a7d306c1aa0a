package io.patchbay.tracker.filing;

import io.patchbay.tracker.mails.MailContent;
import io.patchbay.tracker.model.CoverHead;

/** A cover letter to keep. */
public record NewCover(CoverHead head, MailContent content) {}
