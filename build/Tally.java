import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Adds up the test reports of all modules: {@code Tally.java FOLDER MAVENS_EXIT_CODE}. The last
 * line is {@code N passed, N failed, N skipped}; the exit code is 0 only if everything went well.
 */
final class Tally {

    private final SortedMap<String, List<String>> skippedByReason = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private int passed;
    private int failed;
    private int skipped;

    public static void main(String[] args) throws Exception {
        var tally = new Tally();
        try (var modules = Files.newDirectoryStream(Path.of(args[0]), Files::isDirectory)) {
            for (var module : modules) {
                tally.addReportsOf(module.resolve("target/surefire-reports"));
            }
        }
        System.exit(tally.tell(Integer.parseInt(args[1])) ? 0 : 1);
    }

    private void addReportsOf(Path folder) throws IOException, XMLStreamException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var reports = Files.newDirectoryStream(folder, "TEST-*.xml")) {
            for (var report : reports) {
                try (var in = Files.newInputStream(report)) {
                    addReport(in);
                }
            }
        }
    }

    private void addReport(InputStream report) throws XMLStreamException {
        var xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(report);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("testcase")) {
                addCase(xml);
            }
        }
    }

    private void addCase(XMLStreamReader xml) throws XMLStreamException {
        var test =
                xml.getAttributeValue(null, "classname")
                        + "."
                        + xml.getAttributeValue(null, "name");
        boolean failedHere = false;
        boolean skippedHere = false;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("testcase")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "failure", "error" -> failedHere = true;
                    case "skipped" -> {
                        skippedHere = true;
                        var message = xml.getAttributeValue(null, "message");
                        var reason = message == null ? firstLine(xml.getElementText()) : message;
                        skippedByReason
                                .computeIfAbsent(reason, unseen -> new ArrayList<>())
                                .add(test);
                    }
                    default -> {}
                }
            }
        }
        if (failedHere) {
            failed++;
            failures.add(test);
        } else if (skippedHere) {
            skipped++;
        } else {
            passed++;
        }
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
        System.out.println();
        skippedByReason.forEach((reason, tests) -> {
            System.out.println("SKIPPED " + tests.size() + ": " + reason);
            tests.forEach(test -> System.out.println("        " + test));
        });
        failures.forEach(test -> System.out.println("FAILED  " + test));
        if (failed == 0 && mavensExitCode != 0) {
            System.out.println("FAILED  the build itself; Maven's messages are above");
            failed++;
        }
        if (passed + failed + skipped == 0) {
            System.out.println("FAILED  no test ran at all");
            failed++;
        }
        System.out.printf("%d passed, %d failed, %d skipped%n", passed, failed, skipped);
        return failed == 0;
    }
}
