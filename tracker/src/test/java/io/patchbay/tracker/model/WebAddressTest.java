package io.patchbay.tracker.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org",
                "https://ci.example.org:8443/job/1?a=b&c=d#end",
                "HTTPS://EXAMPLE.ORG/",
                "ftp://example.org/file",
                "ftps://example.org/file",
                "http://localhost:8000/",
                "http://LocalHost",
                "http://192.0.2.255/",
                "http://[2001:db8::1]:80/",
                "http://[2001:db8::1]/",
                "http://user:secret@example.org/",
                "http://a-b.example.org/",
                "http://bücher.example/",
                "http://xn--bcher-kva.example/",
                "http://example.org?query",
                "http://example.org#part",
            })
    void aBrowserFollowsIt(String text) {
        assertThat(WebAddress.isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "//example.org/",
                "javascript:alert(1)",
                "javascript://example.org/%0aalert(1)",
                "data:text/html,x",
                "mailto:joe@example.org",
                "file:///etc/passwd",
                "http:/example.org",
                "http://",
                "http:///path",
                "http://?query",
                "http://ci",
                "http://ci/",
                "http://-a.example.org",
                "http://a-.example.org",
                "http://a..example.org",
                "http://.example.org",
                "http://example.org.",
                "http://example.o",
                "http://example.123",
                "http://256.0.0.1/",
                "http://192.0.2/",
                "http://a_b.example.org/",
                "http://example.org:/",
                "http://example.org:port/",
                "http://example.org:123456/",
                "http://example.org/a b",
                "http://example.org/a\n",
                " http://example.org",
                "http://[::1",
                "http://[]/",
            })
    void noBrowserDoes(String text) {
        assertThat(WebAddress.isValid(text)).isFalse();
    }
}
