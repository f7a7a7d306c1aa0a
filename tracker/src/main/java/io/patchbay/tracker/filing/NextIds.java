package io.patchbay.tracker.filing;

import io.patchbay.tracker.model.Comment.Parent;

/** The ids that the next new rows get; no id is ever given twice. */
public record NextIds(
        long person, long patch, long cover, long series, long patchComment, long coverComment) {

    NextIds after(Filed filed) {
        return switch (filed) {
            case Filed.AsPatch(_, var sender, var placement, _, _, var cover) -> {
                var next = after(sender, placement, 1, 0);
                yield cover == null ? next : next.after(cover);
            }
            case Filed.AsCover(_, var sender, var placement, _, _) ->
                    after(sender, placement, 0, 1);
            case Filed.AsComment(var comment, var sender, _) -> after(sender, comment);
            case Filed.Duplicate _, Filed.Unwanted _, Filed.Broken _ -> this;
        };
    }

    private NextIds after(Sender sender, SeriesPlacement placement, int patches, int covers) {
        return new NextIds(
                person + (sender.news() == Sender.News.NEW ? 1 : 0),
                patch + patches,
                cover + covers,
                series + (placement.opening() == null ? 0 : 1),
                patchComment,
                coverComment);
    }

    private NextIds after(Sender sender, NewComment comment) {
        boolean onPatch = comment.head().parent().kind() == Parent.Kind.PATCH;
        return new NextIds(
                person + (sender.news() == Sender.News.NEW ? 1 : 0),
                patch,
                cover,
                series,
                patchComment + (onPatch ? 1 : 0),
                coverComment + (onPatch ? 0 : 1));
    }
}
