package io.patchbay.cli;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which packages use which, as the classes tell and the sources of all modules. Classes know the
 * types that stand in no import; sources know constants, templates, links in Javadoc, and the
 * modules whose classes are not on the path. Ours are named without {@code io.patchbay}.
 */
final class PackageUses {

    private static final String OURS = "io.patchbay.";
    private static final Path MODULES = Path.of("..");
    private static final Path MAIN = Path.of("src", "main");

    private static final Pattern NAMED = Pattern.compile("\\b((?:[a-z]\\w*\\.)+)[A-Z]");
    private static final Pattern IMPORTED =
            Pattern.compile("^@?import (?:static )?((?:[a-z]\\w*\\.)+)[A-Z]", Pattern.MULTILINE);
    private static final Pattern TEMPLATE = Pattern.compile("@template\\.((?:\\w+\\.)*)\\w+\\(");

    private static final Set<String> OF_THE_JDK =
            ModuleLayer.boot().modules().stream()
                    .flatMap(module -> module.getPackages().stream())
                    .collect(Collectors.toUnmodifiableSet());

    /** By package, what it uses, and the name of a class that does. */
    private final SortedMap<String, SortedMap<String, String>> ours = new TreeMap<>();

    /** The same of packages that are not ours. */
    private final SortedMap<String, SortedMap<String, String>> foreign = new TreeMap<>();

    /** The names of the sources of each package. */
    private final SortedMap<String, SortedSet<String>> sources = new TreeMap<>();

    static PackageUses of(JavaClasses classes) throws IOException {
        var uses = new PackageUses();
        classes.forEach(uses::readClass);
        try (var modules = Files.newDirectoryStream(MODULES, PackageUses::isModule)) {
            for (var module : modules) {
                uses.readSources(module.getFileName().toString(), module.resolve(MAIN));
            }
        }
        return uses;
    }

    static String moduleOf(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    static boolean isOfTheJdk(String name) {
        return OF_THE_JDK.contains(name);
    }

    /** All packages that have a source. */
    Set<String> packages() {
        return sources.keySet();
    }

    /** What a package uses of ours, each with the name of a class that does. */
    SortedMap<String, String> usedBy(String name) {
        return ours.getOrDefault(name, new TreeMap<>());
    }

    /** What the packages of a module use, each with the name of a class that does. */
    SortedMap<String, String> usedByModule(String module) {
        var used = new TreeMap<String, String>();
        Stream.of(ours, foreign)
                .flatMap(uses -> uses.entrySet().stream())
                .filter(entry -> moduleOf(entry.getKey()).equals(module))
                .forEach(entry -> used.putAll(entry.getValue()));
        used.keySet().removeIf(name -> moduleOf(name).equals(module));
        return used;
    }

    Set<String> modules() {
        return packages().stream()
                .map(PackageUses::moduleOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of a package's classes that have a file of their own. */
    SortedSet<String> classesIn(String name) {
        return sources.getOrDefault(name, new TreeSet<>());
    }

    private void readClass(JavaClass one) {
        var user = one.getPackageName();
        for (var dependency : one.getDirectDependenciesFromSelf()) {
            var used = dependency.getTargetClass().getBaseComponentType();
            if (!used.isPrimitive()) {
                add(user, used.getPackageName(), one.getSimpleName());
            }
        }
    }

    private static boolean isModule(Path folder) {
        return Files.isDirectory(folder.resolve(MAIN));
    }

    private void readSources(String module, Path main) throws IOException {
        try (var files = Files.walk(main)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var path = main.relativize(file);
                var folder = packageOf(path.subpath(1, path.getNameCount()));
                var name = file.getFileName().toString();
                if (path.startsWith("java") && name.endsWith(".java")) {
                    addSource(folder, name);
                    readReferences(folder, name, Files.readString(file));
                } else if (path.startsWith("jte") && name.endsWith(".jte")) {
                    var text = Files.readString(file);
                    var user = OURS + module + (folder.isEmpty() ? "" : "." + folder);
                    readReferences(user, name, text);
                    TEMPLATE.matcher(text)
                            .results()
                            .forEach(match -> add(user, OURS + module + dotted(match), name));
                }
            }
        }
    }

    /** Of a file whose path begins at the folder of the root package. */
    private static String packageOf(Path file) {
        var folder = file.getParent();
        return folder == null ? "" : folder.toString().replace('\\', '/').replace('/', '.');
    }

    private void addSource(String name, String file) {
        var ofPackage =
                sources.computeIfAbsent(name.substring(OURS.length()), _ -> new TreeSet<>());
        if (!file.equals("package-info.java")) {
            ofPackage.add(file.replace(".java", ""));
        }
    }

    private void readReferences(String user, String source, String text) {
        addAll(user, source, text, NAMED, used -> used.startsWith(OURS));
        addAll(user, source, text, IMPORTED, used -> !used.startsWith(OURS));
    }

    private static String dotted(MatchResult match) {
        var folder = match.group(1);
        return folder.isEmpty() ? "" : "." + folder.substring(0, folder.length() - 1);
    }

    private void addAll(
            String user, String source, String text, Pattern pattern, Predicate<String> wanted) {
        pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(wanted)
                .forEach(used -> add(user, used.substring(0, used.length() - 1), source));
    }

    private void add(String user, String used, String by) {
        var name = user.substring(OURS.length());
        if (!used.startsWith(OURS)) {
            to(foreign, name).putIfAbsent(used, by);
        } else if (!used.equals(user)) {
            to(ours, name).putIfAbsent(used.substring(OURS.length()), by);
        }
    }

    private static Map<String, String> to(
            SortedMap<String, SortedMap<String, String>> uses, String name) {
        return uses.computeIfAbsent(name, _ -> new TreeMap<>());
    }
}
