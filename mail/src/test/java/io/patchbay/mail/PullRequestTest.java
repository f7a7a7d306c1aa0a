package io.patchbay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Locale;

class PullRequestTest {

    private static final String REQUEST =
            """
            Please pull.

            The following changes since commit 0123456789abcdef:

              Linux 6.19 (2026-01-01 12:00:00 +0000)

            are available in the Git repository at:

            %s
            for you to fetch changes up to fedcba9876543210:
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "  git://host.example.org/x.git tags/v1\\n|git://host.example.org/x.git tags/v1",
                "  https://host.example.org/~ann/x.git\\n|https://host.example.org/~ann/x.git",
                "user@host.example.org:p.git branch\\n|user@host.example.org:p.git branch",
                "  ssh+git://host.example.org:22/x.git  for-6.19 \\n|ssh+git://host.example.org:22/x.git for-6.19",
                "\\n\\n  git://host.example.org/x.git \\\\\\n  tags/v1\\n|git://host.example.org/x.git \\ tags/v1",
                "  git://host.example.org/x.git\\n\\n|git://host.example.org/x.git",
                "git://host.example.org/x².git tags/Ⅷ\\n|git://host.example.org/x².git tags/Ⅷ",
                "  https://host.example.org/c++/x.git for-c++\\n|https://host.example.org/c++/x.git for-c++",
                "  https://host.example.org/x.git tags/x@y\\n|https://host.example.org/x.git tags/x@y",
                "  https://host.example.org/x.git feature/#12\\n|https://host.example.org/x.git feature/#12",
                "  https://host.example.org/my%20x.git\\n|https://host.example.org/my%20x.git",
                "  https://host.example.org/x.git tags/x,ready\\n|https://host.example.org/x.git tags/x,ready",
                "  <https://host.example.org/x.git> main\\n|https://host.example.org/x.git main",
                "  https://host.example.org/x?x=1 main\\n|https://host.example.org/x?x=1 main",
                "  https://host.example.org/x.git \\\\\\n  a+b\\n|https://host.example.org/x.git \\ a+b",
                "  ann.lee@host.example.org:x.git v1~3\\n|ann.lee@host.example.org:x.git v1~3",
                "  host.example.org:x.git main\\n|host.example.org:x.git main",
            })
    void theRepositoryAndTheReferenceAreFound(String lines, String url) {
        var content = REQUEST.formatted(lines.replace("\\n", "\n").replace("\\\\", "\\"));

        assertThat(PullRequest.urlIn(content)).contains(url);
    }

    @Test
    void ofSeveralRepositoriesTheLastIsTaken() {
        var content =
                REQUEST.formatted("git://host.example.org/one.git\n")
                        + "are available in the git repository at:\n\n  git://host.example.org/two.git\n";

        assertThat(PullRequest.urlIn(content)).contains("git://host.example.org/two.git");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  not a url",
                "  git://host.example.org/x.git branch (of mine)",
                "  /home/ann/x.git",
                "  git://",
                "> git://host.example.org/x.git",
            })
    void otherTextIsNoRepository(String line) {
        assertThat(PullRequest.urlIn(REQUEST.formatted(line))).isEmpty();
    }

    @Test
    void quotedOrIncompleteRequestsAreNone() {
        var request = REQUEST.formatted("git://host.example.org/x.git\n");

        assertThat(PullRequest.urlIn(request.indent(1).replace(" ", "> "))).isEmpty();
        assertThat(PullRequest.urlIn(request.replace("The following", "Following"))).isEmpty();
        assertThat(PullRequest.urlIn(request.replace("are available", "Are not"))).isEmpty();
        assertThat(PullRequest.urlIn("")).isEmpty();
    }

    @Test
    void anySpellingOfTheWordsCounts() {
        var request = REQUEST.formatted("git://host.example.org/x.git\n").toUpperCase(Locale.ROOT);

        assertThat(PullRequest.urlIn(request)).contains("GIT://HOST.EXAMPLE.ORG/X.GIT");
    }
}
