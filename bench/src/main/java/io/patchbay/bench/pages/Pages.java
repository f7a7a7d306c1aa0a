package io.patchbay.bench.pages;

import io.patchbay.tracker.Reading;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.query.Selection;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;

/** The requests that are measured, by what they ask for: what clients send all day. */
public final class Pages {

    private static final int EACH = 200;

    private Pages() {}

    public static Map<String, List<String>> of(Reading reading) {
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
        pages.put("… with a hash", each(patches, Pages::withHash));
        pages.put("… counted", counts(patches));
        if (patchesIn(reading) > 100_000) {
            pages.put("page 1,000 of 100", List.of("/api/patches/?per_page=100&page=1000"));
            pages.put(
                    "… by date, newest first",
                    List.of("/api/patches/?per_page=100&page=1000&order=-date"));
            pages.put(
                    "1,000th 100 by cursor",
                    List.of("/api/patches/?per_page=100&cursor=" + cursorBehind(100_000)));
        }
        pages.put("series", each(patches, Pages::seriesOf));
        pages.put("30 events", List.of("/api/events/?project=" + project));
        pages.put("patch as mbox", each(patches, patch -> webPath(patch) + "mbox/"));
        pages.put("series as mbox", each(patches, Pages::seriesMbox));
        pages.put("web: list", List.of("/project/" + project + "/list/"));
        pages.put("web: patch", each(patches, Pages::webPath));
        return pages;
    }

    private static long patchesIn(Reading reading) {
        return reading.patches().list(new Selection(List.of(), List.of(), 0, 1)).total();
    }

    /** As the API would have given it. */
    private static String cursorBehind(long id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("\ni" + id).getBytes(StandardCharsets.US_ASCII));
    }

    private static String withHash(Patch patch) {
        return patch.hash() == null
                ? "/api/patches/?msgid=" + bareId(patch)
                : "/api/patches/?hash=" + patch.hash();
    }

    /** Clients count by the number of the last page of one. */
    private static List<String> counts(List<Patch> patches) {
        var filters = new ArrayList<>(List.of("", "&archived=true", "&archived=false"));
        for (var patch : patches.subList(0, 20)) {
            filters.add("&project=" + patch.project().linkName());
            filters.add("&state=" + patch.state().slug());
            filters.add("&submitter=" + patch.submitter().id());
            filters.add("&since=" + dayOf(patch));
        }
        return filters.stream().distinct().map(each -> "/api/patches/?per_page=1" + each).toList();
    }

    private static String dayOf(Patch patch) {
        return patch.date().toString().substring(0, 10);
    }

    private static String bareId(Patch patch) {
        return patch.msgid().substring(1, patch.msgid().length() - 1);
    }

    /** Lists of a hundred by every two filters, by their names. */
    static Map<String, List<String>> pairs(Reading reading) {
        var patches = some(reading, new Random(2026)).subList(0, 20);
        var filters = new LinkedHashMap<String, Function<Patch, String>>();
        filters.put("project", patch -> patch.project().linkName());
        filters.put("submitter", patch -> "" + patch.submitter().id());
        filters.put("delegate", patch -> "" + (1 + patch.id() % 20));
        filters.put("state", patch -> patch.state().slug());
        filters.put("archived", patch -> "" + (patch.id() % 2 == 0));
        filters.put("series", patch -> "" + (patch.series() == null ? 1 : patch.series().id()));
        filters.put("since", Pages::dayOf);
        filters.put("before", Pages::dayOf);
        filters.put("hash", patch -> patch.hash() == null ? "0" : patch.hash());
        filters.put("msgid", Pages::bareId);
        filters.put("q", patch -> patch.name().split(" ")[1]);
        var names = List.copyOf(filters.keySet());
        var pairs = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                var first = names.get(i);
                var second = names.get(j);
                pairs.put(
                        first + ", " + second,
                        each(
                                patches,
                                patch ->
                                        "/api/patches/?per_page=100"
                                                + filter(first, filters, patch)
                                                + filter(second, filters, patch)));
            }
        }
        return pairs;
    }

    private static String filter(
            String name, Map<String, Function<Patch, String>> filters, Patch patch) {
        var value = Objects.requireNonNull(filters.get(name)).apply(patch);
        return "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
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

    private static String seriesMbox(Patch patch) {
        var series = patch.series();
        return series == null ? webPath(patch) + "mbox/" : "/series/" + series.id() + "/mbox/";
    }

    private static String webPath(Patch patch) {
        return "/project/%s/patch/%s/"
                .formatted(
                        patch.project().linkName(),
                        patch.msgid().substring(1, patch.msgid().length() - 1));
    }
}
