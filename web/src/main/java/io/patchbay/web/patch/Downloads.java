package io.patchbay.web.patch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.Numbers;
import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.mbox.Mbox;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.query.Criterion.InSeries;
import io.patchbay.tracker.query.Selection;
import io.patchbay.web.bundle.BundlePages;
import io.patchbay.web.frame.PageContext;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Mails and diffs as files (web-ui.md §6). */
public record Downloads(PageContext context) {

    private static final int ALL = Integer.MAX_VALUE;
    private static final String TEXT = "text/plain";
    private static final String UTF_8_TEXT = "text/plain; charset=utf-8";

    /** A patch, after those it builds on in its series if {@code ?series=} asks for them. */
    public Response patchMbox(Request request) {
        return context.read(reading -> {
            var patch = MailPages.patch(request, PageContext.project(request, reading), reading);
            var wanted = request.query().get("series", "");
            var patches = new ArrayList<Patch>();
            if (!wanted.isEmpty()) {
                patches.addAll(predecessors(patch, wanted, reading));
            }
            patches.add(patch);
            return file(UTF_8_TEXT, Mbox.fileName(patch.name()) + ".patch", mbox(patches, reading));
        });
    }

    /**
     * @param wanted the id of the patch's series, or {@code *} for whichever it is
     */
    private static List<Patch> predecessors(Patch patch, String wanted, Reading reading) {
        var series = patch.series();
        if (series == null || !(wanted.equals("*") || Numbers.parse(wanted, -1) == series.id())) {
            throw HttpError.notFound(
                    "Patch %d is not in series '%s'; ?series=* takes the series it is in."
                            .formatted(patch.id(), wanted));
        }
        var number = patch.number();
        return number == null
                ? List.of()
                : reading.patches().numberedInSeries(series.id()).stream()
                        .filter(other -> other.number() != null && other.number() < number)
                        .toList();
    }

    public Response patchRaw(Request request) {
        return context.read(reading -> {
            var patch = MailPages.patch(request, PageContext.project(request, reading), reading);
            var diff = reading.patches().text(patch.id()).diff();
            // A pull request has none; Patchwork answers with this word.
            return file(
                    "text/x-patch",
                    Mbox.fileName(patch.name()) + ".diff",
                    diff == null ? "None" : diff);
        });
    }

    public Response coverMbox(Request request) {
        return context.read(reading -> {
            var cover = MailPages.cover(request, PageContext.project(request, reading), reading);
            var mail =
                    new Mbox()
                            .add(
                                    cover,
                                    reading.covers().text(cover.id()),
                                    reading.comments().contentsOnCover(cover.id()))
                            .bytes();
            return file(TEXT, Mbox.fileName(cover.name()) + ".mbox", mail);
        });
    }

    public Response seriesMbox(Request request) {
        long id = request.number("id");
        return context.read(reading -> {
            var patches = patchesOf(id, reading);
            // Each of them knows the series; it is asked for only if there is none.
            var series = patches.isEmpty() ? null : patches.getFirst().series();
            var name = series == null ? nameOfSeries(request, reading) : series.name();
            return file(TEXT, seriesFileName(id, name) + ".patch", mbox(patches, reading));
        });
    }

    private static @Nullable String nameOfSeries(Request request, Reading reading) {
        return reading.series()
                .withId(request.number("id"))
                .orElseThrow(() ->
                        HttpError.notFound("There is no series " + request.segment("id") + "."))
                .name();
    }

    private static String seriesFileName(long id, @Nullable String name) {
        return name == null ? "Untitled-series-" + id : Mbox.fileName(name);
    }

    /** By number; what has none comes last. */
    private static List<Patch> patchesOf(long series, Reading reading) {
        var all = new Selection(List.of(new InSeries(Set.of(series))), List.of(), 0, ALL);
        return reading.patches().list(all).rows().stream()
                .sorted(
                        Comparator.comparingInt(
                                patch -> patch.number() == null ? ALL : patch.number()))
                .toList();
    }

    /** Programs may use the credentials of the API here. */
    public Response bundleMbox(Request request) throws IOException {
        var viewer = context.signIn().viewer(request);
        return context.read(reading -> {
            var bundle = BundlePages.visible(request, viewer, reading);
            var ids = bundle.patches().stream().map(PatchHead::id).toList();
            var patches = BundlePages.inOrder(ids, List.of(), reading);
            var name = "bundle-%d-%s.mbox".formatted(bundle.id(), plain(bundle.name()));
            return file(TEXT, name, mbox(patches, reading)).header("Vary", "Cookie, Authorization");
        });
    }

    /** What may stand in a header as it is. */
    private static String plain(String name) {
        boolean printable =
                name.chars().allMatch(character -> character >= ' ' && character <= '~');
        return printable ? name : Mbox.fileName(name);
    }

    private static byte[] mbox(List<Patch> patches, Reading reading) {
        var ids = patches.stream().map(Patch::id).toList();
        var texts = reading.patches().texts(ids);
        var comments = reading.comments().contentsOnPatches(ids);
        var mbox = new Mbox();
        for (var patch : patches) {
            mbox.add(
                    patch,
                    Objects.requireNonNull(texts.get(patch.id())),
                    comments.getOrDefault(patch.id(), List.of()));
        }
        return mbox.bytes();
    }

    public static Response file(String contentType, String name, String text) {
        return file(contentType, name, text.getBytes(UTF_8));
    }

    private static Response file(String contentType, String name, byte[] content) {
        // Without quotes and with nothing behind it: git-pw and pwclient cut it out of the line.
        return Response.of(200, contentType, content)
                .header("Content-Disposition", "attachment; filename=" + name);
    }
}
