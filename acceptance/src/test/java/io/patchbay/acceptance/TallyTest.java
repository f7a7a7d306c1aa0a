package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code build/Tally.java} makes of the reports that the tests of all rooms leave. */
class TallyTest {

    private static final String KITCHEN =
            """
            <testsuite name="KitchenTest" time="1,002.5" tests="2">
              <testcase name="boils" classname="KitchenTest" time="1.0"/>
              <testcase name="fries" classname="KitchenTest" time="1.5">
                <skipped message="SKIPPED: there is no oil"/>
              </testcase>
            </testsuite>
            """;
    private static final String ATTIC =
            """
            <testsuite name="AtticTest" time="0.25" tests="2">
              <testcase name="isDry" classname="AtticTest" time="0.25">
                <failure message="&#10;expected: 1&#10; but was: 2" type="AssertionError">trace</failure>
              </testcase>
              <testcase name="" classname="AtticTest" time="0.0">
                <error type="java.io.IOException"><![CDATA[java.io.IOException: no ladder
                  at AtticTest.climb]]></error>
              </testcase>
            </testsuite>
            """;

    @TempDir private Path house;

    private record Outcome(int status, List<String> lines) {}

    @BeforeEach
    void furnish() throws IOException {
        Files.createDirectories(house.resolve("docs"));
        room("kitchen", KITCHEN);
    }

    @Test
    void whatWentWellIsCountedRoomByRoom() throws IOException, InterruptedException {
        var outcome = tally("0");

        assertThat(outcome.lines())
                .containsExactly(
                        "",
                        "SECONDS of each module's tests:",
                        "  1002.5  kitchen, 2 tests",
                        "SKIPPED 1: SKIPPED: there is no oil",
                        "        KitchenTest.fries",
                        "1 passed, 0 failed, 1 skipped");
        assertThat(outcome.status()).isZero();
    }

    @Test
    void theLastLinesNameEveryFailure() throws IOException, InterruptedException {
        room("attic", ATTIC);
        room("cellar", "<testsuite><testcase name=");
        Files.createDirectories(house.resolve("garage/src/test/java"));

        var outcome = tally("1");

        assertThat(outcome.lines())
                .endsWith(
                        "FAILED  AtticTest.isDry: expected: 1 but was: 2",
                        "FAILED  AtticTest: java.io.IOException: no ladder",
                        "FAILED  TEST-cellar.xml: a report that breaks off, as if killed",
                        "FAILED  the build itself; Maven's messages are above",
                        "FAILED  cellar: none of its tests ran; Maven's messages above tell why",
                        "FAILED  garage: none of its tests ran; Maven's messages above tell why",
                        "1 passed, 6 failed, 1 skipped");
        assertThat(outcome.status()).isNotZero();
    }

    @Test
    void onlyTheRoomsNamedMustHaveBeenTested() throws IOException, InterruptedException {
        Files.createDirectories(house.resolve("garage/src/test/java"));

        assertThat(tally("0", "kitchen").status()).isZero();
        assertThat(tally("0", "garage").lines())
                .endsWith(
                        "FAILED  garage: none of its tests ran; Maven's messages above tell why",
                        "0 passed, 1 failed, 0 skipped");
    }

    private void room(String name, String report) throws IOException {
        Files.createDirectories(house.resolve(name + "/src/test/java"));
        var reports = Files.createDirectories(house.resolve(name + "/target/surefire-reports"));
        Files.writeString(reports.resolve("TEST-" + name + ".xml"), report);
    }

    private Outcome tally(String... mavensExitCodeAndRooms)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.add("../build/Tally.java");
        command.add(house.toString());
        command.addAll(List.of(mavensExitCodeAndRooms));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var printed = process.getInputStream().readAllBytes();
        return new Outcome(
                process.waitFor(), new String(printed, StandardCharsets.UTF_8).lines().toList());
    }
}
