package io.patchbay.web.archive;

import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.Method;
import io.patchbay.http.message.Percent;
import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.mbox.Mbox;
import io.patchbay.tracker.reading.Archive.ArchivedMail;
import io.patchbay.tracker.reading.Archive.Kind;
import io.patchbay.web.archive.ArchiveAddress.Form;
import io.patchbay.web.frame.Html;
import io.patchbay.web.frame.PageAddresses;
import io.patchbay.web.frame.PageContext;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * The mails as they came (docs/adr/0022): each alone, and threads as an mbox, so that b4 can take
 * this site as its archive. Whoever may see what was made of a mail may see the mail.
 */
public record ArchivePages(PageContext context) {

    /** What public-inbox calls all of its lists together. */
    private static final String ALL = "all";

    /** Where b4 writes links to that it puts into commits ({@code b4.linkmask}). */
    private static final String LINK = "r";

    /** What liblore asks to learn whether there is an archive (archive §1.3). */
    private static final String HELP = "_/text/help";

    /** Mails of a thread that are in hand at once. */
    private static final int AT_ONCE = 20;

    /** The mail of {@code …/patch/{msgid}/mail/} and its like, byte for byte. */
    public Response mail(Request request, Kind... kinds) {
        var mail =
                context.read(reading -> {
                    var project = PageContext.project(request, reading);
                    var msgid = PageAddresses.storedMessageId(request.segment("msgid"));
                    return reading.archive().withMessageId(msgid).stream()
                            .filter(found -> found.project().equals(project.linkName()))
                            .filter(found -> List.of(kinds).contains(found.key().kind()))
                            .findFirst()
                            .orElseThrow(() ->
                                    HttpError.notFound(
                                            "%s has no such mail with the Message-ID %s"
                                                    .formatted(project.name(), msgid)));
                });
        return Response.of(200, "message/rfc822", raw(mail))
                .header(
                        "Content-Disposition",
                        "attachment; filename=" + Mbox.fileName(mail.name()) + ".eml")
                .tagged();
    }

    private byte[] raw(ArchivedMail mail) {
        var raw = context.read(reading -> reading.archive().raw(List.of(mail.key())));
        var bytes = raw.get(mail.key());
        if (bytes == null) {
            throw HttpError.notFound(
                    "This mail is not kept as it came: it was filed before mails were, it was"
                            + " imported, or its project does not keep them.");
        }
        return bytes;
    }

    /** Everything that no page is at. */
    public Response answer(Request request) throws IOException {
        var address =
                ArchiveAddress.of(request.rawPath())
                        .filter(_ ->
                                request.method() == Method.GET || request.method() == Method.HEAD)
                        .orElseThrow(ArchivePages::noPage);
        if (isHelp(address)) {
            return Response.text(
                    200,
                    "Mails are at /LIST/MESSAGE-ID/raw, threads at /LIST/MESSAGE-ID/t.mbox.gz\n");
        }
        return switch (address.form()) {
            case BARE -> bare(request, address);
            case PAGE -> page(request, address);
            case RAW -> raw(address);
            case THREAD -> thread(address);
        };
    }

    private static HttpError noPage() {
        return HttpError.notFound("There is no page at this address.");
    }

    private boolean isHelp(ArchiveAddress address) {
        return address.form() == Form.PAGE
                && address.encodedId().equals(HELP)
                && isList(address.list());
    }

    private boolean isList(@Nullable String name) {
        return name != null
                && (name.equals(ALL)
                        || context.read(reading -> reading.projects().withLinkName(name))
                                .isPresent());
    }

    private List<ArchivedMail> found(ArchiveAddress address) {
        return context.read(reading -> found(address, reading));
    }

    /** The mails of that id, those of one list if it is named; at least one. */
    private static List<ArchivedMail> found(ArchiveAddress address, Reading reading) {
        for (var id : address.ids()) {
            var mails = ofList(address, reading.archive().withMessageId("<" + id + ">"));
            if (!mails.isEmpty()) {
                return mails;
            }
        }
        throw address.list() == null || address.encodedId().contains("@")
                ? HttpError.notFound(
                        "No mail with the Message-ID <%s> is filed here."
                                .formatted(address.ids().getFirst()))
                : noPage();
    }

    private static List<ArchivedMail> ofList(ArchiveAddress address, List<ArchivedMail> mails) {
        var list = address.list();
        return list == null || list.equals(ALL) || list.equals(LINK)
                ? mails
                : mails.stream().filter(mail -> mail.project().equals(list)).toList();
    }

    /** b4 takes the base of its archive from where this leads, which has to be absolute. */
    private Response bare(Request request, ArchiveAddress address) {
        var mail = found(address).getFirst();
        var list = address.list();
        return list == null || list.equals(LINK)
                ? toList(request, mail)
                : Response.redirect(301, request.baseUrl() + request.rawPath() + "/");
    }

    private static Response toList(Request request, ArchivedMail mail) {
        return Response.redirect(302, request.baseUrl() + pathOf(mail) + "/");
    }

    /** With the id as one segment, as b4 cuts off the last one. */
    static String pathOf(ArchivedMail mail) {
        return "/"
                + Percent.encodePath(mail.project())
                + "/"
                + Percent.encodePath(PageAddresses.bare(mail.msgid())).replace("/", "%2F");
    }

    private Response page(Request request, ArchiveAddress address) throws IOException {
        var list = address.list();
        var mail = found(address).getFirst();
        if (list == null || list.equals(LINK)) {
            return toList(request, mail);
        }
        var page =
                context.read(
                        request,
                        (reading, viewer) ->
                                new ArchivedMailPage(
                                        context.frame(
                                                request,
                                                viewer,
                                                reading.projects()
                                                        .withLinkName(mail.project())
                                                        .orElse(null),
                                                reading),
                                        mail,
                                        thread(address, mail, reading)));
        return Html.page(JtearchivedGenerated::render, page);
    }

    private Response raw(ArchiveAddress address) {
        var mails = eachOnce(found(address));
        var mail = mails.getFirst();
        return Response.of(200, "text/plain; charset=utf-8", Mboxrd.of(raw(mail)))
                .header(
                        "Content-Disposition",
                        "inline; filename=" + Mbox.fileName(mail.name()) + ".txt")
                .tagged();
    }

    private Response thread(ArchiveAddress address) {
        var mails =
                context.read(reading -> {
                    var mail = found(address, reading).getFirst();
                    return thread(address, mail, reading);
                });
        return Response.streaming("application/gzip", out -> write(mails, out))
                .header(
                        "Content-Disposition",
                        "inline; filename=" + Mbox.fileName(mails.getFirst().name()) + ".mbox.gz");
    }

    private static List<ArchivedMail> thread(
            ArchiveAddress address, ArchivedMail mail, Reading reading) {
        var thread = eachOnce(ofList(address, reading.archive().thread(mail.msgid())));
        return thread.isEmpty() ? List.of(mail) : thread;
    }

    /** A mail that is filed under two projects is one mail to those who read it. */
    private static List<ArchivedMail> eachOnce(List<ArchivedMail> mails) {
        var seen = new HashSet<String>();
        return mails.stream().filter(mail -> seen.add(mail.msgid())).toList();
    }

    /** A few at a time: a thread may be larger than what is to be in memory. */
    private void write(List<ArchivedMail> mails, OutputStream out) throws IOException {
        var gzip = new GZIPOutputStream(out, 1 << 14);
        for (int from = 0; from < mails.size(); from += AT_ONCE) {
            var some = mails.subList(from, Math.min(from + AT_ONCE, mails.size()));
            var keys = some.stream().map(ArchivedMail::key).toList();
            var raw = context.read(reading -> reading.archive().raw(keys));
            for (var key : keys) {
                var bytes = raw.get(key);
                if (bytes != null) {
                    gzip.write(Mboxrd.of(bytes));
                }
            }
        }
        gzip.finish();
    }
}
