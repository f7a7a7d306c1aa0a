package io.patchbay.bench;

import io.patchbay.patches.Patch;
import io.patchbay.patches.Reading;
import io.patchbay.patches.Selection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** The requests that are measured, by what they ask for: what clients send all day. */
final class Pages {

    private static final int EACH = 200;

    private Pages() {}

    static Map<String, List<String>> of(Reading reading) {
        var random = new Random(2026);
        var patches = some(reading, random);
        var project = patches.getFirst().project().linkName();
        var pages = new LinkedHashMap<String, List<String>>();
        pages.put("patch", each(patches, patch -> "/api/patches/" + patch.id() + "/"));
        pages.put("list of 100 patches", paged("/api/patches/?project=%s&per_page=100", project));
        pages.put(
                "… of a submitter",
                each(
                        patches,
                        patch ->
                                "/api/patches/?per_page=100&order=-date&submitter="
                                        + patch.submitter().id()));
        pages.put(
                "… in a state",
                each(
                        patches,
                        patch ->
                                "/api/patches/?per_page=100&order=-date&archived=false&project=%s&state=%s"
                                        .formatted(
                                                patch.project().linkName(), patch.state().slug())));
        pages.put(
                "… with a Message-ID",
                each(
                        patches,
                        patch ->
                                "/api/patches/?msgid="
                                        + patch.msgid().substring(1, patch.msgid().length() - 1)));
        pages.put("… that match words", List.of("/api/patches/?per_page=100&q=tide+table"));
        pages.put("series", each(patches, Pages::seriesOf));
        pages.put("30 events", List.of("/api/events/?project=" + project));
        pages.put("patch as mbox", each(patches, patch -> webPath(patch) + "mbox/"));
        pages.put("web: list", List.of("/project/" + project + "/list/"));
        pages.put("web: patch", each(patches, Pages::webPath));
        return pages;
    }

    private static List<Patch> some(Reading reading, Random random) {
        var newest = new Selection.Order(Selection.Field.ID, true);
        var last = reading.patches().list(new Selection(List.of(), List.of(newest), 0, 1)).rows();
        if (last.isEmpty()) {
            throw new IllegalStateException(
                    "there is no patch in the store; file some mails first");
        }
        var some = new ArrayList<Patch>();
        while (some.size() < EACH) {
            long id = 1 + random.nextLong(last.getFirst().id());
            reading.patches().withId(id).ifPresent(some::add);
        }
        return some;
    }

    private static List<String> each(List<Patch> patches, Function<Patch, String> path) {
        return patches.stream().map(path).distinct().toList();
    }

    private static List<String> paged(String format, String project) {
        var first = format.formatted(project);
        return List.of(first, first + "&page=2", first + "&page=5");
    }

    private static String seriesOf(Patch patch) {
        var series = patch.series();
        return series == null
                ? "/api/patches/" + patch.id() + "/"
                : "/api/series/" + series.id() + "/";
    }

    private static String webPath(Patch patch) {
        return "/project/%s/patch/%s/"
                .formatted(
                        patch.project().linkName(),
                        patch.msgid().substring(1, patch.msgid().length() - 1));
    }
}
