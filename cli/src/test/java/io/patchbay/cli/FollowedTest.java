package io.patchbay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.server.Followed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Optional;

class FollowedTest {

    @Test
    void aFolderMayStandBehindAListId() {
        assertThat(Followed.parse("/srv/harbor"))
                .isEqualTo(new Followed(Optional.empty(), Path.of("/srv/harbor")));
        assertThat(Followed.parse("harbor.example.org=/srv/harbor"))
                .isEqualTo(new Followed(Optional.of("harbor.example.org"), Path.of("/srv/harbor")));
        assertThat(Followed.parse("/srv/a=b"))
                .isEqualTo(new Followed(Optional.empty(), Path.of("/srv/a=b")));
    }

    @Test
    void aFolderThatIsNoInboxIsRefused(@TempDir Path folder) {
        var run = Run.of("serve", "--data", folder, "--http", "127.0.0.1:0", "--follow", folder);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("expected a public-inbox folder, with git/0.git in it");
    }
}
