package io.patchbay.tracker.filing;

import io.patchbay.tracker.events.Event;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.Project.Links;
import io.patchbay.tracker.model.RuleSet;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Files letters in memory, as if the store had been empty before the first one. */
public final class Desk {

    public static final Project HARBOR = project(1, "harbor");
    static final Project LIGHTHOUSE = project(2, "lighthouse");

    final Conversation known = new Conversation(new NextIds(1, 1, 1, 1, 1, 1));
    final Changes ledger = new Changes();
    private final List<Event.Occurrence> latest = new ArrayList<>();

    Filed file(IncomingMailBuilder letter) {
        var filed = FilingRules.decide(letter.build(), known);
        known.add(filed);
        var before = ledger.events().size();
        ledger.enter(filed);
        latest.clear();
        latest.addAll(ledger.events().subList(before, ledger.events().size()));
        return filed;
    }

    Filed.AsPatch filePatch(IncomingMailBuilder letter) {
        return (Filed.AsPatch) file(letter);
    }

    Filed.AsCover fileCover(IncomingMailBuilder letter) {
        return (Filed.AsCover) file(letter);
    }

    Filed.AsComment fileComment(IncomingMailBuilder letter) {
        return (Filed.AsComment) file(letter);
    }

    /** The series of the patch, as a number. */
    @Nullable Long seriesOf(IncomingMailBuilder letter) {
        return filePatch(letter).placement().series();
    }

    @Nullable String seriesName(long id) {
        return known.series(id).name();
    }

    /**
     * The kinds of events that the last letter brought, with the id of the patch where it is one.
     */
    List<String> latestEvents() {
        return latest.stream()
                .map(what ->
                        switch (what) {
                            case Event.PatchCompleted(var patch, _) ->
                                    "patch-completed " + patch.id();
                            default -> what.category().label();
                        })
                .toList();
    }

    @Nullable String nameOf(String email) {
        var person = known.person(email);
        return person == null ? null : person.name();
    }

    static Project project(long id, String linkName) {
        return project(id, linkName, RuleSet.PATCHWORK);
    }

    public static Project project(long id, String linkName, RuleSet rules) {
        return new Project(
                id,
                linkName,
                linkName,
                linkName + ".lists.example.org",
                linkName + "@lists.example.org",
                "",
                Links.NONE,
                false,
                false,
                true,
                rules);
    }
}
