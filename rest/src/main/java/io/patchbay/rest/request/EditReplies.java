package io.patchbay.rest.request;

import io.patchbay.http.message.HttpError;
import io.patchbay.rest.json.Kind;
import io.patchbay.tracker.editing.Change;
import io.patchbay.tracker.editing.Edited;
import io.patchbay.tracker.editing.Edited.Conflict;
import io.patchbay.tracker.editing.Edited.Done;
import io.patchbay.tracker.editing.Edited.Invalid;
import io.patchbay.tracker.editing.Edited.NotAllowed;
import io.patchbay.tracker.editing.Edited.Obstacle;
import io.patchbay.tracker.editing.Edited.Right;
import io.patchbay.tracker.editing.Edited.Unknown;
import io.patchbay.tracker.editing.Problem;
import io.patchbay.tracker.editing.RepeatKey;
import io.patchbay.tracker.model.TextRule.Broken;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Says what became of a change in the sentences that clients know (rest-api §13). */
public final class EditReplies {

    private EditReplies() {}

    /**
     * Throws what else became of it.
     *
     * @param asked where the change was read from
     * @param key under which it was sent, if under any
     */
    static <T> Done<T> done(
            Edited<T> edited, Change<T> change, RequestFields asked, @Nullable RepeatKey key) {
        return switch (edited) {
            case Done<T> done -> done;
            case NotAllowed<T>(var right) -> throw notAllowed(right, change);
            case Unknown<T>(var noun, var _) -> throw noSuch(noun);
            case Invalid<T>(var problems) -> throw invalid(problems, asked);
            case Conflict<T>(var obstacle) -> throw conflict(obstacle, key);
        };
    }

    /** What there is to say before that a field is wrong; null if nothing. */
    static <T> @Nullable HttpError beforeFields(Edited<T> edited, Change<?> change) {
        return switch (edited) {
            // The relation is looked at when all fields are right.
            case NotAllowed<T>(var right) when right != Right.MAINTAIN_RELATED ->
                    notAllowed(right, change);
            case Unknown<T>(var noun, var _) -> noSuch(noun);
            case NotAllowed<T> _, Done<T> _, Invalid<T> _, Conflict<T> _ -> null;
        };
    }

    /** Of a request that cannot be read: that, with all that the rules refuse. */
    public static HttpError refusal(Edited<?> edited, Change<?> change, RequestFields asked) {
        var before = beforeFields(edited, change);
        if (before != null) {
            return before;
        }
        return invalid(edited instanceof Invalid(var problems) ? problems : List.of(), asked);
    }

    private static HttpError notAllowed(Right right, Change<?> change) {
        return switch (right) {
            // Unlike elsewhere, who reports a check is not told to sign in.
            case SIGNED_IN ->
                    change instanceof Change.AddCheck ? Call.noPermission() : Call.notSignedIn();
            case PROJECT_OF_TOKEN -> HttpError.forbidden("This token is for another project.");
            case MAINTAIN_RELATED ->
                    HttpError.forbidden(
                            "At least one patch is part of a project you are not maintaining.");
            case SCOPE_OF_TOKEN,
                    EDIT_PATCH,
                    MAINTAIN_PROJECT,
                    ADDRESS_COMMENT,
                    OWN_BUNDLE,
                    SAME_USER,
                    OPERATE ->
                    Call.noPermission();
        };
    }

    /** Patchwork names its class: of a patch comment {@code PatchComment}. */
    private static HttpError noSuch(String noun) {
        var model = new StringBuilder();
        for (var word : noun.split(" ")) {
            model.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return Call.noSuch(model.toString());
    }

    private static HttpError conflict(Obstacle obstacle, @Nullable RepeatKey key) {
        return switch (obstacle) {
            case OTHER_RELATION ->
                    new HttpError(
                            409,
                            "At least one patch is already part of another relation. You have to"
                                    + " explicitly remove a patch from its existing relation before"
                                    + " moving it to this one.");
            case KEY_OF_OTHER_REQUEST ->
                    new HttpError(
                            422,
                            "You have sent another request with the %s '%s'; send this one with a key of its own."
                                    .formatted(IdempotencyKey.KEY, key == null ? "" : key.key()));
            case MADE_AND_GONE ->
                    HttpError.notFound("What this request made when it was first sent is gone.");
        };
    }

    private static HttpError invalid(List<Problem> problems, RequestFields asked) {
        for (var problem : problems) {
            var field = problem.field();
            if (problem instanceof Problem.Missing) {
                // Of several ids it stands before the one that cannot be read.
                asked.rejectFirst(field, sentence(problem, asked));
            } else {
                asked.reject(field, sentence(problem, asked));
            }
        }
        return asked.refusal();
    }

    private static String sentence(Problem problem, RequestFields asked) {
        return switch (problem) {
            case Problem.BadText(var field, var _, var broken) -> broken(field, broken, asked);
            case Problem.UnknownWord(var field, var given, var known) ->
                    asked.rule(field).kind() == Kind.STATE
                            ? "Invalid state %s. Expected one of: %s."
                                    .formatted(given, String.join(", ", known))
                            : "\"%s\" is not a valid choice.".formatted(given);
            case Problem.Missing(var field, var given) ->
                    "Invalid pk \"%s\" - object does not exist."
                            .formatted(asked.asGiven(field, given));
            case Problem.NotMaintainer(var _, var user, var project) ->
                    "User '%s' is not a maintainer for project '%s'"
                            .formatted(user.username(), project.name());
            case Problem.OutOfRange(var _, var given, var least, var greatest) ->
                    given < least
                            ? "Ensure this value is greater than or equal to %d.".formatted(least)
                            : "Ensure this value is less than or equal to %d.".formatted(greatest);
            case Problem.Taken _ -> "You already have a bundle with this name.";
            case Problem.NoPatches _ -> "Bundles cannot be empty";
            case Problem.MixedProjects _ -> "Bundle patches must belong to the same project";
            case Problem.BadPattern _, Problem.Outdated _ -> problem.sentence();
        };
    }

    private static String broken(String field, Broken broken, RequestFields asked) {
        return switch (broken) {
            case Broken.TooLong(var longest, var _) ->
                    "Ensure this field has no more than %d characters.".formatted(longest);
            case Broken.Blank() -> "This field may not be blank.";
            case Broken.NullCharacter() -> "Null characters are not allowed.";
            case Broken.OtherForm(var expected) ->
                    switch (asked.rule(field).kind()) {
                        case URL -> "Enter a valid URL.";
                        case SLUG ->
                                "Enter a valid \"slug\" consisting of letters, numbers,"
                                        + " underscores or hyphens.";
                        default ->
                                field.equals("name")
                                        ? "A bundle's name cannot contain a slash."
                                        : "Expected %s.".formatted(expected);
                    };
        };
    }
}
