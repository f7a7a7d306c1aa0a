package io.patchbay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.mail.header.MessageId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

/** Versions and numbers of subjects, by our rules and by Patchwork's (mail-ingest §8, §21). */
final class SeriesMarksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    # subject                            | ours     | Patchwork
                    [PATCH v2 1/3] x                     | v2 1/3   | v2 1/3
                    [PATCH] x                            | v1       | v1
                    [PATCHv2 1/3] x                      | v2 1/3   | v1 1/3
                    [PATCHv2,1/3] x                      | v2 1/3   | v1 1/3
                    [RFCv2 PATCH 1/3] x                  | v2 1/3   | v1 1/3
                    [RESENDv2 1/3] x                     | v2 1/3   | v1 1/3
                    [PATCH-v2 1/3] x                     | v2 1/3   | v1 1/3
                    [PATCH_v2 1/3] x                     | v2 1/3   | v1 1/3
                    [PATCH/v2 1/3] x                     | v2 1/3   | v1 1/3
                    [PATCH v2-1/3] x                     | v2 1/3   | v1 1/3
                    [PATCH v 2 1/3] x                    | v2 1/3   | v1 1/3
                    [PATCH ver2 1/3] x                   | v2 1/3   | v1 1/3
                    [PATCH version 2, 1/3] x             | v2 1/3   | v1 1/3
                    [PATCH net-next-v2 1/3] x            | v2 1/3   | v1 1/3
                    [PATCH (v2) 1/3] x                   | v2 1/3   | v2 1/3
                    [PATCH 1/3] x (v2)                   | v2 1/3   | v2 1/3
                    [PATCH] v2: x                        | v2       | v1
                    [PATCH 1 / 3] x                      | v1 1/3   | v1
                    [PATCH v2 1 of 3] x                  | v2 1/3   | v2
                    [PATCH 1 of 3] x                     | v1 1/3   | v1 1/3
                    [PATCH 1of3] x                       | v1 1/3   | v1
                    [PATCH1/3] x                         | v1 1/3   | v1 1/3
                    [PATCH] (1/3) x                      | v1 1/3   | v1
                    [PATCH v2] 1/3: x                    | v2 1/3   | v2
                    [quay] [PATCH v2][1/3] x             | v2 1/3   | v2 1/3
                    PATCH v2 1/3: x                      | v2 1/3   | v1
                    PATCHv2 1/3: x                       | v2 1/3   | v1
                    bug#123: [PATCH v2 1/3] x            | v2 1/3   | v1
                    EXTERNAL: [PATCH v2 1/3] x           | v2 1/3   | v1
                    ***SPAM*** [PATCH v2 1/3] x          | v2 1/3   | v1
                    {SPAM?} [PATCH v2 1/3] x             | v2 1/3   | v1
                    [EXT] bug#1: [PATCH v2 1/3] x        | v2 1/3   | v1
                    【PATCH v2 1/3】 x                    | v2 1/3   | v1
                    ［PATCH　v２　１／３］ x              | v2 1/3   | v1
                    [PATCH 1.5/2] x                      | v1 1+/2  | v1 5/2
                    [PATCH 1a/2] x                       | v1 1+/2  | v1
                    # a kernel, a library, protocols, a date, a support contract are no versions or places
                    [PATCH v5.10 1/3] x                  | v1 1/3   | v1 1/3
                    [PATCH 5.10/5.15] x                  | v1       | v1
                    [v4l-utils PATCH 1/2] x              | v1 1/2   | v1 1/2
                    [PATCH IPv6 1/2] x                   | v1 1/2   | v1 1/2
                    [PATCH] 24/7 x                       | v1       | v1
                    quay: [x] v2 1/2: y                  | v1       | v1
                    # what answers or forwards a patch is none
                    AW: [PATCH v2 0/3] x                 | v1       | v1
                    回覆: [PATCH v2 0/3] x               | v1       | v1
                    [Info] Fwd: [PATCH v2 0/3] x         | v1       | v1
                    [PATCH 1/12345678901] x              | v1       | v1
                    """)
    void aSubjectGivesVersionAndNumber(String subject, String ours, String patchworks) {
        var cleaned = Subject.of(subject, "quay");

        assertThat(told(SeriesMarks.asWritten(subject, cleaned, Optional.empty()))).isEqualTo(ours);
        assertThat(told(SeriesMarks.asPatchwork(cleaned))).isEqualTo(patchworks);
    }

    private static String told(SeriesMarks marks) {
        var marker = marks.marker();
        return "v"
                + marks.version()
                + (marker == null
                        ? ""
                        : " %d%s/%d"
                                .formatted(
                                        marker.number(),
                                        marker.isBetween() ? "+" : "",
                                        marker.total()));
    }

    @ParameterizedTest
    @CsvSource({
        "[PATCH 1/3] x, <pull.7.v2.git.1700000000.bridge@example.com>, 2",
        "[PATCH v4 1/3] x, <pull.7.v2.git.1700000000.bridge@example.com>, 4",
        "[PATCH] x, <bmm.f00d.org.repo.ann.lee.12.3.1@example.com>, 3",
        "[PATCH] x, <bmm.3@example.com>, 1",
        "[PATCH] x, <pull.v2.git@example.com>, 1",
    })
    void aBridgeWritesTheVersionIntoTheMessageId(String subject, String id, int version) {
        var marks =
                SeriesMarks.asWritten(subject, Subject.of(subject, "dock"), MessageId.firstIn(id));

        assertThat(marks.version()).isEqualTo(version);
    }
}
