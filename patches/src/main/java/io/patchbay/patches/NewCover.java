package io.patchbay.patches;

/** A cover letter to keep. */
public record NewCover(CoverHead head, MailText text) {}
