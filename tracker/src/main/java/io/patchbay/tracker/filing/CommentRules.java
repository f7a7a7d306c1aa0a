package io.patchbay.tracker.filing;

import io.patchbay.mail.AnswerSigns;
import io.patchbay.mail.diff.DiffSigns;
import io.patchbay.mail.header.MessageId;
import io.patchbay.tracker.events.Event;
import io.patchbay.tracker.model.Comment.Parent;
import io.patchbay.tracker.model.CommentHead;
import io.patchbay.tracker.model.CoverHead;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.RuleSet;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * On what a reply is a comment, and which mails with a patch are replies (mail-ingest §12, §23).
 */
final class CommentRules {

    private CommentRules() {}

    /** What a mail answers: a patch, or where there is none a cover letter. */
    private sealed interface Answered {

        record OfPatch(PatchHead patch) implements Answered {}

        record OfCover(CoverHead cover) implements Answered {}

        default Parent parent() {
            return switch (this) {
                case OfPatch(var patch) -> new Parent(Parent.Kind.PATCH, patch.id());
                case OfCover(var cover) -> new Parent(Parent.Kind.COVER, cover.id());
            };
        }

        default String name() {
            return switch (this) {
                case OfPatch(var patch) -> patch.name();
                case OfCover(var cover) -> cover.name();
            };
        }
    }

    private static @Nullable Answered answered(IncomingMail mail, Conversation known) {
        for (var reference : mail.references()) {
            var patch = known.patchTalkedOfIn(mail.project(), reference);
            if (patch != null) {
                return new Answered.OfPatch(patch);
            }
        }
        for (var reference : mail.references()) {
            var cover = known.coverTalkedOfIn(mail.project(), reference);
            if (cover != null) {
                return new Answered.OfCover(cover);
            }
        }
        return null;
    }

    static Filed comment(IncomingMail mail, Conversation known) {
        var answered = answered(mail, known);
        if (answered == null) {
            return new Filed.Unwanted(whyUnwanted(mail));
        }
        var parent = answered.parent();
        if (known.hasComment(parent, mail.project(), mail.id())) {
            return new Filed.Duplicate(mail.id());
        }
        var author = mail.author();
        if (author == null) {
            return FilingRules.invalidSender();
        }
        var before =
                mail.project().rules() == RuleSet.PATCHBAY
                        ? known.comment(mail.project(), mail.id())
                        : null;
        boolean isOnPatch = parent.kind() == Parent.Kind.PATCH;
        var ids = known.nextIds();
        var head =
                new CommentHead(
                        isOnPatch ? ids.patchComment() : ids.coverComment(),
                        parent,
                        mail.project(),
                        mail.id().stored(),
                        mail.date());
        var created =
                switch (answered) {
                    case Answered.OfPatch(var patch) -> new Event.PatchCommentCreated(patch, head);
                    case Answered.OfCover(var cover) -> new Event.CoverCommentCreated(cover, head);
                };
        return new Filed.AsComment(
                new NewComment(
                        head,
                        mail.content(),
                        mail.asksForAction() ? Boolean.FALSE : null,
                        isOnPatch ? mail.tags() : Map.of(),
                        before),
                before == null
                        ? FilingRules.sender(mail, author, known)
                        : new Sender(
                                FilingRules.sender(mail, author, known).person(), Sender.News.NONE),
                List.of(created));
    }

    /** What holds a diff is shown to somebody, whatever it is. */
    private static Filed.Reason whyUnwanted(IncomingMail mail) {
        if (mail.refusal() != null) {
            return mail.refusal();
        }
        var text = mail.content().text().content();
        if (text == null || !DiffSigns.in(text)) {
            return Filed.Reason.UNKNOWN_PARENT;
        }
        return mail.isReply() || !mail.references().isEmpty()
                ? Filed.Reason.DIFF_WITHOUT_PARENT
                : Filed.Reason.UNREAD_DIFF;
    }

    /**
     * The mail as a reply if it is one although it has a patch and does not say {@code Re:}; null
     * if it hands in its patch. An author who sends the next version by the answer button does.
     */
    static @Nullable IncomingMail answer(IncomingMail mail, Conversation known) {
        var instead = mail.answer();
        if (instead == null || known.patch(mail.project(), mail.id()) != null) {
            return null;
        }
        var signs = instead.signs();
        var answered = answered(mail, known);
        boolean isAnswer =
                answered == null
                        ? signs.quotes() && signs.hasWord() && signs.isMarked()
                        : signs.quotes()
                                || isTitled(signs, answered) && !isOfTheAuthor(mail, known);
        return isAnswer ? mail.asAnswer(instead) : null;
    }

    /** A subsystem may be called like a word of an answer: {@code r: fix the bindings}. */
    private static boolean isTitled(AnswerSigns signs, Answered answered) {
        return signs.hasWord()
                && (signs.isMarked() || AnswerSigns.title(answered.name()).equals(signs.title()));
    }

    private static boolean isOfTheAuthor(IncomingMail mail, Conversation known) {
        var author = mail.author();
        if (author == null) {
            return false;
        }
        var sender = FilingRules.sender(mail, author, known).person();
        return mail.references().stream()
                .map(id -> known.seriesReferencedBy(mail.project(), id))
                .anyMatch(series ->
                        series != null && known.isSameAuthor(series.submitterId(), sender));
    }

    /**
     * The mails that are not here and on whose account this one would be filed elsewhere, were they
     * here: those that stand nearer to it than what it was filed by. A patch goes before a cover
     * letter, however near that is.
     */
    static List<MessageId> awaited(IncomingMail mail, Conversation known) {
        var awaited = new ArrayList<MessageId>();
        if (mail.project().rules() != RuleSet.PATCHBAY) {
            return awaited;
        }
        for (var reference : mail.references()) {
            if (known.patchTalkedOfIn(mail.project(), reference) != null) {
                return awaited;
            }
            if (known.coverTalkedOfIn(mail.project(), reference) == null
                    || known.isWaiting(mail.project(), reference)) {
                awaited.add(reference);
            }
        }
        return awaited;
    }
}
