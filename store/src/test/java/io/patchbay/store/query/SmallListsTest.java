package io.patchbay.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.StoreContract;
import io.patchbay.tracker.Setup.NewProject;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.Tag;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.query.Criterion.Mentions;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** Projects, people, users, and the tables that come with the schema. */
final class SmallListsTest extends StoreContract {

    @BeforeEach
    void fill() {
        sample(sample -> {
            sample.project("beta");
            sample.project("Alpha");
            sample.person("Zoe");
            sample.person("ann");
            sample.user("uma");
            sample.user("Tom");
            return true;
        });
    }

    @Test
    void projectsComeByLinkName() {
        var all = read(reading -> reading.projects().all());

        assertThat(all).extracting(Project::linkName).containsExactly("Alpha", "beta");
    }

    @Test
    void aProjectIsFoundByItsLinkNameExactly() {
        var exact = read(reading -> reading.projects().withLinkName("Alpha"));
        var other = read(reading -> reading.projects().withLinkName("alpha"));
        var ids = read(reading -> reading.projects().idsNamed("aLPHA"));

        assertThat(exact).isPresent();
        assertThat(other).isEmpty();
        assertThat(ids).containsExactly(2L);
    }

    /** Link names can look like numbers. */
    @Test
    void aKeyIsAnIdOrElseALinkName() {
        change(writing -> {
            for (var name : List.of("1", "7", "99999999999999999999")) {
                writing.setup()
                        .addProject(new NewProject(name, name, name + ".example.org", "", ""));
            }
        });

        assertThat(nameByKey("Alpha")).contains("Alpha");
        assertThat(nameByKey("2")).contains("Alpha");
        assertThat(nameByKey("1")).contains("beta");
        assertThat(nameByKey("7")).contains("7");
        assertThat(nameByKey("99999999999999999999")).contains("99999999999999999999");
        assertThat(nameByKey("-1")).isEmpty();
        assertThat(nameByKey("")).isEmpty();
    }

    private Optional<String> nameByKey(String key) {
        return read(reading -> reading.projects().withKey(key).map(Project::linkName));
    }

    @Test
    void projectsAreOrderedByEachField() {
        for (var field : List.of(Field.ID, Field.NAME, Field.PROJECT)) {
            var selection = ordered(field);

            var page = read(reading -> reading.projects().list(selection));

            boolean byId = field == Field.ID;
            assertThat(page.rows())
                    .as("%s", field)
                    .extracting(Project::id)
                    .containsExactly(byId ? 1L : 2L, byId ? 2L : 1L);
        }
    }

    @Test
    void peopleAreOrderedByEachFieldAndFoundByNameOrAddress() {
        for (var field : List.of(Field.ID, Field.NAME, Field.EMAIL)) {
            var page = read(reading -> reading.people().list(ordered(field)));

            assertThat(page.rows()).as("%s", field).extracting(Person::id).containsExactly(1L, 2L);
        }
        var found = read(reading -> reading.people().list(mentioning("ANN@EX")));
        assertThat(found.rows()).extracting(Person::name).containsExactly("ann");
    }

    @Test
    void usersAreOrderedByEachFieldAndFoundByNameOrAddress() {
        for (var field : List.of(Field.USERNAME, Field.EMAIL)) {
            var page = read(reading -> reading.users().list(ordered(field)));

            assertThat(page.rows()).as("%s", field).extracting(User::id).containsExactly(2L, 1L);
        }
        var found = read(reading -> reading.users().list(mentioning("TOM")));
        assertThat(found.rows()).extracting(User::username).containsExactly("Tom");
    }

    @Test
    void usersAreReadByIds() {
        var users = read(reading -> reading.users().withIds(List.of(2L, 3L)));

        assertThat(users).containsOnlyKeys(2L);
    }

    @Test
    void aPatternIsNotAWildcard() {
        for (var text : List.of("%", "_", "\\")) {
            var found = read(reading -> reading.people().list(mentioning(text)));

            assertThat(found.rows()).as(text).isEmpty();
        }
    }

    @Test
    void theUsualStatesAndTagsAreThere() {
        var states = read(reading -> reading.projects().states());
        var tags = read(reading -> reading.projects().tags());

        assertThat(states)
                .extracting(State::slug)
                .containsExactly(
                        "new",
                        "under-review",
                        "accepted",
                        "rejected",
                        "rfc",
                        "not-applicable",
                        "changes-requested",
                        "awaiting-upstream",
                        "superseded",
                        "deferred");
        assertThat(states).filteredOn(State::actionRequired).hasSize(2);
        assertThat(tags).extracting(Tag::abbrev).containsExactly("A", "R", "T");
    }

    private static Selection ordered(Field field) {
        return new Selection(List.of(), List.of(new Order(field, false)), 0, 10);
    }

    private static Selection mentioning(String text) {
        return new Selection(List.of(new Mentions(text)), List.of(), 0, 10);
    }
}
