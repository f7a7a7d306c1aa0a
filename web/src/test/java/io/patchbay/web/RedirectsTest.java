package io.patchbay.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.web.frame.SiteTest;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectsTest extends SiteTest {

    @ParameterizedTest
    @CsvSource({
        "/patch/1/, 302, /project/demo/patch/a%252Fb@example.com/",
        "/patch/1/?series=*, 302, /project/demo/patch/a%252Fb@example.com/",
        "/patch/1/mbox/, 302, /project/demo/patch/a%252Fb@example.com/mbox/",
        "/patch/1/raw/, 302, /project/demo/patch/a%252Fb@example.com/raw/",
        "/cover/1/, 302, /project/demo/cover/c%252Fd@example.com/",
        "/cover/1/mbox/, 302, /project/demo/cover/c%252Fd@example.com/mbox/",
        "/series/1/, 302, /project/demo/list/?series=1",
        "/comment/1/, 302, /project/demo/patch/a%252Fb@example.com/#1",
        "/comment/2/, 302, /project/demo/cover/c%252Fd@example.com/#2",
        "/help/, 301, /about/",
        "/help/about/, 301, /about/",
        "/patch/1, 301, /patch/1/",
        "/project/demo/list?series=1&archive=both, 301, /project/demo/list/?series=1&archive=both"
    })
    void anAddressLeadsToThePage(String path, int status, String location) {
        site.patch("[PATCH] one", "a/b@example.com");
        site.cover("[PATCH 0/2] both", "c/d@example.com");
        site.reply("a/b@example.com", "r1@example.com", "Rev <rev@example.com>", "A.\n");
        site.reply("c/d@example.com", "r2@example.com", "Rev <rev@example.com>", "B.\n");
        site.reply("c/d@example.com", "r3@example.com", "Rev <rev@example.com>", "C.\n");

        var answer = site.get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(TestSite.location(answer)).isEqualTo(location);
    }

    @ParameterizedTest
    @CsvSource({"/patch/9/", "/patch/x/", "/cover/9/mbox/", "/comment/9/", "/series/9/"})
    void aNumberWithoutAThingIsNotFound(String path) {
        assertThat(site.get(path).statusCode()).isEqualTo(404);
    }
}
