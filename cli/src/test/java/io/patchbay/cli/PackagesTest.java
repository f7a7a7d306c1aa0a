package io.patchbay.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The picture of our packages in packages.txt is true (docs/adr/0017). */
class PackagesTest {

    private static final String USES = "uses";
    private static final String LARGER = "larger than 25 files";
    private static final String ONLY = "knows of ours only";
    private static final String NEVER = "never knows";
    private static final String LIBRARIES = "libraries";

    private static final int MOST_FILES = 25;
    private static final int MOST_MODULES_WITH_A_NAME = 2;

    /** Nothing that is packaged with the command line depends on them. */
    private static final Set<String> ONLY_IN_SOURCE = Set.of("acceptance", "bench", "testing");

    private static JavaClasses classes;
    private static PackageTable table;
    private static PackageUses uses;

    @BeforeAll
    static void readAll() throws IOException {
        classes =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.patchbay");
        table = PackageTable.read();
        uses = PackageUses.of(classes);
    }

    @Test
    void theClassesOfAllThatIsPackagedAreRead() {
        var read =
                classes.stream()
                        .map(JavaClass::getPackageName)
                        .map(name -> name.substring("io.patchbay.".length()))
                        .collect(Collectors.toSet());

        assertThat(uses.packages())
                .filteredOn(name -> !ONLY_IN_SOURCE.contains(PackageUses.moduleOf(name)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(read).contains(name));
    }

    @Test
    void whatIsUsedIsDrawnAndWhatIsDrawnIsUsed() {
        var drawn = table.section(USES);
        var faults = new ArrayList<String>();
        for (var name : uses.packages()) {
            var used = uses.usedBy(name);
            var line = drawn.get(name);
            if (line == null) {
                faults.add("add the line  " + PackageTable.line(name, used.keySet()));
            } else if (!used.keySet().equals(new TreeSet<>(line))) {
                var more = new TreeMap<>(used);
                more.keySet().removeAll(line);
                var fewer = new TreeSet<>(line);
                fewer.removeAll(used.keySet());
                faults.add(
                        "make the line  %s  (new, with a class that uses it: %s; no longer used: %s)"
                                .formatted(PackageTable.line(name, used.keySet()), more, fewer));
            }
        }
        for (var name : drawn.keySet()) {
            if (!uses.packages().contains(name)) {
                faults.add("remove the line of %s, which is no package".formatted(name));
            }
        }

        assertNone(USES, faults);
    }

    @Test
    void aPackageStandsBelowWhatItUses() {
        var above = new HashSet<String>();
        var faults = new ArrayList<String>();
        table.section(USES)
                .forEach((name, used) -> {
                    for (var one : used) {
                        if (!above.contains(one)) {
                            faults.add(
                                    "%s uses %s, which does not stand above it"
                                            .formatted(name, one));
                        }
                    }
                    above.add(name);
                });

        assertNone(USES, faults);
    }

    @Test
    void aPackageIsOneTopicNotAList() {
        var larger = table.section(LARGER);
        var faults = new ArrayList<String>();
        for (var name : uses.packages()) {
            int files = uses.classesIn(name).size();
            if (files > MOST_FILES && !larger.containsKey(name)) {
                faults.add(
                        "%s has %d files; cut it by topic, or add the line  %s: REASON"
                                .formatted(name, files, name));
            }
        }
        larger.forEach((name, reason) -> {
            if (uses.classesIn(name).size() <= MOST_FILES) {
                faults.add("remove the line of %s, which is not larger".formatted(name));
            }
            if (reason.isEmpty()) {
                faults.add("%s has no reason".formatted(name));
            }
        });

        assertNone(LARGER, faults);
    }

    @Test
    void aModuleKnowsNothingElseOfOurs() {
        var faults = new ArrayList<String>();
        table.section(ONLY)
                .forEach((module, known) ->
                        uses.usedByModule(module)
                                .forEach((used, by) -> {
                                    var other = PackageUses.moduleOf(used);
                                    if (uses.modules().contains(other) && !known.contains(other)) {
                                        faults.add("%s of %s uses %s".formatted(by, module, used));
                                    }
                                }));

        assertNone(ONLY, faults);
    }

    @Test
    void aModuleNeverKnowsThese() {
        var faults = new ArrayList<String>();
        table.section(NEVER)
                .forEach((module, unknown) ->
                        uses.usedByModule(module)
                                .forEach((used, by) -> {
                                    if (unknown.stream().anyMatch(name -> isIn(used, name))) {
                                        faults.add("%s of %s uses %s".formatted(by, module, used));
                                    }
                                }));

        assertNone(NEVER, faults);
    }

    @Test
    void theseSectionsNameModules() {
        assertThat(uses.modules())
                .containsAll(table.section(ONLY).keySet())
                .containsAll(table.section(NEVER).keySet());
    }

    @Test
    void aLibraryIsUsedWhereItIsDrawnAndNowhereElse() {
        var drawn = table.section(LIBRARIES);
        var users = new TreeMap<String, Set<String>>();
        drawn.keySet().forEach(library -> users.put(library, new TreeSet<>()));
        for (var module : uses.modules()) {
            for (var used : uses.usedByModule(module).keySet()) {
                if (uses.modules().contains(PackageUses.moduleOf(used))) {
                    continue;
                }
                var library = drawn.keySet().stream().filter(name -> isIn(used, name)).findFirst();
                if (library.isPresent() || !PackageUses.isOfTheJdk(used)) {
                    users.computeIfAbsent(library.orElse(used), _ -> new TreeSet<>()).add(module);
                }
            }
        }
        var faults = new ArrayList<String>();
        users.forEach((library, modules) -> {
            var line = drawn.get(library);
            if (line == null) {
                faults.add("add the line  " + PackageTable.line(library, modules));
            } else if (!line.equals(List.of("all")) && !modules.equals(new TreeSet<>(line))) {
                faults.add("make the line  " + PackageTable.line(library, modules));
            }
        });

        assertNone(LIBRARIES, faults);
    }

    @Test
    void aNameIsInTwoModulesAtMost() {
        var modules = new TreeMap<String, Set<String>>();
        for (var name : uses.packages()) {
            for (var type : uses.classesIn(name)) {
                modules.computeIfAbsent(type, _ -> new TreeSet<>()).add(PackageUses.moduleOf(name));
            }
        }
        modules.values().removeIf(in -> in.size() <= MOST_MODULES_WITH_A_NAME);

        assertThat(modules).as("simple names that too many modules have").isEmpty();
    }

    @Test
    void namesSayTheThing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Util|Utils|Helper|Impl|Processor|Service)")
                .check(classes);
    }

    private static boolean isIn(String name, String parent) {
        return name.equals(parent) || name.startsWith(parent + ".");
    }

    private static void assertNone(String section, List<String> faults) {
        assertThat(faults)
                .as("cli/src/test/resources/packages.txt, section [%s]", section)
                .isEmpty();
    }
}
