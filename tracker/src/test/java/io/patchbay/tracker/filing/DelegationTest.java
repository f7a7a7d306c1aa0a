package io.patchbay.tracker.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.tracker.model.DelegationRule;

import org.junit.jupiter.api.Test;

import java.util.List;

final class DelegationTest {

    private static final long ADA = 1;
    private static final long BEN = 2;

    @Test
    void allFilesLeadToOneUser() {
        var delegation =
                new Delegation(
                        List.of(
                                new DelegationRule("docs/*", 0, ADA),
                                new DelegationRule("quay/*", 0, ADA)));

        assertThat(delegation.userFor(List.of("docs/a.txt", "quay/b.c"))).contains(ADA);
    }

    @Test
    void filesOfTwoUsersLeadToNobody() {
        var delegation =
                new Delegation(
                        List.of(
                                new DelegationRule("docs/*", 0, ADA),
                                new DelegationRule("quay/*", 0, BEN)));

        assertThat(delegation.userFor(List.of("docs/a.txt", "quay/b.c"))).isEmpty();
    }

    @Test
    void aFileWithoutRuleLeadsToNobody() {
        var delegation = new Delegation(List.of(new DelegationRule("docs/*", 0, ADA)));

        assertThat(delegation.userFor(List.of("docs/a.txt", "crane/b.c"))).isEmpty();
        assertThat(delegation.userFor(List.of("crane/b.c", "docs/a.txt"))).isEmpty();
        assertThat(delegation.userFor(List.of())).isEmpty();
    }

    @Test
    void theHighestPriorityCounts() {
        var delegation =
                new Delegation(
                        List.of(
                                new DelegationRule("*", 0, ADA),
                                new DelegationRule("quay/*", 5, BEN)));

        assertThat(delegation.userFor(List.of("quay/b.c"))).contains(BEN);
    }

    @Test
    void amongEqualPrioritiesTheFirstPathCounts() {
        var delegation =
                new Delegation(
                        List.of(
                                new DelegationRule("quay/*", 0, BEN),
                                new DelegationRule("*", 0, ADA)));

        assertThat(delegation.userFor(List.of("quay/b.c"))).contains(ADA);
    }
}
