package io.patchbay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class SubjectTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "[PATCH v2 1/2] x|[v2,1/2] x|v2 1/2",
                "[PATCH] [foo] [bar] x|[foo,bar] x|foo bar",
                "[proj PATCH,RFC] x|[RFC] x|RFC",
                "[PROJ patch] x|x|",
                "[PATCHv2] x|[PATCHv2] x|PATCHv2",
                "[PATCH] rewrite [a-z]|rewrite [a-z]|",
                "[PATCH 1/2]|[1/2] |1/2",
                "[] x|x|",
                "[PATCH x|[PATCH x|",
                "plain|plain|",
                "[PATCH]x|x|",
                "Re: [PATCH] x|x|",
                "Fwd: [PATCH] x|x|",
                "FW: [v1] x|[v1] x|v1",
                "Re: Re: x|Re: x|",
                "Re[2]: x|Re[2]: x|",
            })
    void aSubjectBecomesANameWithItsPrefixesInFront(
            String text, String name, @Nullable String prefixes) {
        var subject = Subject.of(text, "proj");

        assertThat(subject.name()).isEqualTo(name);
        assertThat(String.join(" ", subject.prefixes()))
                .isEqualTo(prefixes == null ? "" : prefixes);
    }

    @Test
    void mercurialsMarkIsOnePrefixAlsoWhenTheStoredNameIsReadAgain() {
        var subject = Subject.of("[PATCH 2 of 7] x", "proj");

        assertThat(subject.name()).isEqualTo("[2 of 7] x");
        assertThat(subject.prefixes()).containsExactly("2 of 7");
        assertThat(subject.marker()).contains(new SeriesMarker(2, 7));
        assertThat(Subject.prefixesOf(subject.name())).containsExactly("2 of 7");
        assertThat(Subject.prefixesOf("[RFC,v2 of 7] x")).containsExactly("RFC", "v2", "of", "7");
    }

    @Test
    void wordsAfterMercurialsMarkArePrefixesToo() {
        var subject = Subject.of("[PATCH 2 of 7 stable,v3] x", "proj");

        assertThat(subject.prefixes()).isEqualTo(List.of("2 of 7", "stable", "v3"));
        assertThat(subject.version()).isEqualTo(3);
    }

    @Test
    void prefixesOfAStoredNameKeepTheLinkName() {
        assertThat(Subject.prefixesOf("[proj,v2,1/2] x")).containsExactly("proj", "v2", "1/2");
    }

    @ParameterizedTest
    @CsvSource({
        "[PATCH 1/2] x, 1, 2",
        "[PATCH 00/12] x, 0, 12",
        "[PATCH2/3] x, 2, 3",
        "[PATCH v2 3/4] x, 3, 4",
        "[PATCH 12/34/56] x, 34, 56",
        "[PATCH 1/2] [PATCH 3/4] x, 1, 2",
    })
    void theFirstPrefixThatCountsIsTheMarker(String text, int number, int total) {
        assertThat(Subject.of(text, "proj").marker()).contains(new SeriesMarker(number, total));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[PATCH] x",
                "[PATCH 1/] x",
                "[PATCH /2] x",
                "[PATCH 1/2x] x",
                "x 1/2",
                "[PATCHES 1 of 2] x",
                "[PATCH 1/12345678901234567890] x"
            })
    void whatIsNoCountIsNoMarker(String text) {
        assertThat(Subject.of(text, "proj").marker()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "[PATCH v2] x, 2",
        "[PATCH V3 1/2] x, 3",
        "[PATCH RFC v4] (v5) x, 4",
        "[PATCH] x (v5), 5",
        "[PATCH] x (V12) y, 12",
        "[PATCHv2] x, 1",
        "[PATCH] x v2, 1",
        "[PATCH v2x] x, 1",
        "[PATCH] x (v) (v6), 6",
        "[PATCH v99999999999] x, 1",
    })
    void theVersionIsInAPrefixOrInParentheses(String text, int version) {
        assertThat(Subject.of(text, "proj").version()).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Re: x", "RE x", "re:x", "rE:"})
    void aReplySaysSo(String text) {
        assertThat(Subject.isReply(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Aw: x", "Fwd: x", "Re[2]: x", "x Re: y", "re", "reading x", ""})
    void otherSubjectsAreNoReplies(String text) {
        assertThat(Subject.isReply(text)).isFalse();
    }

    @Test
    void aNameIsStoredUpToTwoHundredAndFiftyFiveCharacters() {
        var subject = Subject.of("\uD83D\uDE00".repeat(300), "proj");

        assertThat(subject.storedName()).isEqualTo("\uD83D\uDE00".repeat(255));
        assertThat(subject.name()).isEqualTo("\uD83D\uDE00".repeat(300));
    }

    @Test
    void aFoldedAndEncodedSubjectIsReadAsOneLine() {
        var mail =
                Samples.withSubject("[PATCH\n v2] =?utf-8?q?caf=C3=A9?=\n\t=?utf-8?q?_au_lait?=");

        assertThat(mail.subject("proj")).contains(new Subject("[v2] café au lait", List.of("v2")));
    }

    @Test
    void aMissingOrUndecodableSubjectIsNone() {
        assertThat(Samples.withHeaders("From: a@example.org").subject("proj")).isEmpty();

        var broken = Samples.withSubject("=?utf-8?b?a?=");
        assertThat(broken.subject("proj")).isEmpty();
        assertThat(broken.has("Subject")).isTrue();
        assertThat(broken.isReply()).isFalse();
    }
}
