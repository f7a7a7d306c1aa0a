package io.patchbay.tracker.filing;

import io.patchbay.mail.Author;
import io.patchbay.mail.header.MessageId;
import io.patchbay.tracker.events.Event;
import io.patchbay.tracker.model.CoverHead;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.RuleSet;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * As what a mail is kept, if at all (mail-ingest §12). Pure: all that is known of the mail's
 * surroundings comes in as a {@link Conversation}.
 */
public final class FilingRules {

    private FilingRules() {}

    public static Filed decide(IncomingMail mail, Conversation known) {
        return switch (mail.kind()) {
            case PATCH -> {
                var instead = CommentRules.answer(mail, known);
                yield instead == null ? patch(mail, known) : CommentRules.comment(instead, known);
            }
            case COVER ->
                    isCover(mail, known) ? cover(mail, known) : CommentRules.comment(mail, known);
            case COMMENT -> CommentRules.comment(mail, known);
        };
    }

    /**
     * Whether a mail of which this was made may be filed elsewhere when more of its thread comes.
     */
    public static boolean waits(IncomingMail mail, Filed filed) {
        return mail.mayWait()
                && switch (filed) {
                    case Filed.AsComment _ -> true;
                    case Filed.Unwanted(var reason) -> reason.isOrphan();
                    case Filed.AsPatch _, Filed.AsCover _, Filed.Duplicate _, Filed.Broken _ ->
                            false;
                };
    }

    /** The mails on whose account it would be filed elsewhere, were they here. */
    public static List<MessageId> awaited(IncomingMail mail, Conversation known) {
        return CommentRules.awaited(mail, known);
    }

    /**
     * Within a thread a cover letter that repeats the subject of another is a comment. The very
     * same mail come twice is not: it would be filed as a comment on the revision before.
     */
    private static boolean isCover(IncomingMail mail, Conversation known) {
        if (mail.references().isEmpty()
                || known.cover(mail.project(), mail.id()) != null
                || !known.hasCoverNamed(mail.project(), mail.name())) {
            return true;
        }
        return mail.project().rules() == RuleSet.PATCHBAY
                && mail.author() != null
                && ThreadRules.isSentAgain(
                        mail, sender(mail, mail.author(), known).person(), known);
    }

    private static Filed patch(IncomingMail mail, Conversation known) {
        if (known.patch(mail.project(), mail.id()) != null) {
            return new Filed.Duplicate(mail.id());
        }
        var author = mail.author();
        if (author == null) {
            return invalidSender();
        }

        var sender = sender(mail, author, known);
        var head =
                new PatchHead(
                        known.nextIds().patch(),
                        mail.project(),
                        mail.id().stored(),
                        mail.date(),
                        mail.name());
        var cover = isCoverToo(mail, known) ? coverOf(mail, sender, known) : null;
        var placement =
                cover == null
                        ? SeriesRules.placePatch(mail, sender.person(), known)
                        : SeriesPlacement.NOWHERE;
        var events = new ArrayList<Event.Occurrence>();
        events.add(new Event.PatchCreated(head));
        events.addAll(SeriesRules.eventsOf(placement, head, known));
        return new Filed.AsPatch(
                new NewPatch(
                        head,
                        mail.content(),
                        mail.pullUrl(),
                        mail.hash(),
                        mail.state(),
                        delegate(mail, known),
                        mail.tags()),
                sender,
                placement,
                needs(mail, placement, known),
                events,
                cover);
    }

    /** A pull request, or a patch, that is numbered 0 leads its series. */
    private static boolean isCoverToo(IncomingMail mail, Conversation known) {
        return mail.project().rules() == RuleSet.PATCHBAY
                && mail.isPartOfSeries()
                && mail.marker() != null
                && mail.marker().number() == 0
                && !mail.marker().isBetween()
                && known.cover(mail.project(), mail.id()) == null;
    }

    private static Filed.AsCover coverOf(IncomingMail mail, Sender sender, Conversation known) {
        return coverBy(new Sender(sender.person(), Sender.News.NONE), mail, known);
    }

    private static Filed cover(IncomingMail mail, Conversation known) {
        if (known.cover(mail.project(), mail.id()) != null) {
            return new Filed.Duplicate(mail.id());
        }
        var author = mail.author();
        if (author == null) {
            return invalidSender();
        }

        return coverBy(sender(mail, author, known), mail, known);
    }

    private static Filed.AsCover coverBy(Sender sender, IncomingMail mail, Conversation known) {
        var head =
                new CoverHead(
                        known.nextIds().cover(),
                        mail.project(),
                        mail.id().stored(),
                        mail.date(),
                        mail.name());
        var placement = SeriesRules.placeCover(mail, sender.person(), known);
        var events = new ArrayList<Event.Occurrence>();
        events.addAll(SeriesRules.eventsOf(placement));
        events.add(new Event.CoverCreated(head));
        return new Filed.AsCover(
                new NewCover(head, mail.content()),
                sender,
                placement,
                needs(mail, placement, known),
                events);
    }

    static Filed invalidSender() {
        return new Filed.Broken("Invalid 'From' header");
    }

    /**
     * The latest name of an address wins. A mail without a name changes nothing, one that came
     * under the address of a list or relay neither, and by our rules who has an account is named by
     * that.
     */
    static Sender sender(IncomingMail mail, Author author, Conversation known) {
        var person = known.person(author.email());
        var name = author.name();
        if (person == null) {
            return new Sender(
                    new Person(known.nextIds().person(), name, author.email(), null),
                    Sender.News.NEW);
        }
        boolean hasAccount = person.userId() != null && mail.project().rules() == RuleSet.PATCHBAY;
        if (author.isHidden()
                || hasAccount
                || name == null
                || name.isEmpty()
                || name.equals(person.name())) {
            return new Sender(person, Sender.News.NONE);
        }
        return new Sender(
                new Person(person.id(), name, person.email(), person.userId()),
                Sender.News.RENAMED);
    }

    private static @Nullable Long delegate(IncomingMail mail, Conversation known) {
        var email = mail.delegateEmail();
        var named = email == null ? null : known.userWithEmail(email);
        return named == null ? mail.delegateByPath() : named;
    }

    private static List<Long> needs(
            IncomingMail mail, SeriesPlacement placement, Conversation known) {
        if (mail.needs().isEmpty() || placement.series() == null) {
            return List.of();
        }
        return mail.needs().stream()
                .map(target ->
                        switch (target) {
                            case Dependencies.Target.OfSeries(var id) ->
                                    known.seriesIn(mail.project(), id);
                            case Dependencies.Target.OfMail(var id) ->
                                    known.seriesOf(mail.project(), id);
                        })
                .filter(needed -> needed != null && !needed.equals(placement.series()))
                .distinct()
                .toList();
    }
}
