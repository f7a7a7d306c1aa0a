package io.patchbay.web;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.patchbay.tracker.accounts.NewToken;
import io.patchbay.tracker.editing.BundleContent;
import io.patchbay.tracker.importing.Imports.Completeness;
import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.User;
import io.patchbay.web.frame.SiteTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class BundleTest extends SiteTest {

    private Patch one;
    private Patch two;
    private Patch three;

    @BeforeEach
    void filePatches() {
        one = site.patch("[PATCH] one", "1@example.com");
        two = site.patch("[PATCH] two", "2@example.com");
        three = site.patch("[PATCH] three", "3@example.com");
    }

    @Test
    void aPrivateBundleIsSeenByItsOwnerOnly() {
        bundle(TestSite.JOE, "mine", false);

        var stranger = site.get("/bundle/joe/mine/");
        site.signIn(TestSite.MAINT);
        var other = site.get("/bundle/joe/mine/mbox/");
        site.signIn(TestSite.JOE);
        var owner = site.get("/bundle/joe/mine/");

        assertThat(stranger.statusCode()).isEqualTo(404);
        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(owner.statusCode()).isEqualTo(200);
    }

    @Test
    void aPublicBundleIsSeenByAllAndChangedByItsOwner() {
        bundle(TestSite.JOE, "ours", true);
        site.signIn(TestSite.MAINT);

        assertThat(site.get("/bundle/joe/ours/").body()).contains("Bundle ours").contains(">one<");
        assertThat(
                        site.post("/bundle/joe/ours/", Map.of("form", "bundle", "action", "delete"))
                                .statusCode())
                .isEqualTo(403);
        assertThat(
                        site.post(
                                        "/bundle/joe/ours/",
                                        Map.of("form", "reorder-form", "up", "" + two.id()))
                                .statusCode())
                .isEqualTo(403);
        assertThat(named("ours")).isPresent();
    }

    @Test
    void theMboxHasThePatchesInTheBundlesOrder() {
        bundle(TestSite.JOE, "ours", true, two, one);

        var mbox = site.get("/bundle/joe/ours/mbox/");

        assertThat(mbox.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=bundle-1-ours.mbox");
        assertThat(mbox.body().indexOf("Subject: [PATCH] two"))
                .isPositive()
                .isLessThan(mbox.body().indexOf("Subject: [PATCH] one"));
    }

    @Test
    void programsGetThePrivateMboxWithTokenOrPassword() {
        bundle(TestSite.JOE, "mine", false);
        var key =
                site.store.write(writing ->
                        writing.accounts()
                                .addToken(TestSite.JOE.id(), NewToken.full("test", null)));
        var password = "joe:" + TestSite.passwordOf(TestSite.JOE);
        var basic = Base64.getEncoder().encodeToString(password.getBytes(US_ASCII));

        var path = "/bundle/joe/mine/mbox/";

        assertThat(site.get(path, "Authorization", "Token " + key).statusCode()).isEqualTo(200);
        assertThat(site.get(path, "Authorization", "Basic " + basic).statusCode()).isEqualTo(200);
        assertThat(site.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void anotherNameIsAnotherAddress() {
        bundle(TestSite.JOE, "old", false);
        site.signIn(TestSite.JOE);

        var answer =
                site.post(
                        "/bundle/joe/old/",
                        Map.of(
                                "form", "bundle", "action", "update", "name", "ü new", "public",
                                "on"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(TestSite.location(answer)).isEqualTo("/bundle/joe/%C3%BC%20new/");
        assertThat(named("ü new").orElseThrow().isPublic()).isTrue();
        assertThat(site.get("/bundle/joe/%C3%BC%20new/").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "'', No bundle name was specified",
        "a/b, Bundle names can&#39;t contain slashes",
        "taken, A bundle called taken already exists",
        "123456789 123456789 123456789 123456789 123456789 1, can&#39;t be longer than 50 characters"
    })
    void aNameThatCannotBeIsRefused(String name, String message) {
        bundle(TestSite.JOE, "taken", false);
        site.signIn(TestSite.JOE);

        var page =
                site.post("/project/demo/list/", Map.of("action", "create", "name", name)).body();

        assertThat(page.replace("'", "&#39;")).contains(message);
    }

    @Test
    void patchesAreAddedAndRemoved() {
        long id = bundle(TestSite.JOE, "mine", false, one);
        site.signIn(TestSite.JOE);

        var added =
                site.post(
                                "/project/demo/list/",
                                Map.of(
                                        "action",
                                        "Add",
                                        "bundle_id",
                                        "" + id,
                                        "patch_id:" + one.id(),
                                        "on",
                                        "patch_id:" + three.id(),
                                        "on"))
                        .body();
        var removed =
                site.post(
                                "/bundle/joe/mine/",
                                Map.of(
                                        "form",
                                        "patch-list-form",
                                        "action",
                                        "Remove",
                                        "removed_bundle_id",
                                        "" + id,
                                        "patch_id:" + one.id(),
                                        "on"))
                        .body();

        assertThat(added)
                .contains("<li class=\"warning\">Patch 'one' already in bundle mine</li>")
                .contains("<li class=\"success\">Patch 'three' added to bundle mine</li>");
        assertThat(removed).contains("Patch 'one' removed from bundle mine");
        assertThat(order("mine")).containsExactly(three.id());
    }

    @Test
    void nobodyAddsToTheBundleOfAnother() {
        long id = bundle(TestSite.JOE, "ours", true, one);
        site.signIn(TestSite.MAINT);

        var page =
                site.post(
                                "/project/demo/list/",
                                Map.of(
                                        "action",
                                        "add",
                                        "bundle_id",
                                        "" + id,
                                        "patch_id:" + two.id(),
                                        "on"))
                        .body();

        assertThat(page).contains("You don't have permissions to add patches to bundle");
        assertThat(order("ours")).containsExactly(one.id());
    }

    @Test
    void aPrivateBundleOfAnotherIsNotThere() {
        long id = bundle(TestSite.JOE, "mine", false, one);
        site.signIn(TestSite.MAINT);
        var form = Map.of("action", "add", "bundle_id", "" + id, "patch_id:" + two.id(), "on");

        var page = site.post("/project/demo/list/", form).body();

        assertThat(page).contains("No bundle was selected");
        assertThat(order("mine")).containsExactly(one.id());
    }

    @Test
    void patchesOfTwoProjectsAreOrderedToo() {
        var other = patchOfAnotherProject();
        bundle(TestSite.JOE, "mine", false, one, other);
        site.signIn(TestSite.JOE);

        site.post("/bundle/joe/mine/", Map.of("form", "reorder-form", "up", "" + other.id()));

        assertThat(order("mine")).containsExactly(other.id(), one.id());
        assertThat(named("mine").orElseThrow().project().linkName()).isEqualTo("demo");
    }

    @Test
    void theOwnerMovesAPatchUp() {
        bundle(TestSite.JOE, "mine", false, one, two, three);
        site.signIn(TestSite.JOE);

        site.post("/bundle/joe/mine/", Map.of("form", "reorder-form", "up", "" + three.id()));

        assertThat(order("mine")).containsExactly(one.id(), three.id(), two.id());
    }

    @Test
    void aNewOrderBeginsWhereItsFirstPatchWas() {
        bundle(TestSite.JOE, "mine", false, one, two, three);
        site.signIn(TestSite.JOE);

        site.postWithToken(
                "/bundle/joe/mine/",
                "form=reorder-form&order_start=%d&neworder=%d&neworder=%d"
                        .formatted(two.id(), three.id(), two.id()));

        assertThat(order("mine")).containsExactly(one.id(), three.id(), two.id());
    }

    @Test
    void onlyTheOwnerDeletesABundle() {
        long id = bundle(TestSite.JOE, "ours", true);
        var form = Map.of("form_name", "deletebundleform", "bundle_id", "" + id);

        site.signIn(TestSite.MAINT);
        var refused = site.post("/user/bundles/", form).body();
        var kept = named("ours");
        site.signIn(TestSite.JOE);
        var done = site.post("/project/demo/bundles/", form).body();

        assertThat(refused).contains("nothing was deleted");
        assertThat(kept).isPresent();
        assertThat(done).contains("Bundle ours deleted");
        assertThat(named("ours")).isEmpty();
    }

    @Test
    void theOwnersNumbersLeadToTheBundle() {
        bundle(TestSite.JOE, "ours", true);

        site.signIn(TestSite.JOE);
        assertThat(TestSite.location(site.get("/user/bundle/1/mbox/")))
                .isEqualTo("/bundle/joe/ours/mbox/");
        site.signIn(TestSite.MAINT);
        assertThat(site.get("/user/bundle/1/").statusCode()).isEqualTo(404);
    }

    private Patch patchOfAnotherProject() {
        site.store.write(writing -> {
            writing.imports().project(TestSite.project(2, "other"), Completeness.WHOLE);
            return true;
        });
        site.file(
                TestSite.mail("[PATCH] four", "4@example.com", "Pat <pat@example.com>", "")
                                .replace("demo.lists", "other.lists")
                        + """

                        --- a/a.c
                        +++ b/a.c
                        @@ -1 +1 @@
                        -two
                        +three
                        """);
        return site.store.read(
                reading -> reading.patches().withMessageId(2, "<4@example.com>").orElseThrow());
    }

    private long bundle(User owner, String name, boolean isPublic) {
        return bundle(owner, name, isPublic, one);
    }

    private long bundle(User owner, String name, boolean isPublic, Patch... patches) {
        var ids = List.of(patches).stream().map(Patch::id).toList();
        return site.store.write(writing ->
                writing.edits().addBundle(owner, new BundleContent(1, name, isPublic, ids)));
    }

    private Optional<Bundle> named(String name) {
        return site.store.read(reading -> reading.bundles().named("joe", name));
    }

    private List<Long> order(String name) {
        return named(name).orElseThrow().patches().stream().map(PatchHead::id).toList();
    }
}
