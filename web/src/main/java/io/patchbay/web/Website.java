package io.patchbay.web;

import io.patchbay.http.ErrorLook;
import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;
import io.patchbay.http.route.Routes;
import io.patchbay.http.signin.SignIn;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.accounts.MailSender;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.reading.Archive.Kind;
import io.patchbay.web.account.Autocomplete;
import io.patchbay.web.account.ConfirmPage;
import io.patchbay.web.account.LinkForm;
import io.patchbay.web.account.MailSettings;
import io.patchbay.web.account.PasswordPages;
import io.patchbay.web.account.PasswordReset;
import io.patchbay.web.account.ProfilePages;
import io.patchbay.web.account.RegisterPages;
import io.patchbay.web.account.SignInPages;
import io.patchbay.web.archive.ArchivePages;
import io.patchbay.web.bundle.BundleLists;
import io.patchbay.web.bundle.BundlePages;
import io.patchbay.web.compare.ComparisonPages;
import io.patchbay.web.frame.Assets;
import io.patchbay.web.frame.Frame;
import io.patchbay.web.frame.Html;
import io.patchbay.web.frame.Mailing;
import io.patchbay.web.frame.PageContext;
import io.patchbay.web.frame.Site;
import io.patchbay.web.list.PatchLists;
import io.patchbay.web.list.TodoPage;
import io.patchbay.web.patch.Downloads;
import io.patchbay.web.patch.MailPages;
import io.patchbay.web.patch.Redirects;
import io.patchbay.web.project.ProjectPages;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.InstantSource;

/** The pages, downloads and redirects of the site (web-ui.md §2). */
public final class Website {

    private final PageContext context;

    /** What the page of an error shows. */
    record ErrorPage(Frame frame, String title, String detail) {}

    /** A site that sends no mail: accounts are made by its administrators. */
    public Website(Store store, SignIn signIn, Site site, InstantSource clock) {
        this(store, signIn, site, clock, null);
    }

    /**
     * @param postman null for a site that sends no mail
     */
    public Website(
            Store store,
            SignIn signIn,
            Site site,
            InstantSource clock,
            @Nullable MailSender postman) {
        this.context = new PageContext(store, signIn, site, clock, new Mailing(site, postman));
    }

    public void addTo(Routes routes) {
        var signIn = new SignInPages(context);
        routes.get("/user/login/", signIn::show);
        routes.post("/user/login/", signIn::signIn);
        routes.post("/user/logout/", signIn::signOut);

        var passwords = new PasswordPages(context);
        routes.get("/user/password-change/", signIn.signedIn(passwords::show));
        routes.post("/user/password-change/", signIn.signedIn(passwords::change));
        routes.get("/user/password-change/done/", signIn.signedIn(passwords::done));

        var profile = new ProfilePages(context);
        routes.get("/user/", signIn.signedIn(profile::show));
        routes.post("/user/", signIn.signedIn(profile::edit));
        routes.post("/user/generate-token/", signIn.signedIn(profile::addToken));
        var link = new LinkForm(context);
        routes.post("/user/link/", signIn.signedIn(link::link));
        routes.post("/user/unlink/{id:number}/", signIn.signedIn(link::unlink));

        var register = new RegisterPages(context);
        routes.get("/register/", register::show);
        routes.post("/register/", register::register);
        routes.get("/confirm/{key}/", new ConfirmPage(context)::follow);

        var reset = new PasswordReset(context);
        routes.get("/user/password-reset/", reset::show);
        routes.post("/user/password-reset/", reset::ask);
        routes.get("/user/password-reset/mail-sent/", reset::sent);
        routes.get("/user/password-reset/{user}/{key}/", reset::follow);
        routes.post("/user/password-reset/{user}/{key}/", reset::change);

        var mail = new MailSettings(context);
        routes.get("/mail/", mail::show);
        routes.post("/mail/", mail::look);
        routes.get("/mail/optout/", mail::show);
        routes.post("/mail/optout/", mail::optOut);
        routes.get("/mail/optin/", mail::show);
        routes.post("/mail/optin/", mail::optIn);

        var projects = new ProjectPages(context);
        routes.get("/", projects::list);
        routes.get("/project/{project}/", projects::info);
        routes.get("/project/{project}/pwclientrc/", projects::pwclientrc);

        var lists = new PatchLists(context);
        routes.get("/project/{project}/list/", lists::list);
        routes.post("/project/{project}/list/", signIn.signedIn(lists::edit));
        routes.get(
                "/user/todo/",
                signIn.signedIn(
                        (request, viewer, user) -> TodoPage.show(context, request, viewer, user)));
        routes.get("/user/todo/{project}/", signIn.signedIn(lists::todo));
        routes.post("/user/todo/{project}/", signIn.signedIn(lists::editTodo));

        var mails = new MailPages(context);
        routes.get("/project/{project}/patch/{msgid}/", mails::patch);
        routes.post("/project/{project}/patch/{msgid}/", signIn.signedIn(mails::editPatch));
        routes.get("/project/{project}/cover/{msgid}/", mails::cover);
        routes.post("/project/{project}/cover/{msgid}/", signIn.signedIn(mails::editCover));

        var downloads = new Downloads(context);
        routes.get("/project/{project}/patch/{msgid}/mbox/", downloads::patchMbox);
        routes.get("/project/{project}/patch/{msgid}/raw/", downloads::patchRaw);
        routes.get("/project/{project}/cover/{msgid}/mbox/", downloads::coverMbox);
        routes.get("/series/{id:number}/mbox/", downloads::seriesMbox);
        routes.get("/bundle/{user}/{bundle}/mbox/", downloads::bundleMbox);

        var comparisons = new ComparisonPages(context);
        routes.get("/series/{id:number}/diff/", comparisons::choose);
        routes.get("/series/{id:number}/diff/{other:number}/", comparisons::show);
        routes.get("/series/{id:number}/diff/{file}", comparisons::text);

        var archive = new ArchivePages(context);
        routes.get(
                "/project/{project}/patch/{msgid}/mail/",
                request -> archive.mail(request, Kind.PATCH));
        routes.get(
                "/project/{project}/cover/{msgid}/mail/",
                request -> archive.mail(request, Kind.COVER));
        routes.get(
                "/project/{project}/comment/{msgid}/mail/",
                request -> archive.mail(request, Kind.COMMENT_ON_PATCH, Kind.COMMENT_ON_COVER));
        routes.otherwise(archive::answer);

        var bundleLists = new BundleLists(context);
        routes.get("/user/bundles/", signIn.signedIn(bundleLists::all));
        routes.post("/user/bundles/", signIn.signedIn(bundleLists::editAll));
        routes.get("/project/{project}/bundles/", signIn.signedIn(bundleLists::ofProject));
        routes.post("/project/{project}/bundles/", signIn.signedIn(bundleLists::editOfProject));

        var bundles = new BundlePages(context);
        routes.get("/bundle/{user}/{bundle}/", bundles::show);
        routes.post("/bundle/{user}/{bundle}/", signIn.signedIn(bundles::edit));
        routes.get("/user/bundle/{id:number}/", signIn.signedIn(bundles.byNumber("")));
        routes.get("/user/bundle/{id:number}/mbox/", signIn.signedIn(bundles.byNumber("mbox/")));

        var redirects = new Redirects(context);
        routes.get("/patch/{id:number}/", redirects.patch(""));
        routes.get("/patch/{id:number}/mbox/", redirects.patch("mbox/"));
        routes.get("/patch/{id:number}/raw/", redirects.patch("raw/"));
        routes.get("/patch/{id:number}/mail/", redirects.patch("mail/"));
        routes.get("/cover/{id:number}/", redirects.cover(""));
        routes.get("/cover/{id:number}/mbox/", redirects.cover("mbox/"));
        routes.get("/cover/{id:number}/mail/", redirects.cover("mail/"));
        routes.get("/series/{id:number}/", redirects::series);
        routes.get("/comment/{id:number}/", redirects::comment);
        routes.get("/comment/{id:number}/mail/", redirects::mailOfComment);

        var autocomplete = new Autocomplete(context);
        routes.get("/submitter/", autocomplete::submitters);
        routes.get("/delegate/", autocomplete::delegates);

        routes.get("/about/", this::about);
        routes.get("/help/", Redirects.permanently("/about/"));
        routes.get("/help/about/", Redirects.permanently("/about/"));
        routes.get("/help/pwclient/", Redirects.permanently("/about/"));
        Assets.addTo(routes);
    }

    /** How the site shows errors, those of other windows too. */
    public ErrorLook errors() {
        return this::error;
    }

    private Response about(Request request) throws IOException {
        return Html.page(JteaboutGenerated::render, context.frame(request));
    }

    private Response error(Request request, HttpError error) {
        var frame = Frame.without(context.site(), request, viewer(request, error));
        var title =
                switch (error.status()) {
                    case 403 -> "Not allowed";
                    case 404 -> "Not found";
                    case 405 -> "Not possible here";
                    case 500 -> "Something broke";
                    default -> "This did not work";
                };
        return Html.page(
                error.status(),
                JteerrorGenerated::render,
                new ErrorPage(frame, title, error.detail()));
    }

    /** Asks the store only where it can hardly be what failed. */
    private Viewer viewer(Request request, HttpError error) {
        if (!request.method().isSafe() || error.status() >= 500) {
            return Viewer.ANONYMOUS;
        }
        try {
            return context.signIn().visitor(request);
        } catch (IOException unreadable) {
            return Viewer.ANONYMOUS;
        }
    }
}
