package io.patchbay.rest.json;

import static io.patchbay.rest.json.ApiVersion.V1_1;
import static io.patchbay.rest.json.ApiVersion.V1_2;
import static io.patchbay.rest.json.ApiVersion.V1_3;
import static io.patchbay.rest.json.Kind.BOOLEAN;
import static io.patchbay.rest.json.Kind.DATE;
import static io.patchbay.rest.json.Kind.INTEGER;
import static io.patchbay.rest.json.Kind.LINK;
import static io.patchbay.rest.json.Kind.MAP;
import static io.patchbay.rest.json.Kind.TEXT;

import io.patchbay.tracker.model.Comment;

/** A reply to a patch or cover letter (rest-api §7.8). */
public final class CommentJson {

    public static final Shape<Comment> SHAPE =
            Shape.<Comment>of("Comment")
                    .add("id", INTEGER, (out, comment) -> out.number(comment.id()))
                    .add(
                            "url",
                            LINK,
                            (out, comment) ->
                                    SiteAddresses.commentLink(out, comment.parent(), comment.id()))
                    .since(V1_3)
                    .add(
                            "web_url",
                            LINK,
                            (out, comment) -> SiteAddresses.comment(out, comment.id()))
                    .since(V1_1)
                    .add("msgid", TEXT, (out, comment) -> out.text(comment.msgid()))
                    .add(
                            "list_archive_url",
                            LINK,
                            (out, comment) ->
                                    SiteAddresses.archive(out, comment.project(), comment.msgid()))
                    .orNull()
                    .since(V1_2)
                    .add("date", DATE, (out, comment) -> out.date(comment.date()))
                    .add(
                            "subject",
                            TEXT,
                            (out, comment) ->
                                    out.text(HeadersJson.first(comment.headers(), "Subject")))
                    .object("submitter", Embedded.PERSON, Comment::submitter)
                    .add("content", TEXT, (out, comment) -> out.text(comment.content()))
                    .add(
                            "headers",
                            MAP,
                            (out, comment) -> HeadersJson.write(out, comment.headers()))
                    .add("addressed", BOOLEAN, (out, comment) -> out.bool(comment.addressed()))
                    .orNull()
                    .writable()
                    .since(V1_3)
                    .shape();

    private CommentJson() {}
}
