package io.patchbay.tracker.importing;

import io.patchbay.tracker.model.CheckState;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.User;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * Keeps what another tracker shows, under the ids it has there; ids given later are greater. No
 * event tells of it. Keeping the same again changes nothing. Each method throws {@link
 * ImportConflict} where something else has the id or the name.
 */
public interface Imports {

    /** How much an answer says of an object. */
    enum Completeness {
        /** It is about this object: what it says replaces what is here. */
        WHOLE,
        /** It is about another one that mentions this: used only where nothing is here yet. */
        IN_PASSING
    }

    /** One without a password, if he is new. */
    void user(User user, Completeness told);

    /** One who is linked to a user stays so if this one is not. */
    void person(Person person, Completeness told);

    void project(ImportedProject project, Completeness told);

    /** Adds these to the maintainers. */
    void maintainers(long projectId, List<Long> userIds);

    void series(ImportedSeries series, Completeness told);

    void cover(ImportedCover cover, Completeness told);

    void patch(ImportedPatch patch, Completeness told);

    /** A project; what old versions of the API do not tell is null. */
    record ImportedProject(
            long id,
            String linkName,
            String name,
            String listId,
            String listEmail,
            String webUrl,
            String scmUrl,
            String webScmUrl,
            @Nullable String listArchiveUrl,
            @Nullable String listArchiveUrlFormat,
            @Nullable String commitUrlFormat,
            @Nullable String subjectMatch,
            @Nullable Boolean showDependencies) {}

    /**
     * A series. Its cover must be here; dependencies that are not here are left out.
     *
     * @param dependencies ids of the series it needs
     */
    record ImportedSeries(
            long id,
            long projectId,
            @Nullable String name,
            Instant date,
            long submitterId,
            int version,
            int total,
            @Nullable Long coverId,
            List<Long> dependencies) {}

    /**
     * A cover letter.
     *
     * @param text null if the answer does not hold it
     */
    record ImportedCover(
            long id,
            long projectId,
            String msgid,
            Instant date,
            String name,
            long submitterId,
            @Nullable MailText text) {}

    /**
     * A patch.
     *
     * @param state its slug; an unknown state is added, as servers may have more than the usual
     * @param number its place in the series, left out if another patch has it
     * @param related ids of patches, of which those count that are here
     * @param text null if the answer does not hold it
     */
    record ImportedPatch(
            long id,
            long projectId,
            String msgid,
            Instant date,
            String name,
            @Nullable String commitRef,
            @Nullable String pullUrl,
            String state,
            boolean archived,
            @Nullable String hash,
            long submitterId,
            @Nullable Long delegateId,
            @Nullable Long seriesId,
            @Nullable Integer number,
            CheckState check,
            List<Long> related,
            @Nullable MailText text) {}
}
