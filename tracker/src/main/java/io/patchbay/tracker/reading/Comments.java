package io.patchbay.tracker.reading;

import io.patchbay.tracker.model.Comment;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The replies to patches and covers. */
public interface Comments {

    Page<Comment> list(Comment.Parent parent, Selection selection);

    Optional<Comment> withId(Comment.Parent parent, long id);

    /** By comment id alone, as the address {@code /comment/ID/} has it. */
    Optional<Comment> anyWithId(Comment.Parent.Kind kind, long id);

    /** The text of all comments of each patch, by date. A patch without comments is absent. */
    Map<Long, List<String>> contentsOnPatches(Collection<Long> patchIds);

    /** The text of all comments on a cover, by date. */
    List<String> contentsOnCover(long coverId);
}
