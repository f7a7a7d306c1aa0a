package io.patchbay.mail.header;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTypeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "NONE",
            value = {
                "text/plain|NONE",
                "text/plain; charset|NONE",
                "text/plain; charset=|``",
                "text/plain; charset=UTF-8|utf-8",
                "text/plain; CharSet = \"utf-8\" ; x=y|utf-8",
                "text/plain; charset=<utf-8>|utf-8",
                "text/plain; charset=\"|\"",
                "text/plain; charset=\"a\\\"b\\\\c\"|a\"b\\c",
                "text/plain; x=\"a;charset=no\"; charset=yes|yes",
                "text/plain; x=\"a\\\";charset=no\"; charset=yes|yes",
                "text/plain; x=\"a; charset=no|NONE",
                "text/plain; xcharset=no; charsetx=no; charset=yes|yes",
                "text/plain;; charset=one; charset=two|one",
                "charset=utf-8|utf-8",
                "text/plain; charset*=utf-8|utf-8",
                "text/plain; charset*=us-ascii'en'utf%2D8|utf-8",
                "text/plain; charset*=us-ascii'utf%2G8|us-ascii'utf%2g8",
                "text/plain; charset*1=\"-8\"; charset*0=utf|utf-8",
                "text/plain; charset*0*=''ut%66; charset*1*=%2D8|utf-8",
                "text/plain; charset*0=''ut%66|''ut%66",
                "text/plain; charset*x=no|NONE",
                "text/plain; charset=ütf|NONE",
            })
    void theCharsetIsAParameter(String value, @Nullable String charset) {
        assertThat(ContentType.of(value).charset()).isEqualTo(charset);
    }

    @Test
    void aTypeHasExactlyOneSlash() {
        assertThat(ContentType.of(" Text/HTML ; x").is("text/html")).isTrue();
        assertThat(ContentType.of("text/html").subtype()).isEqualTo("html");
        assertThat(ContentType.of("text").is("text/plain")).isTrue();
        assertThat(ContentType.of("a/b/c").is("text/plain")).isTrue();
        assertThat(ContentType.of("/x").is("/x")).isTrue();
    }
}
