package io.patchbay.store.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.StoreContract;
import io.patchbay.store.WriteTransaction;
import io.patchbay.store.database.Row;
import io.patchbay.tracker.Setup.NewProject;
import io.patchbay.tracker.accounts.Accounts.NewUser;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.AuditEntry;
import io.patchbay.tracker.accounts.Origin;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

final class AuditKeepingTest extends StoreContract {

    @Test
    void whatIsOldGoesWithItsChangesAndTheRestIsCountedRight() {
        record("quay");
        clock.advance(Duration.ofDays(40));
        record("oars");
        var before = clock.instant().minus(Duration.ofDays(30));

        int removed = forget(before, 10);

        assertThat(removed).isEqualTo(2);
        assertThat(list(List.of()).rows())
                .extracting(AuditEntry::project)
                .containsOnly(null, "oars");
        assertThat(list(List.of()).total()).isEqualTo(2);
        assertThat(list(List.of(new Criterion.InProjects(Set.of(1L)))).total()).isZero();
        assertThat(list(List.of(new Criterion.InProjects(Set.of(2L)))).total()).isEqualTo(1);
        assertThat(list(List.of(new Criterion.Before(before))).total()).isZero();
        assertThat(orphans()).isZero();
        assertThat(forget(before, 10)).isZero();
    }

    @Test
    void theOldestGoFirstAndNotMoreThanWasSaid() {
        record("quay");
        clock.advance(Duration.ofDays(1));
        record("oars");
        clock.advance(Duration.ofDays(1));

        assertThat(forget(clock.instant(), 3)).isEqualTo(3);

        assertThat(list(List.of()).rows()).extracting(AuditEntry::object).containsExactly("user 2");
    }

    /** A project and a user, in this order. */
    private void record(String name) {
        var actor = Actor.operator(new Origin("command line", "patchbay add"));
        store.write(
                actor,
                writing -> {
                    writing.setup().addProject(new NewProject(name, name, name + ".x.org", "", ""));
                    var mail = name + "@example.org";
                    return writing.accounts().add(new NewUser(name, "", "", "", mail, true, false));
                });
    }

    private int forget(Instant before, int most) {
        return write(writing -> writing.auditKeeping().forget(before, most));
    }

    private Page<AuditEntry> list(List<Criterion> criteria) {
        var newestFirst = List.of(new Order(Field.ID, true));
        return read(reading -> reading.audit().list(new Selection(criteria, newestFirst, 0, 10)));
    }

    private long orphans() {
        return write(writing ->
                ((WriteTransaction) writing)
                        .transaction()
                        .sql()
                        .one(
                                """
                                select count(*)
                                  from audit_change
                                 where audit_id not in (select id from audit)
                                """,
                                Row::id));
    }
}
