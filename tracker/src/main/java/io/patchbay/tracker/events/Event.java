package io.patchbay.tracker.events;

import io.patchbay.tracker.model.Check;
import io.patchbay.tracker.model.CommentHead;
import io.patchbay.tracker.model.CoverHead;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.SeriesHead;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.User;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that happened, as {@code /api/events/} and every listener is told it.
 *
 * @param id strictly increasing in the order of commits
 * @param date unique and strictly increasing with the id
 * @param actor the user whose edit it was, null for mail
 */
public record Event(long id, Project project, Instant date, @Nullable User actor, Occurrence what) {

    /** What happened, with what it happened to. */
    public sealed interface Occurrence {

        Category category();
    }

    public record CoverCreated(CoverHead cover) implements Occurrence {
        @Override
        public Category category() {
            return Category.COVER_CREATED;
        }
    }

    public record PatchCreated(PatchHead patch) implements Occurrence {
        @Override
        public Category category() {
            return Category.PATCH_CREATED;
        }
    }

    /** All patches up to this one are here. */
    public record PatchCompleted(PatchHead patch, SeriesHead series) implements Occurrence {
        @Override
        public Category category() {
            return Category.PATCH_COMPLETED;
        }
    }

    public record PatchStateChanged(PatchHead patch, State previous, State current)
            implements Occurrence {
        @Override
        public Category category() {
            return Category.PATCH_STATE_CHANGED;
        }
    }

    public record PatchDelegated(PatchHead patch, @Nullable User previous, @Nullable User current)
            implements Occurrence {
        @Override
        public Category category() {
            return Category.PATCH_DELEGATED;
        }
    }

    public record PatchRelationChanged(PatchHead patch) implements Occurrence {
        @Override
        public Category category() {
            return Category.PATCH_RELATION_CHANGED;
        }
    }

    public record CheckCreated(PatchHead patch, Check check) implements Occurrence {
        @Override
        public Category category() {
            return Category.CHECK_CREATED;
        }
    }

    public record SeriesCreated(SeriesHead series) implements Occurrence {
        @Override
        public Category category() {
            return Category.SERIES_CREATED;
        }
    }

    public record SeriesCompleted(SeriesHead series) implements Occurrence {
        @Override
        public Category category() {
            return Category.SERIES_COMPLETED;
        }
    }

    public record CoverCommentCreated(CoverHead cover, CommentHead comment) implements Occurrence {
        @Override
        public Category category() {
            return Category.COVER_COMMENT_CREATED;
        }
    }

    public record PatchCommentCreated(PatchHead patch, CommentHead comment) implements Occurrence {
        @Override
        public Category category() {
            return Category.PATCH_COMMENT_CREATED;
        }
    }

    /** The word by which the API knows a kind of event. */
    public enum Category {
        COVER_CREATED,
        PATCH_CREATED,
        PATCH_COMPLETED,
        PATCH_STATE_CHANGED,
        PATCH_DELEGATED,
        PATCH_RELATION_CHANGED,
        CHECK_CREATED,
        SERIES_CREATED,
        SERIES_COMPLETED,
        COVER_COMMENT_CREATED,
        PATCH_COMMENT_CREATED;

        /** Such as {@code patch-state-changed}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Category of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
