package io.patchbay.tracker.model;

import java.time.Instant;

/**
 * What other things show of a patch they mention.
 *
 * @param msgid as stored, with angle brackets
 */
public record PatchHead(long id, Project project, String msgid, Instant date, String name) {}
