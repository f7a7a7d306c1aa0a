package io.patchbay.acceptance.doors;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.acceptance.StorePlace;
import io.patchbay.store.database.Durability;
import io.patchbay.testing.TestDatabase;
import io.patchbay.tracker.editing.UserRules;
import io.patchbay.tracker.model.CheckState;
import io.patchbay.tracker.model.TextRule;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a text or number may be, and which words there are, only {@code tracker} says (ADR 21). */
class RulesStandOnceTest {

    private static final Path ROOT = Path.of("..");

    /** Where changes come from, each source of it. */
    private static final List<String> INTERFACES =
            List.of("rest", "web", "xmlrpc", "control", "cli");

    /** Where they pass: those sources that know of them. */
    private static final List<String> BELOW = List.of("http", "store");

    /** Numbers of our limits that are HTTP's too. */
    private static final Set<Integer> AMBIGUOUS = Set.of(0, 200);

    /** Sources that compare or cut what nobody keeps. */
    private static final Map<String, String> EXCUSED =
            Map.of(
                    "web/src/main/java/io/patchbay/web/frame/Names.java",
                    "how much of a name a list shows",
                    "web/src/main/java/io/patchbay/web/account/Autocomplete.java",
                    "how much of a name must be typed before others are proposed");

    private ForeignRules rules;

    @BeforeEach
    void readRules(@TempDir Path folder) throws IllegalAccessException {
        var states = new HashSet<String>();
        try (var store =
                StorePlace.in(folder, TestDatabase.SQLITE)
                        .open(Durability.CHECKPOINTS, InstantSource.system())) {
            for (var state : store.read(reading -> reading.projects().states())) {
                states.add(state.slug());
                states.add(state.name());
            }
        }
        var checks =
                Arrays.stream(CheckState.values())
                        .map(CheckState::label)
                        .collect(Collectors.toSet());
        rules = new ForeignRules(List.of(states, checks), limits());
    }

    private static Set<Integer> limits() throws IllegalAccessException {
        var limits = new HashSet<>(Set.of(UserRules.MOST_ITEMS_PER_PAGE));
        for (var field : TextRule.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers())
                    && field.get(null) instanceof TextRule rule) {
                limits.add(rule.longest());
            }
        }
        limits.removeAll(AMBIGUOUS);
        return limits;
    }

    @Test
    void theRulesOfTheTrackerAreKnownHere() {
        assertThat(rules.limits()).contains(50, 150, 254, 255, 1000, 2000);
        assertThat(rules.vocabularies().getFirst()).contains("new", "Under Review", "superseded");
        assertThat(rules.vocabularies().getLast())
                .contains("pending", "success", "warning", "fail");
    }

    @Test
    void noInterfaceHasRulesOfItsOwn() throws IOException {
        var found = new TreeSet<String>();
        var excused = new HashSet<String>();
        for (var file : sources()) {
            var path = ROOT.relativize(file).toString().replace('\\', '/');
            for (var rule : rulesIn(file, path)) {
                if (EXCUSED.containsKey(path)) {
                    excused.add(path);
                } else {
                    found.add(path + ":" + rule);
                }
            }
        }

        assertThat(found).isEmpty();
        assertThat(excused).isEqualTo(EXCUSED.keySet());
    }

    private List<String> rulesIn(Path file, String path) throws IOException {
        var text = Files.readString(file, UTF_8);
        if (path.endsWith(".jte")) {
            return rules.inTemplate(text);
        }
        boolean isBelow = BELOW.stream().anyMatch(module -> path.startsWith(module + "/"));
        return isBelow && !ForeignRules.saysChanges(text) ? List.of() : rules.inJava(text);
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(ROOT)) {
            return files.filter(Files::isRegularFile)
                    .filter(RulesStandOnceTest::isSource)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isSource(Path file) {
        var path = ROOT.relativize(file).toString().replace('\\', '/');
        return (path.endsWith(".java") || path.endsWith(".jte"))
                && Stream.concat(INTERFACES.stream(), BELOW.stream())
                        .anyMatch(module -> path.startsWith(module + "/src/main/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (name.length() > 50) { }",
                "if (form.get(\"name\", \"\").strip().length() >= LONGEST) { }",
                "if (30 < name.codePointCount(0, name.length())) { }",
                "if (password.length() < Passwords.SHORTEST) { }",
                "var cut = name.substring(0, 150);",
                "var cut = name.substring(0, Math.min(LONGEST, name.length()));",
                "if (items < 1 || items > 1000) { }",
                "var states = List.of(\"pending\", SUCCESS);",
                "switch (state) { case \"accepted\" -> { } }",
                "var help = \"one of pending, success\";",
                "var help = \"success / warning / fail\";",
                "var help = \"Up to 150 letters\";",
                "var help = \"Under Review or Accepted\";",
            })
    void aRuleInAClassIsFound(String statement) throws IOException {
        assertThat(rules.inJava("class A { void a() { %s } }".formatted(statement)))
                .isNotEmpty()
                .allMatch(found -> found.startsWith("1: "));
    }

    @Test
    void aLengthInAPatternIsFoundWhereChangesAreSaid() throws IOException {
        var source = "class A { boolean a(String b) { return b.matches(\"[a-z]{1,30}\"); } }";

        assertThat(rules.inJava("import io.patchbay.tracker.editing.Change;\n" + source))
                .containsExactly("2: a length in the pattern [a-z]{1,30}");
        assertThat(rules.inJava(source)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (name.length() > 0 && at < name.length()) { }",
                "if (name.length() >= 2 && name.startsWith(\"'\")) { }",
                "if (status >= 200) { }",
                "var help = \"a new patch is accepted\";",
                "var longest = TextRule.BUNDLE_NAME.longest();",
                "var part = name.substring(0, at);",
                "var type = \"text/html; charset=utf-8\";",
            })
    void whatIsNoRuleIsNot(String statement) throws IOException {
        assertThat(rules.inJava("class A { void a() { %s } }".formatted(statement))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<input name=\"name\" maxlength=\"50\"> | 1: maxlength=\"50\"",
                "<input type=\"number\" max=\"1000\">   | 1: max=\"1000\"",
                "<input pattern=\"[a-z]+\">             | 1: pattern=\"[a-z]+\"",
                "<option value=\"accepted\">            | 1: the word accepted",
                "<p>success, fail</p>                   | 1: words in \"<p>success, fail</p>\"",
            })
    void aRuleInATemplateIsFound(String template, String found) {
        assertThat(rules.inTemplate(template)).containsExactly(found);
    }

    @Test
    void aTemplateMayAskForTheRule() {
        assertThat(rules.inTemplate("<input maxlength=\"${TextRule.BUNDLE_NAME.longest()}\">"))
                .isEmpty();
    }
}
