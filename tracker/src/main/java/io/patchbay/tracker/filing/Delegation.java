package io.patchbay.tracker.filing;

import io.patchbay.tracker.model.DelegationRule;
import io.patchbay.tracker.model.PathGlob;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rules of one project for who gets a patch by the files it touches (mail-ingest §13). */
final class Delegation {

    private record Rule(PathGlob path, long userId) {}

    private final List<Rule> rules;

    Delegation(List<DelegationRule> rules) {
        this.rules =
                rules.stream()
                        .sorted(
                                Comparator.comparingInt(DelegationRule::priority)
                                        .reversed()
                                        .thenComparing(DelegationRule::path))
                        .map(rule -> new Rule(new PathGlob(rule.path()), rule.userId()))
                        .toList();
    }

    /** The one user whom every file leads to; empty if a file leads nowhere or two disagree. */
    Optional<Long> userFor(List<String> files) {
        if (rules.isEmpty() || files.isEmpty()) {
            return Optional.empty();
        }
        var user = userFor(files.getFirst());
        var agreed = files.stream().allMatch(file -> userFor(file).equals(user));
        return agreed ? user : Optional.empty();
    }

    private Optional<Long> userFor(String file) {
        return rules.stream()
                .filter(rule -> rule.path().matches(file))
                .map(Rule::userId)
                .findFirst();
    }
}
