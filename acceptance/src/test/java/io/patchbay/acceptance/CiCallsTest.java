package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The calls of CI systems, each in a script of the folder {@code ci} that calls as its system does
 * and stops where that would.
 */
final class CiCallsTest {

    private static final Path SCRIPTS = Path.of("src/test/resources/ci");

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kernel-patches-daemon",
                "ltp",
                "nipa",
                "patman",
                "pw-ci",
                "pwcli",
                "snowpatch"
            })
    void whatCiSystemsCallIsAnsweredAsTheyNeedIt(String system) throws Exception {
        for (var program : List.of("bash", "curl", "jq", "git")) {
            assumeTrue(
                    ClientHome.program(program) != null,
                    "SKIPPED: the CI scripts need %1$s ('apt install %1$s')".formatted(program));
        }
        try (var served = ServedCorpus.in(folder.resolve("data"))) {
            served.addStatesOfKernelOrg();
            var home = new ClientHome(folder.resolve("home"));
            home.set("PATCHWORK_URL", served.url());
            home.set("PATCHWORK_TOKEN", served.token());
            var script = SCRIPTS.resolve(system + ".sh").toAbsolutePath();

            var printed = home.run("bash", script.toString());

            assertThat(printed).isEmpty();
        }
    }

    @Test
    void everyScriptIsRun() throws Exception {
        var annotation =
                CiCallsTest.class
                        .getDeclaredMethod("whatCiSystemsCallIsAnsweredAsTheyNeedIt", String.class)
                        .getAnnotation(ValueSource.class);
        try (var scripts = Files.list(SCRIPTS)) {
            assertThat(scripts.map(script -> script.getFileName().toString().replace(".sh", "")))
                    .contains(annotation.strings())
                    .hasSize(annotation.strings().length + 1);
        }
    }
}
