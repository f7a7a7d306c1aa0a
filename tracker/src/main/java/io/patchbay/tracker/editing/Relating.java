package io.patchbay.tracker.editing;

import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.Rights;
import io.patchbay.tracker.model.Patch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What becomes of a patch's relation when its editor names the patches it is related to. */
public sealed interface Relating {

    /** There is nothing to change. */
    record Unchanged() implements Relating {}

    /** All these become members of one relation. */
    record Joins(Set<Long> patchIds) implements Relating {}

    /** The patch leaves its relation. */
    record Leaves() implements Relating {}

    /** One of the patches is of a project that the editor does not maintain. */
    record NotMaintained() implements Relating {}

    /** One of the patches is in another relation, which it would have to leave first. */
    record Conflict() implements Relating {}

    /**
     * Members that are not named stay: to leave is each patch's own edit (rest-api §10).
     *
     * @param named none of them to leave the relation
     */
    public static Relating decide(Actor editor, Patch patch, List<Patch> named) {
        if (!maintainsAll(editor, patch, named)) {
            return new NotMaintained();
        }
        var members = new LinkedHashSet<Long>();
        var relations = new LinkedHashSet<Long>();
        members.add(patch.id());
        if (patch.relation() != null) {
            relations.add(patch.relation());
            patch.related().forEach(other -> members.add(other.id()));
        }
        if (named.isEmpty()) {
            return patch.relation() == null ? new Unchanged() : new Leaves();
        }
        boolean more = false;
        for (var other : named) {
            more |= members.add(other.id());
            if (other.relation() != null) {
                relations.add(other.relation());
            }
        }
        if (relations.size() > 1) {
            return new Conflict();
        }
        return more ? new Joins(members) : new Unchanged();
    }

    private static boolean maintainsAll(Actor editor, Patch patch, List<Patch> named) {
        return Rights.maintains(editor, patch.project())
                && named.stream().allMatch(other -> Rights.maintains(editor, other.project()))
                && patch.related().stream()
                        .allMatch(other -> Rights.maintains(editor, other.project()));
    }
}
