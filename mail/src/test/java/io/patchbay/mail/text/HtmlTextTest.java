package io.patchbay.mail.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;

/** The words of HTML. */
class HtmlTextTest {

    /** A tilde is a line feed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>Acked-by: Bo &lt;bo@example.com&gt;</p> | Acked-by: Bo <bo@example.com>",
                "<div>one</div><div>two<br>three</div> | one~two~three",
                "<P>one</P><p>two</p> | one~~two",
                "  one ~ <b>two</b>&nbsp;three | one two three",
                "Acked-by: Bo &lt;<a href='mailto:b@e.com'>b@e.com</a>&gt; | Acked-by: Bo <b@e.com>",
                "<title>no</title><style>p > b {}</style>yes<script>if (a</b) no</script> | yes",
                "one<!-- > two -->three<br><o:p></o:p> | onethree",
                "<pre>int  x;~if (a &amp;&amp; b)</pre> | int  x;~if (a && b)",
                "<blockquote>said<blockquote>before</blockquote></blockquote>mine | > said~~>> before~~mine",
                "a < b, a<1 &c; &#65;&#x42;&#xfffffff; &Auml;&yuml;&hellip; | a < b, a<1 &c; AB&#xfffffff; Äÿ…",
                "one <b two | one <b two",
                "<table><tr><td>one</td><td>two</td></tr><tr><td>three</table> | one two~three"
            })
    void areReadAsTheyAreShown(String html, String expected) {
        assertThat(HtmlText.of(html.replace('~', '\n')).strip().replace('\n', '~'))
                .isEqualTo(expected);
    }

    @Test
    void takesTimeInProportion() {
        for (var piece : new String[] {"<", "<a", "<!--", "&", "<blockquote>", "<style>", "</"}) {
            var html = piece.repeat(1_000_000);

            var taken = Instant.now();
            assertThat(HtmlText.of(html)).isNotNull();

            assertThat(Duration.between(taken, Instant.now()))
                    .as(piece)
                    .isLessThan(Duration.ofSeconds(5));
        }
    }
}
