package io.patchbay.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.tracker.editing.PatchFields;
import io.patchbay.tracker.model.Patch;
import io.patchbay.web.frame.SiteTest;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;

class BulkFormTest extends SiteTest {

    private static final String LIST = "/project/demo/list/";

    @Test
    void aMaintainerChangesAllTickedPatches() {
        var one = site.patch("[PATCH] one", "1@example.com");
        var two = site.patch("[PATCH] two", "2@example.com");
        var three = site.patch("[PATCH] three", "3@example.com");
        site.signIn(TestSite.MAINT);

        var page =
                site.post(
                        LIST,
                        Map.of(
                                "form",
                                "patch-list-form",
                                "action",
                                "Update",
                                "patch_id:" + one.id(),
                                "on",
                                "patch_id:" + two.id(),
                                "on",
                                "state",
                                "3",
                                "delegate",
                                "1",
                                "archived",
                                "True"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<li class=\"success\">2 patches updated</li>");
        assertThat(site.again(one).state().name()).isEqualTo("Accepted");
        assertThat(site.again(two).archived()).isTrue();
        assertThat(site.again(two).delegate()).isEqualTo(TestSite.MAINT);
        assertThat(site.again(three)).isEqualTo(three);
    }

    @Test
    void whatIsNotChosenStaysAsItIs() {
        var patch = site.patch("[PATCH] one", "1@example.com");
        site.edit(patch, PatchFields.NONE.delegate(TestSite.MAINT.id()));
        site.signIn(TestSite.MAINT);

        var page = update(patch.id(), Map.of("state", "*", "delegate", "*", "archived", "*"));

        assertThat(page).contains("1 patch updated");
        assertThat(site.again(patch).delegate()).isEqualTo(TestSite.MAINT);
    }

    @Test
    void anEmptyDelegateIsNobody() {
        var patch = site.patch("[PATCH] one", "1@example.com");
        site.edit(patch, PatchFields.NONE.delegate(TestSite.MAINT.id()));
        site.signIn(TestSite.MAINT);

        update(patch.id(), Map.of("delegate", ""));

        assertThat(site.again(patch).delegate()).isNull();
    }

    @Test
    void oneWhoMayNotEditIsToldSo() {
        var patch = site.patch("[PATCH] one", "1@example.com");
        site.signIn(TestSite.JOE);

        var page = update(patch.id(), Map.of("state", "3"));

        assertThat(page)
                .contains(
                        "<li class=\"error\">You don't have permissions to edit patch"
                                + " 'one'</li>")
                .contains("<li class=\"error\">No patches updated</li>");
        assertThat(site.again(patch)).isEqualTo(patch);
    }

    @Test
    void withoutATickNothingIsUpdated() {
        site.signIn(TestSite.MAINT);

        var page = site.post(LIST, Map.of("action", "update", "state", "3")).body();

        assertThat(page).contains("No patches selected; nothing updated");
    }

    @Test
    void aDelegateWhoIsNoMaintainerIsRefused() {
        var patch = site.patch("[PATCH] one", "1@example.com");
        site.signIn(TestSite.MAINT);

        var page = update(patch.id(), Map.of("delegate", "2", "state", "3"));

        assertThat(page).contains("The submitted form data was invalid");
        assertThat(site.again(patch)).isEqualTo(patch);
    }

    @Test
    void whoMayEditSomeIsToldOfTheOthers() {
        var one = site.patch("[PATCH] one", "1@example.com");
        var two = site.patch("[PATCH] two", "2@example.com");
        delegateToJoeWhileHeMaintains(two);
        site.signIn(TestSite.JOE);

        var page = update(one.id(), Map.of("patch_id:" + two.id(), "on", "state", "3"));

        assertThat(page)
                .contains("You don't have permissions to edit patch 'one'")
                .contains("<li class=\"success\">1 patch updated</li>");
        assertThat(site.again(one)).isEqualTo(one);
        assertThat(site.again(two).state().name()).isEqualTo("Accepted");
    }

    @Test
    void whatOnePatchCannotHaveChangesNoneOfThem() {
        var one = site.patch("[PATCH] one", "1@example.com");
        var two = site.patch("[PATCH] two", "2@example.com");
        delegateToJoeWhileHeMaintains(one);
        delegateToJoeWhileHeMaintains(two);
        site.edit(two, PatchFields.NONE.delegate(null));
        site.signIn(TestSite.MAINT);

        var page =
                update(
                        one.id(),
                        Map.of("patch_id:" + two.id(), "on", "delegate", "2", "state", "3"));

        assertThat(page).contains("The submitted form data was invalid");
        assertThat(site.again(one).state().name()).isEqualTo("New");
        assertThat(site.again(two).state().name()).isEqualTo("New");
    }

    private void delegateToJoeWhileHeMaintains(Patch patch) {
        joeMaintains(true);
        site.edit(patch, PatchFields.NONE.delegate(TestSite.JOE.id()));
        joeMaintains(false);
    }

    private void joeMaintains(boolean maintains) {
        site.store.write(writing -> {
            writing.accounts().maintains(TestSite.JOE.id(), 1, maintains);
            return true;
        });
    }

    @Test
    void aFormWithoutATokenIsRefused() {
        site.signIn(TestSite.MAINT);

        var answer = site.postRaw(LIST, "action=update");

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void whoIsNotSignedInIsAskedToDoSo() {
        var answer = site.post(LIST, Map.of("action", "update"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(TestSite.location(answer)).isEqualTo("/user/login/?next=" + LIST);
    }

    @Test
    void aNameCreatesABundleWhateverTheButton() {
        var patch = site.patch("[PATCH] one", "1@example.com");
        site.signIn(TestSite.JOE);

        var page = update(patch.id(), Map.of("name", "mine"));

        assertThat(page)
                .contains("Patch 'one' added to bundle mine")
                .contains("Bundle mine created");
    }

    private String update(long patch, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("action", "update");
        form.put("patch_id:" + patch, "on");
        return site.post(LIST, form).body();
    }
}
