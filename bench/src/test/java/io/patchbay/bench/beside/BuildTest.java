package io.patchbay.bench.beside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

class BuildTest {

    @TempDir Path folder;

    @Test
    void theTimeOfAProcessIsToldAfterItsEnd() throws Exception {
        var build = script("for ((i = 0; i < 200000; i++)); do :; done; echo done >&2");

        assertThat(build.cpuOf("ingest")).isBetween(Duration.ofMillis(10), Duration.ofMinutes(1));
    }

    @Test
    void userAndSystemTimeAddUp() {
        assertThat(Build.seconds("12.345 0.678\n")).isEqualTo(Duration.ofMillis(13_023));
    }

    @Test
    void aFailureSaysWhatWasRunAndWhatItSaid() throws Exception {
        var build = script("echo \"no file $2\" >&2; exit 3");

        assertThatThrownBy(() -> build.cpuOf("ingest", "a.mbox"))
                .hasMessageContaining("patchbay ingest a.mbox' ended with 3 and said:")
                .hasMessageContaining("no file a.mbox");
        assertThatThrownBy(() -> build.run("token", "bench"))
                .hasMessageContaining("ended with 3 and said:")
                .hasMessageContaining("no file bench");
    }

    @Test
    void onlyWhatIsPrintedIsReturned() throws Exception {
        assertThat(script("echo note >&2; echo 0123").run("token")).isEqualTo("0123");
    }

    @Test
    void aReleaseIsTheScriptInItsFolder() throws Exception {
        var build = script("echo building >&2; echo \"/srv/$1-$2-$3\"").release("0.1");

        assertThat(build)
                .contains(new Build("0.1", Path.of("/srv/release---at-0.1").resolve("patchbay")));
    }

    @Test
    void aCommitThatThisCloneDoesNotHaveIsNoFailure() throws Exception {
        assertThat(script("exit 2").release("0.1")).isEmpty();
        assertThatThrownBy(() -> script("exit 1").release("0.l"))
                .hasMessage("'./patchbay release --at 0.l' ended with 1; it said why above");
    }

    private Build script(String text) throws IOException {
        var script = folder.resolve("patchbay");
        Files.writeString(script, "#!/usr/bin/env bash\n" + text + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Build("some", script);
    }
}
