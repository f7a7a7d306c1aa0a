package io.patchbay.control;

import io.patchbay.qmp.schema.EventDescription;
import io.patchbay.tracker.events.Event;
import io.patchbay.tracker.events.Event.Category;
import io.patchbay.tracker.events.Event.Occurrence;
import io.patchbay.tracker.events.Part;
import io.patchbay.tracker.model.Check;
import io.patchbay.tracker.model.CommentHead;
import io.patchbay.tracker.model.CoverHead;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.SeriesHead;
import io.patchbay.tracker.model.User;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A row of the event table as a QMP event. Each has the row's id, the project's link name and the
 * row's date, as {@code /api/events/} shows them, the editor's name where it is an edit, and the
 * parts of its category.
 */
record TrackerEvent(Event row) implements io.patchbay.qmp.schema.Event {

    record CoverRef(long id, String msgid, String name) {}

    record PatchRef(long id, String msgid, String name) {}

    record SeriesRef(long id, Optional<String> name, int version) {}

    record CommentRef(long id, String msgid) {}

    /** In the order of categories. */
    static final List<EventDescription<TrackerEvent>> DESCRIPTIONS =
            Stream.of(Category.values()).map(TrackerEvent::describe).toList();

    EventDescription<TrackerEvent> description() {
        return DESCRIPTIONS.get(category().ordinal());
    }

    Category category() {
        return row.what().category();
    }

    String project() {
        return row.project().linkName();
    }

    private static EventDescription<TrackerEvent> describe(Category category) {
        var event =
                EventDescription.<TrackerEvent>of(category.name())
                        .member("id", Long.class, told -> told.row.id())
                        .member("project", String.class, TrackerEvent::project)
                        .member("date", String.class, told -> told.row.date().toString());
        if (category.edit()) {
            event = event.optional("actor", String.class, told -> name(told.row.actor()));
        }
        for (var part : category.parts()) {
            event = with(event, part);
        }
        return event;
    }

    private static EventDescription<TrackerEvent> with(
            EventDescription<TrackerEvent> event, Part<Occurrence> part) {
        return switch (part) {
            case Part.OfCover<Occurrence>(var name, var cover) ->
                    event.member(name, CoverRef.class, of(cover.andThen(TrackerEvent::ref)));
            case Part.OfPatch<Occurrence>(var name, var patch) ->
                    event.member(name, PatchRef.class, of(patch.andThen(TrackerEvent::ref)));
            case Part.OfSeries<Occurrence>(var name, var series) ->
                    event.member(name, SeriesRef.class, of(series.andThen(TrackerEvent::ref)));
            case Part.OfComment<Occurrence>(var name, _, var comment) ->
                    event.member(name, CommentRef.class, of(comment.andThen(TrackerEvent::ref)));
            // Its members stand among those of the event.
            case Part.OfCheck<Occurrence>(var name, var check) ->
                    event.member(name, Long.class, of(check.andThen(Check::id)))
                            .member(
                                    "user",
                                    String.class,
                                    of(check.andThen(one -> one.user().username())))
                            .member("context", String.class, of(check.andThen(Check::context)))
                            .member(
                                    "state",
                                    String.class,
                                    of(check.andThen(one -> one.state().label())));
            case Part.OfState<Occurrence>(var name, var state) ->
                    event.member(name, String.class, of(state.andThen(one -> one.slug())));
            case Part.OfUserOrNobody<Occurrence>(var name, var user) ->
                    event.optional(name, String.class, of(user.andThen(TrackerEvent::name)));
            case Part.Empty<Occurrence> _ -> event;
        };
    }

    private static <T> Function<TrackerEvent, T> of(Function<Occurrence, T> part) {
        return told -> part.apply(told.row.what());
    }

    private static CoverRef ref(CoverHead cover) {
        return new CoverRef(cover.id(), cover.msgid(), cover.name());
    }

    private static PatchRef ref(PatchHead patch) {
        return new PatchRef(patch.id(), patch.msgid(), patch.name());
    }

    private static SeriesRef ref(SeriesHead series) {
        return new SeriesRef(series.id(), Optional.ofNullable(series.name()), series.version());
    }

    private static CommentRef ref(CommentHead comment) {
        return new CommentRef(comment.id(), comment.msgid());
    }

    private static Optional<String> name(@Nullable User user) {
        return Optional.ofNullable(user).map(User::username);
    }
}
