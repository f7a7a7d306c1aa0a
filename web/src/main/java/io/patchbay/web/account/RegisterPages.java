package io.patchbay.web.account;

import io.patchbay.http.message.Parameters;
import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.accounts.Accounts.NewUser;
import io.patchbay.tracker.accounts.Confirmation.Kind;
import io.patchbay.tracker.accounts.MailSender.OutgoingMail;
import io.patchbay.tracker.accounts.Passwords;
import io.patchbay.tracker.editing.Problem;
import io.patchbay.tracker.editing.UserRules;
import io.patchbay.tracker.model.NameTaken;
import io.patchbay.tracker.model.TextRule;
import io.patchbay.tracker.model.TextRule.Broken;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.query.Criterion.Mentions;
import io.patchbay.tracker.query.Selection;
import io.patchbay.web.frame.Frame;
import io.patchbay.web.frame.Html;
import io.patchbay.web.frame.JtenoticeGenerated;
import io.patchbay.web.frame.Notice;
import io.patchbay.web.frame.PageContext;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Making an account, which works once its address was confirmed (web-ui.md §8). */
public record RegisterPages(PageContext context) {

    private static final int MOST_PEOPLE = 100;

    /**
     * What the page shows.
     *
     * @param fields as they were filled in
     */
    public record RegisterPage(Frame frame, Parameters fields, List<String> errors) {}

    public Response show(Request request) throws IOException {
        return page(request, Parameters.NONE, List.of());
    }

    private Response page(Request request, Parameters fields, List<String> errors)
            throws IOException {
        var frame = context.frame(request);
        return context.mailing().isPossible()
                ? Html.page(JteregisterGenerated::render, new RegisterPage(frame, fields, errors))
                : Html.page(
                        JtenoticeGenerated::render,
                        new Notice(
                                frame,
                                "Register",
                                "This site sends no mail, so it cannot confirm an address. Its"
                                        + " administrators can make an account for you."));
    }

    public Response register(Request request) throws IOException {
        var viewer = context.signIn().visitor(request);
        var form = request.form();
        var errors = context.read(reading -> problems(form, reading));
        if (!errors.isEmpty() || !context.mailing().isPossible()) {
            return page(request, form, errors);
        }
        var user = userIn(form, Passwords.hash(form.get("password", "")));
        String key;
        try {
            key =
                    context.write(
                            request.by(viewer),
                            writing -> {
                                long id = writing.accounts().add(user);
                                return writing.confirmations()
                                        .ask(Kind.REGISTRATION, user.email(), id);
                            });
        } catch (NameTaken taken) {
            return page(request, form, List.of(USERNAME_TAKEN));
        }
        context.mailing().send(confirmation(request, user, key));
        var text =
                "A mail is on its way to %s. Follow the link in it to finish your registration."
                        .formatted(user.email());
        return Html.page(
                JtenoticeGenerated::render,
                new Notice(context.frame(request), "Registration", text));
    }

    private static final String USERNAME_TAKEN =
            "This username is already taken. Please choose another.";
    private static final String NO_EMAIL = "Email: Enter a valid email address.";

    private static NewUser userIn(Parameters form, String passwordHash) {
        return new NewUser(
                form.get("username", "").strip(),
                passwordHash,
                form.get("first_name", "").strip(),
                form.get("last_name", "").strip(),
                form.get("email", "").strip(),
                false,
                false);
    }

    private OutgoingMail confirmation(Request request, NewUser user, String key) {
        return new OutgoingMail(
                user.email(),
                "Patchwork account confirmation",
                """
                Hi,

                somebody, probably you, asked for the account '%s' on %s.
                To confirm that, follow this link:

                    %s

                If it was not you, there is nothing to do.
                """
                        .formatted(
                                user.username(),
                                context.site().domain(),
                                context.mailing().link(request, "/confirm/" + key + "/")));
    }

    private static List<String> problems(Parameters form, Reading reading) {
        var user = userIn(form, "");
        var problems = new ArrayList<String>();
        UserRules.problemsOf(user).forEach(problem -> problems.add(sentence(problem)));
        if (!reading.users().idsNamed(user.username()).isEmpty()) {
            problems.add(USERNAME_TAKEN);
        }
        // Other accounts can be without an address; this one is confirmed by a mail to it.
        if (user.email().isEmpty()) {
            problems.add(NO_EMAIL);
        }
        usersOf(user.email(), reading).stream()
                .findFirst()
                .ifPresent(other ->
                        problems.add(
                                "This email address is already in use for the account"
                                        + " \"%s\".".formatted(other.username())));
        var weak = PasswordPages.weakness(form.get("password", ""));
        if (weak != null) {
            problems.add(weak);
        }
        return problems;
    }

    private static String sentence(Problem problem) {
        return switch (problem.field()) {
            case "username" -> "Username: Enter a valid value.";
            case "email" -> NO_EMAIL;
            default ->
                    problem instanceof Problem.BadText(_, _, Broken.TooLong(var longest, _))
                            ? "A name can have %d characters.".formatted(longest)
                            : problem.sentence();
        };
    }

    /** Those who can sign in with this address, in whatever case it is written. */
    static List<User> usersOf(String email, Reading reading) {
        if (email.isEmpty()) {
            return List.of();
        }
        var mentioning = new Selection(List.of(new Mentions(email)), List.of(), 0, MOST_PEOPLE);
        return reading.users().list(mentioning).rows().stream()
                .filter(user -> user.email().equalsIgnoreCase(email))
                .toList();
    }

    /** Whether a link can be mailed to it. */
    static boolean isEmail(String text) {
        return !text.isEmpty() && TextRule.EMAIL.brokenBy(text) == null;
    }
}
