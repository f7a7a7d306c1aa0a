import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Adds up the test reports of all modules, or of those that are named: {@code Tally.java FOLDER
 * MAVENS_EXIT_CODE [MODULE]...}. Maven goes on after a failed test and its exit code tells of the
 * rest, so this is what judges: a module that has tests and no report has failed, too. The last
 * lines name every failure, the very last is {@code N passed, N failed, N skipped}; the exit code
 * is 0 only if everything went well.
 */
final class Tally {

    private static final int LONGEST_MESSAGE = 200;

    private final SortedMap<String, Module> modules = new TreeMap<>();
    private final SortedMap<String, List<String>> skippedByReason = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private int passed;
    private int skipped;

    /** What one module's reports say. */
    private static final class Module {
        private int tests;
        private double seconds;
    }

    public static void main(String[] args) throws IOException {
        var arguments = List.of(args);
        var named = Set.copyOf(arguments.subList(2, arguments.size()));
        var tally = new Tally();
        for (var folder : sorted(Path.of(arguments.get(0)), "*")) {
            var name = folder.getFileName().toString();
            if (Files.isDirectory(folder.resolve("src/test/java"))
                    && (named.isEmpty() || named.contains(name))) {
                tally.addRoom(name, folder.resolve("target/surefire-reports"));
            }
        }
        System.exit(tally.tell(Integer.parseInt(arguments.get(1))) ? 0 : 1);
    }

    private void addRoom(String name, Path reports) throws IOException {
        var module = new Module();
        modules.put(name, module);
        if (Files.isDirectory(reports)) {
            for (var report : sorted(reports, "TEST-*.xml")) {
                addReport(report, module);
            }
        }
    }

    private static SortedSet<Path> sorted(Path folder, String glob) throws IOException {
        var found = new TreeSet<Path>();
        try (var entries = Files.newDirectoryStream(folder, glob)) {
            entries.forEach(found::add);
        }
        return found;
    }

    private void addReport(Path report, Module module) throws IOException {
        try (var in = Files.newInputStream(report)) {
            var xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "testsuite" -> module.seconds += seconds(xml);
                        case "testcase" -> addCase(xml, module);
                        default -> {}
                    }
                }
            }
        } catch (XMLStreamException killedMeanwhile) {
            failures.add(report.getFileName() + ": a report that breaks off, as if killed");
        }
    }

    private static double seconds(XMLStreamReader suite) {
        var time = suite.getAttributeValue(null, "time");
        return time == null ? 0 : Double.parseDouble(time.replace(",", ""));
    }

    private void addCase(XMLStreamReader xml, Module module) throws XMLStreamException {
        var test = name(xml);
        String failure = null;
        String reason = null;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("testcase")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "failure", "error" -> failure = message(xml);
                    case "skipped" -> {
                        var message = xml.getAttributeValue(null, "message");
                        reason = message == null ? firstLine(xml.getElementText()) : message;
                    }
                    default -> {}
                }
            }
        }
        module.tests++;
        if (failure != null) {
            failures.add(test + ": " + failure);
        } else if (reason != null) {
            skipped++;
            skippedByReason.computeIfAbsent(reason, unseen -> new ArrayList<>()).add(test);
        } else {
            passed++;
        }
    }

    /** What fails before the first test of a class has no name of its own. */
    private static String name(XMLStreamReader xml) {
        var type = xml.getAttributeValue(null, "classname");
        var name = xml.getAttributeValue(null, "name");
        return name == null || name.isEmpty() || name.equals(type) ? type : type + "." + name;
    }

    /** In one line, as what was expected often stands in the second. */
    private static String message(XMLStreamReader xml) throws XMLStreamException {
        var message = xml.getAttributeValue(null, "message");
        if (message == null || message.isBlank()) {
            message = xml.getElementText().strip().lines().findFirst().orElse("no message");
        }
        var line = message.strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + " …" : line;
    }

    /** Without the names that the test library puts before it. */
    private static String firstLine(String trace) {
        return trace.strip()
                .lines()
                .findFirst()
                .map(line -> line.replaceFirst("^[\\w.]+Exception: (Assumption failed: )?", ""))
                .filter(line -> !line.isBlank())
                .orElse("no reason given");
    }

    /** False if anything is wrong. */
    private boolean tell(int mavensExitCode) {
        if (mavensExitCode != 0) {
            failures.add("the build itself; Maven's messages are above");
        }
        System.out.println();
        System.out.println("SECONDS of each module's tests:");
        modules.forEach((name, module) -> {
            System.out.printf(
                    Locale.ROOT, "%8.1f  %s, %d tests%n", module.seconds, name, module.tests);
            if (module.tests == 0) {
                failures.add(name + ": none of its tests ran; Maven's messages above tell why");
            }
        });
        skippedByReason.forEach((reason, tests) -> {
            System.out.println("SKIPPED " + tests.size() + ": " + reason);
            tests.forEach(test -> System.out.println("        " + test));
        });
        if (modules.isEmpty()) {
            failures.add("no module with tests was found");
        }
        failures.forEach(failure -> System.out.println("FAILED  " + failure));
        System.out.printf("%d passed, %d failed, %d skipped%n", passed, failures.size(), skipped);
        return failures.isEmpty();
    }
}
