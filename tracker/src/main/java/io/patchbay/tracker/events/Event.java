package io.patchbay.tracker.events;

import io.patchbay.tracker.model.Check;
import io.patchbay.tracker.model.Comment.Parent;
import io.patchbay.tracker.model.CommentHead;
import io.patchbay.tracker.model.CoverHead;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.SeriesHead;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.User;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

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

        /** Everything that an event is about is in one project. */
        default Project project() {
            return category().form.project(this);
        }
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

    /**
     * A kind of event and its {@link EventForm form}: the one place that describes it. Whatever
     * tells or keeps events goes by the parts that stand here, in their order. The store keeps the
     * places of categories, so new ones go to the end.
     */
    public enum Category {
        COVER_CREATED(EventForm.of(CoverCreated::new, cover(CoverCreated::cover))),
        PATCH_CREATED(EventForm.of(PatchCreated::new, patch(PatchCreated::patch))),
        PATCH_COMPLETED(
                EventForm.of(
                        PatchCompleted::new,
                        patch(PatchCompleted::patch),
                        series(PatchCompleted::series))),
        PATCH_STATE_CHANGED(
                EventForm.of(
                                PatchStateChanged::new,
                                patch(PatchStateChanged::patch),
                                state("previous-state", PatchStateChanged::previous),
                                state("current-state", PatchStateChanged::current))
                        .byEditor()),
        PATCH_DELEGATED(
                EventForm.of(
                                PatchDelegated::new,
                                patch(PatchDelegated::patch),
                                userOrNobody("previous-delegate", PatchDelegated::previous),
                                userOrNobody("current-delegate", PatchDelegated::current))
                        .byEditor()),
        PATCH_RELATION_CHANGED(
                EventForm.of(PatchRelationChanged::new, patch(PatchRelationChanged::patch))
                        .withEmpty("previous-relation", "current-relation")
                        .byEditor()),
        /** Its check tells its user. */
        CHECK_CREATED(
                EventForm.of(
                        CheckCreated::new,
                        patch(CheckCreated::patch),
                        new Part.OfCheck<>("check", CheckCreated::check))),
        SERIES_CREATED(EventForm.of(SeriesCreated::new, series(SeriesCreated::series))),
        SERIES_COMPLETED(EventForm.of(SeriesCompleted::new, series(SeriesCompleted::series))),
        COVER_COMMENT_CREATED(
                EventForm.of(
                                CoverCommentCreated::new,
                                cover(CoverCommentCreated::cover),
                                comment(Parent.Kind.COVER, CoverCommentCreated::comment))
                        .since("1.3")),
        PATCH_COMMENT_CREATED(
                EventForm.of(
                                PatchCommentCreated::new,
                                patch(PatchCommentCreated::patch),
                                comment(Parent.Kind.PATCH, PatchCommentCreated::comment))
                        .since("1.3"));

        private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');
        private final EventForm<Occurrence> form;

        @SuppressWarnings("unchecked") // an occurrence is asked by the form of its own category
        Category(EventForm<? extends Occurrence> form) {
            this.form = (EventForm<Occurrence>) form;
        }

        /** Such as {@code patch-state-changed}. */
        public String label() {
            return label;
        }

        public static Category of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /** What its events consist of, in the order in which it is told; the subject first. */
        public List<Part<Occurrence>> parts() {
            return form.parts();
        }

        /** The first version of the API whose clients know it, such as {@code 1.3}. */
        public String since() {
            return form.since();
        }

        /** Whether somebody's edit brings it, who is named beside the parts. */
        public boolean edit() {
            return form.edit();
        }

        /**
         * An event of these values.
         *
         * @param values of the parts in their order, without those that are always empty
         */
        public Occurrence make(@Nullable Object... values) {
            return form.maker().apply(values);
        }

        private static <E> Part.OfCover<E> cover(Function<E, CoverHead> value) {
            return new Part.OfCover<>("cover", value);
        }

        private static <E> Part.OfPatch<E> patch(Function<E, PatchHead> value) {
            return new Part.OfPatch<>("patch", value);
        }

        private static <E> Part.OfSeries<E> series(Function<E, SeriesHead> value) {
            return new Part.OfSeries<>("series", value);
        }

        private static <E> Part.OfComment<E> comment(
                Parent.Kind on, Function<E, CommentHead> value) {
            return new Part.OfComment<>("comment", on, value);
        }

        private static <E> Part.OfState<E> state(String name, Function<E, State> value) {
            return new Part.OfState<>(name, value);
        }

        private static <E> Part.OfUserOrNobody<E> userOrNobody(
                String name, Function<E, @Nullable User> value) {
            return new Part.OfUserOrNobody<>(name, value);
        }
    }
}
