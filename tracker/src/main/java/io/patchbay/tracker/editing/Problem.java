package io.patchbay.tracker.editing;

import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.TextRule;
import io.patchbay.tracker.model.TextRule.Broken;
import io.patchbay.tracker.model.User;

import java.util.List;

/**
 * What is wrong with one field of a change. Doors with words of their own translate the case; the
 * others say the {@link #sentence()}.
 */
public sealed interface Problem {

    /** As the API calls it (rest-api §7). */
    String field();

    /** What was expected, what came and what to do. */
    default String sentence() {
        return sentence(field());
    }

    /** The same where the field has another name. */
    String sentence(String name);

    /** A text breaks its {@link TextRule}. */
    record BadText(String field, String given, Broken broken) implements Problem {
        @Override
        public String sentence(String name) {
            return switch (broken) {
                case Broken.TooLong(var longest, var length) ->
                        "%s is %d characters long; the limit is %d"
                                .formatted(name, length, longest);
                case Broken.Blank() -> name + " is empty; give it a text";
                case Broken.NullCharacter() -> name + " holds a null character; leave it out";
                case Broken.OtherForm(var expected) ->
                        "%s: expected %s, got '%s'".formatted(name, expected, given);
            };
        }
    }

    /** A word that is none of a vocabulary. */
    record UnknownWord(String field, String given, List<String> known) implements Problem {
        @Override
        public String sentence(String name) {
            return "%s does not accept '%s'; there are %s"
                    .formatted(name, given, String.join(", ", known));
        }
    }

    /** An object that is named is not there. */
    record Missing(String field, String given) implements Problem {
        @Override
        public String sentence(String name) {
            return "%s '%s' does not exist".formatted(name, given);
        }
    }

    record NotMaintainer(String field, User user, Project project) implements Problem {
        @Override
        public String sentence(String name) {
            return "%s: '%s' is not a maintainer of %s"
                    .formatted(name, user.username(), project.name());
        }
    }

    record OutOfRange(String field, long given, long least, long greatest) implements Problem {
        @Override
        public String sentence(String name) {
            return "%s takes %d to %d, not %d".formatted(name, least, greatest, given);
        }
    }

    /** Another one has it. */
    record Taken(String noun, String field, String given) implements Problem {
        @Override
        public String sentence(String name) {
            return "a %s '%s' already exists; choose another name".formatted(noun, given);
        }
    }

    /** A bundle has no patches, and nothing tells its project. */
    record NoPatches(String field) implements Problem {
        @Override
        public String sentence(String name) {
            return "a bundle cannot be made of no patches; name at least one";
        }
    }

    /** The patches of a bundle belong to several projects. */
    record MixedProjects(String field) implements Problem {
        @Override
        public String sentence(String name) {
            return "the patches of a bundle must belong to the same project";
        }
    }

    /** What is as it is no more, or never was, so that the change makes no sense. */
    record Outdated(String field, String given, String reason) implements Problem {
        @Override
        public String sentence(String name) {
            return "%s %s: %s".formatted(name, given, reason);
        }
    }

    /** A text is no regular expression in the words of Python. */
    record BadPattern(String field, String given, String reason) implements Problem {
        @Override
        public String sentence(String name) {
            return "%s takes a regular expression: %s, in '%s'".formatted(name, reason, given);
        }
    }
}
