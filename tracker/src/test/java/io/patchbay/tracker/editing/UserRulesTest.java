package io.patchbay.tracker.editing;

import static io.patchbay.tracker.editing.Samples.BOATS;
import static io.patchbay.tracker.editing.Samples.MAINTAINER;
import static io.patchbay.tracker.editing.Samples.OARS;
import static io.patchbay.tracker.editing.Samples.actor;
import static io.patchbay.tracker.editing.Samples.done;
import static io.patchbay.tracker.editing.Samples.lacking;
import static io.patchbay.tracker.editing.Samples.problems;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.tracker.accounts.Accounts.NewUser;
import io.patchbay.tracker.accounts.NewToken;
import io.patchbay.tracker.editing.Change.AddToken;
import io.patchbay.tracker.editing.Change.AddUser;
import io.patchbay.tracker.editing.Change.EditUser;
import io.patchbay.tracker.editing.UserRules.Kept;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.model.UserSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class UserRulesTest {

    private static final UserSettings SETTINGS = new UserSettings(true, 50, true);
    private static final EditUser NOTHING = new EditUser(1, null, null, null, null, null);

    /** What is the maintainer's. */
    @ParameterizedTest
    @CsvSource({
        "anonymous, SIGNED_IN",
        "stranger, SAME_USER",
        "maintainer, ''",
        "operator, ''",
        "token read, SCOPE_OF_TOKEN",
        "token state, SCOPE_OF_TOKEN",
        "token here, SCOPE_OF_TOKEN",
    })
    void whoMayChangeWhatIsAUsers(String who, String right) {
        var wrong = new EditUser(1, "f".repeat(151), null, null, 0L, null);
        var token = new AddToken(1, NewToken.full("l".repeat(51), null));

        assertThat(lacking(edit(who, NOTHING))).isEqualTo(right);
        assertThat(lacking(edit(who, wrong))).isEqualTo(right);
        assertThat(lacking(UserRules.decide(token, actor(who)))).isEqualTo(right);
    }

    @Test
    void whatIsNotNamedStays() {
        assertThat(done(edit("maintainer", NOTHING))).isEqualTo(new Kept(MAINTAINER, SETTINGS));
    }

    @Test
    void whatIsNamedBecomesSo() {
        assertThat(done(edit("maintainer", new EditUser(1, "Ma", "In", false, 7L, false))))
                .isEqualTo(
                        new Kept(
                                new User(1, MAINTAINER.username(), "Ma", "In", MAINTAINER.email()),
                                new UserSettings(false, 7, false)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1000})
    void aPageHasOneToAThousandPatches(long items) {
        var edit = new EditUser(1, null, null, null, items, null);

        assertThat(done(edit("maintainer", edit)).settings().itemsPerPage()).isEqualTo((int) items);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1001, 2_000_000_000, 4_294_967_297L})
    void anotherNumberIsRefused(long items) {
        assertThat(problems(edit("maintainer", new EditUser(1, null, null, null, items, null))))
                .containsExactly("items_per_page: items_per_page takes 1 to 1000, not " + items);
    }

    @Test
    void namesHaveAtMostAHundredAndFiftyCharacters() {
        var longest = new EditUser(1, "f".repeat(150), "l".repeat(150), null, null, null);
        var longer = new EditUser(1, "f".repeat(151), "l".repeat(151), null, null, null);

        assertThat(done(edit("maintainer", longest)).user().lastName()).hasSize(150);
        assertThat(problems(edit("maintainer", longer)))
                .containsExactly(
                        "first_name: first_name is 151 characters long; the limit is 150",
                        "last_name: last_name is 151 characters long; the limit is 150");
    }

    @ParameterizedTest
    @CsvSource({
        "operator, ''",
        "maintainer, OPERATE",
        "stranger, OPERATE",
        "anonymous, OPERATE",
    })
    void whoMayAdd(String who, String right) {
        assertThat(lacking(add(who, user("ann", "a@example.org"), false))).isEqualTo(right);
        assertThat(lacking(add(who, user("a b", "a"), true, "sails"))).isEqualTo(right);
    }

    @Test
    void allThatIsWrongIsTold() {
        var user = new NewUser("a b", "", "f".repeat(151), "l".repeat(151), "a", true, false);

        assertThat(problems(add("operator", user, true, "boats", "sails")))
                .containsExactly(
                        "username: username: expected letters, digits and @ . + - _, got 'a b'",
                        "first_name: first_name is 151 characters long; the limit is 150",
                        "last_name: last_name is 151 characters long; the limit is 150",
                        "email: email: expected a mail address, got 'a'",
                        "username: a user 'a b' already exists; choose another name",
                        "maintainer: maintainer does not accept 'sails'; there are boats, oars");
    }

    @Test
    void aUserCanBeWithoutAnAddress() {
        var user = user("ann", "");

        assertThat(done(add("operator", user, false, "boats", "oars"))).isEqualTo(user);
        assertThat(UserRules.problemsOf(user)).isEmpty();
    }

    @Test
    void aLabelOfATokenHasAtMostFiftyCharacters() {
        var longest = new AddToken(1, NewToken.full("l".repeat(50), null));
        var longer = new AddToken(1, NewToken.full("l".repeat(51), null));

        assertThat(done(UserRules.decide(longest, actor("maintainer")))).isEqualTo(longest);
        assertThat(problems(UserRules.decide(longer, actor("maintainer"))))
                .containsExactly("label: label is 51 characters long; the limit is 50");
    }

    private static NewUser user(String name, String email) {
        return new NewUser(name, "", "", "", email, true, false);
    }

    private static Edited<Kept> edit(String who, EditUser change) {
        return UserRules.decide(change, actor(who), MAINTAINER, SETTINGS);
    }

    private static Edited<NewUser> add(
            String who, NewUser user, boolean isTaken, String... maintains) {
        return UserRules.decide(
                new AddUser(user, List.of(maintains), true),
                actor(who),
                isTaken,
                List.of(BOATS, OARS));
    }
}
