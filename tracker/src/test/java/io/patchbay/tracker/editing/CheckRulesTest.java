package io.patchbay.tracker.editing;

import static io.patchbay.tracker.editing.Samples.BOATS;
import static io.patchbay.tracker.editing.Samples.MAINTAINER;
import static io.patchbay.tracker.editing.Samples.STRANGER;
import static io.patchbay.tracker.editing.Samples.actor;
import static io.patchbay.tracker.editing.Samples.done;
import static io.patchbay.tracker.editing.Samples.lacking;
import static io.patchbay.tracker.editing.Samples.patch;
import static io.patchbay.tracker.editing.Samples.problems;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.tracker.editing.Change.AddCheck;
import io.patchbay.tracker.editing.Change.UserName;
import io.patchbay.tracker.editing.CheckRules.Reported;
import io.patchbay.tracker.model.Check;
import io.patchbay.tracker.model.CheckState;
import io.patchbay.tracker.model.User;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;

class CheckRulesTest {

    private static final String URL = "https://ci.example.org/1";
    private static final AddCheck REPORT =
            new AddCheck(1, null, "success", URL, "all is well", "ci", false);

    @ParameterizedTest
    @CsvSource({
        "anonymous, SIGNED_IN",
        "stranger, EDIT_PATCH",
        "submitter, ''",
        "delegate, ''",
        "maintainer, ''",
        "token read, SCOPE_OF_TOKEN",
        "token checks, ''",
        "token state, SCOPE_OF_TOKEN",
        "token here, ''",
        "token elsewhere, PROJECT_OF_TOKEN",
    })
    void whoMayReport(String who, String right) {
        assertThat(lacking(decide(who, REPORT, null))).isEqualTo(right);
        assertThat(lacking(decide(who, state("won"), null))).isEqualTo(right);
    }

    @Test
    void whatIsReportedIsKept() {
        assertThat(done(decide("maintainer", REPORT, null)).check())
                .isEqualTo(new NewCheck(MAINTAINER, CheckState.SUCCESS, URL, "all is well", "ci"));
    }

    @ParameterizedTest
    @CsvSource({
        "pending, PENDING",
        "success, SUCCESS",
        "warning, WARNING",
        "fail, FAIL",
        "0, PENDING",
        "1, SUCCESS",
        "2, WARNING",
        "3, FAIL",
    })
    void aStateIsNamedByItsLabelOrNumber(String word, CheckState state) {
        assertThat(done(decide("maintainer", state(word), null)).check().state()).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "won", "Success", "02", "4", "-1", " fail"})
    void anotherWordIsRefused(String word) {
        assertThat(problems(decide("maintainer", state(word), null)))
                .containsExactly(
                        "state: state does not accept '%s'; there are pending, success, warning, fail"
                                .formatted(word));
    }

    @Test
    void whoMayEditMayReportForOthers() {
        var report = by(new UserName.Login("stranger"), REPORT);

        assertThat(done(decide("submitter", report, STRANGER)).check().user()).isEqualTo(STRANGER);
        assertThat(done(decide("operator", report, STRANGER)).check().user()).isEqualTo(STRANGER);
    }

    @Test
    void somebodyReports() {
        assertThat(problems(decide("maintainer", by(new UserName.Id(99), REPORT), null)))
                .containsExactly("user: user '99' does not exist");
        assertThat(problems(decide("operator", by(new UserName.Login("no"), REPORT), null)))
                .containsExactly("user: user 'no' does not exist");
        assertThat(problems(decide("operator", REPORT, null)))
                .containsExactly("user: user '' does not exist");
    }

    @Test
    void whatNamesNoContextIsOfTheUsualOne() {
        var report = new AddCheck(1, null, "fail", null, null, null, false);

        assertThat(done(decide("maintainer", report, null)).check())
                .isEqualTo(new NewCheck(MAINTAINER, CheckState.FAIL, null, null, "default"));
    }

    @Test
    void allThatIsWrongIsTold() {
        var report =
                new AddCheck(
                        1, new UserName.Id(99), "won", "javascript:alert(1)", "a\0b", "c i", false);

        assertThat(problems(decide("maintainer", report, null)))
                .containsExactly(
                        "user: user '99' does not exist",
                        "state: state does not accept 'won'; there are pending, success, warning,"
                                + " fail",
                        "target_url: target_url: expected an http, https or ftp address, got"
                                + " 'javascript:alert(1)'",
                        "context: context: expected letters, digits, '-' and '_', got 'c i'",
                        "description: description holds a null character; leave it out");
    }

    @Test
    void newsIsWhatTheLatestOfUserAndContextDoesNotSay() {
        assertThat(isNews(REPORT)).isFalse();
        assertThat(isNews(state("fail"))).isTrue();
        assertThat(isNews(by(new UserName.Id(STRANGER.id()), REPORT))).isTrue();
        assertThat(isNews(report("https://ci.example.org/2", "all is well", "ci"))).isTrue();
        assertThat(isNews(report(URL, "nearly", "ci"))).isTrue();
        assertThat(isNews(report(URL, null, "ci"))).isTrue();
        assertThat(isNews(report(URL, "all is well", "other"))).isTrue();
    }

    @Test
    void whatIsNotAskedForNewsIsNewEachTime() {
        var edited = decide("maintainer", REPORT, null, latest());

        assertThat(edited)
                .isInstanceOfSatisfying(
                        Edited.Done.class,
                        it -> {
                            assertThat(it.isNew()).isTrue();
                            assertThat(((Reported) it.result()).same()).isNull();
                        });
    }

    private static boolean isNews(AddCheck asked) {
        var report =
                new AddCheck(
                        1,
                        asked.user(),
                        asked.state(),
                        asked.targetUrl(),
                        asked.description(),
                        asked.context(),
                        true);
        var edited = decide("maintainer", report, asked.user() == null ? null : STRANGER, latest());
        var done = (Edited.Done<Reported>) edited;
        assertThat(done.result().same() == null).isEqualTo(done.isNew());
        return done.isNew();
    }

    private static List<Check> latest() {
        return List.of(
                new Check(
                        7,
                        1,
                        MAINTAINER,
                        Instant.EPOCH,
                        CheckState.SUCCESS,
                        URL,
                        "all is well",
                        "ci"));
    }

    private static AddCheck state(String word) {
        return new AddCheck(1, null, word, URL, "all is well", "ci", false);
    }

    private static AddCheck by(UserName user, AddCheck report) {
        return new AddCheck(
                1,
                user,
                report.state(),
                report.targetUrl(),
                report.description(),
                report.context(),
                false);
    }

    private static AddCheck report(String url, @Nullable String description, String context) {
        return new AddCheck(1, null, "success", url, description, context, false);
    }

    private static Edited<Reported> decide(String who, AddCheck report, @Nullable User named) {
        return decide(who, report, named, List.of());
    }

    private static Edited<Reported> decide(
            String who, AddCheck report, @Nullable User named, List<Check> latest) {
        return CheckRules.decide(
                report, actor(who), new CheckRules.Known(patch(1, BOATS), named, latest));
    }
}
