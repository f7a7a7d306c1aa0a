package io.patchbay.mail.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiffSignsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "diff --git a/x b/x",
                "text\ndiff --git a/x\n b/x\n",
                "@@ -1,2 +1 @@",
                "--- a/x\n+++ b/x\n",
            })
    void aLineThatOnlyDiffsHaveIsASign(String text) {
        assertThat(DiffSigns.in(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a diff --git a/x b/x",
                "> diff --git a/x b/x\n> @@ -1 +1 @@\n> --- a/x\n> +++ b/x",
                "--- \nAnn",
                "--- a/x",
                "--- a/x\n\n+++ b/x",
                "@@ -x",
                "@@ -",
                "diff below",
                "--- a/x\n--- +++ \n",
            })
    void proseQuotesAndSignaturesAreNone(String text) {
        assertThat(DiffSigns.in(text)).isFalse();
    }
}
