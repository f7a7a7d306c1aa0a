package io.patchbay.cli.verb;

import io.patchbay.cli.data.DataOptions;
import io.patchbay.cli.data.Outcome;
import io.patchbay.cli.data.Output;
import io.patchbay.server.Refusal;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.Editing;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.editing.Change;
import io.patchbay.tracker.editing.MovedMails;
import io.patchbay.tracker.editing.PersonMoves;
import io.patchbay.tracker.model.Person;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code persons}: whose mail is whose. */
@Command(
        name = "persons",
        description = "Gives what was filed under one address to whoever wrote it.",
        synopsisSubcommandLabel = "VERB",
        mixinStandardHelpOptions = true,
        subcommands = {PersonVerbs.Split.class, PersonVerbs.Merge.class, PersonVerbs.Undo.class})
public final class PersonVerbs extends VerbGroup {

    /** What all of them have. */
    private abstract static class Verb implements Callable<Integer> {

        @Mixin final DataOptions data = new DataOptions();
        @Mixin final Output output = new Output();

        @Override
        public final Integer call() throws IOException {
            try (var store = data.openExisting(Durability.EVERY_WRITE, InstantSource.system())) {
                work(store, new Editing(store));
                return 0;
            }
        }

        abstract void work(Store store, Editing editing);
    }

    /** A verb that says what it would do, unless it is told to do it. */
    private abstract static class Mover extends Verb {

        @Option(
                names = "--yes",
                description = "does it; without this it is only told what would be done")
        private boolean yes;

        final void move(Change<PersonMoves> change, Editing editing) {
            var moves =
                    yes
                            ? Outcome.of(editing.apply(change, data.actor()))
                            : (PersonMoves) Outcome.of(editing.decide(change, data.actor()));
            for (var part : moves.parts()) {
                output.say("%s: %s".formatted(named(part.to()), counts(part)));
            }
            if (moves.staying() > 0) {
                output.say("%s: %d mails stay".formatted(named(moves.from()), moves.staying()));
            }
            if (moves.parts().isEmpty()) {
                output.say("there is nothing to move");
            } else if (yes) {
                output.say("moved; 'persons undo %d' puts it back".formatted(moves.entry()));
            } else {
                output.say("nothing is changed yet; the same with --yes moves them");
            }
        }

        private static String named(Person person) {
            return person.name() == null || person.name().isEmpty()
                    ? person.email()
                    : "%s <%s>".formatted(person.name(), person.email());
        }

        private static String counts(PersonMoves.Part part) {
            int comments =
                    part.of(MovedMails.Kind.PATCH_COMMENT).size()
                            + part.of(MovedMails.Kind.COVER_COMMENT).size();
            return "%d patches, %d cover letters, %d series, %d comments"
                    .formatted(
                            part.of(MovedMails.Kind.PATCH).size(),
                            part.of(MovedMails.Kind.COVER).size(),
                            part.of(MovedMails.Kind.SERIES).size(),
                            comments);
        }

        /** The id of a person who is named by address or id. */
        static long id(String given, Store store) {
            if (!given.contains("@")) {
                try {
                    return Long.parseLong(given);
                } catch (NumberFormatException e) {
                    throw new Refusal(
                            "expected the address or the id of a person, but this is '%s'"
                                    .formatted(given),
                            e);
                }
            }
            var ids = store.read(reading -> reading.people().idsWithEmail(given));
            if (ids.size() == 1) {
                return ids.getFirst();
            }
            throw new Refusal(
                    ids.isEmpty()
                            ? "nothing came from '%s' yet".formatted(given)
                            : "'%s' is written in several ways; name one by its id: %s"
                                    .formatted(given, ids));
        }
    }

    /** {@code persons split}. */
    @Command(
            name = "split",
            mixinStandardHelpOptions = true,
            description = {
                "Gives the patches, cover letters and comments that a list or relay sent under its own",
                "address to the people who wrote them, as their mails tell."
            })
    static final class Split extends Mover {

        @Parameters(
                paramLabel = "PERSON",
                description = "the address of the list or relay, or its id")
        private String person = "";

        @Override
        void work(Store store, Editing editing) {
            move(new Change.SplitPerson(id(person, store)), editing);
        }
    }

    /** {@code persons merge}. */
    @Command(
            name = "merge",
            mixinStandardHelpOptions = true,
            description = {
                "Gives all that came from one address to the person with another.",
                "What comes from the first later is filed under it as before."
            })
    static final class Merge extends Mover {

        @Parameters(index = "0", paramLabel = "FROM", description = "an address or id")
        private String from = "";

        @Parameters(index = "1", paramLabel = "INTO", description = "an address or id")
        private String into = "";

        @Override
        void work(Store store, Editing editing) {
            move(new Change.MergePersons(id(from, store), id(into, store)), editing);
        }
    }

    /** {@code persons undo}. */
    @Command(
            name = "undo",
            mixinStandardHelpOptions = true,
            description = "Puts back what a split or merge has moved, while it is still there.")
    static final class Undo extends Verb {

        @Parameters(paramLabel = "ENTRY", description = "the number that the verb has told")
        private long entry;

        @Override
        void work(Store store, Editing editing) {
            List<MovedMails> moved =
                    Outcome.of(editing.apply(new Change.UndoMoves(entry), data.actor()));
            int count = moved.stream().mapToInt(one -> one.ids().size()).sum();
            output.say(
                    "%d patches, cover letters, series and comments are put back".formatted(count));
        }
    }
}
