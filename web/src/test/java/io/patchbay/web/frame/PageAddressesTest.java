package io.patchbay.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.http.message.Percent;
import io.patchbay.mail.header.MessageId;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.RuleSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

class PageAddressesTest {

    @Test
    void aSlashInAMessageIdIsEscapedTwice() {
        assertThat(PageAddresses.patch(patch("<a/b@example.com>")))
                .isEqualTo("/project/demo/patch/a%252Fb@example.com/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<1@example.com>",
                "<a/b@example.com>",
                "<ü%41 c@example.com>",
                "<a%zz@x>",
                "<a%2Fb@example.com>",
                "<a%2fb/c@example.com>",
                "<a%252Fb%25252f%25@example.com>"
            })
    void anAddressLeadsBackToItsMessageId(String msgid) {
        var path = PageAddresses.patch(patch(msgid));
        var segment = path.substring("/project/demo/patch/".length(), path.length() - 1);

        assertThat(PageAddresses.storedMessageId(Percent.decode(segment))).isEqualTo(msgid);
    }

    @Test
    void anAddressOfAnIdThatWasCutLeadsBackToIt() {
        var stored = new MessageId("<" + "y".repeat(300) + "@example.com>").stored();
        var path = PageAddresses.patch(patch(stored));
        var segment = path.substring("/project/demo/patch/".length(), path.length() - 1);

        assertThat(PageAddresses.storedMessageId(Percent.decode(segment))).isEqualTo(stored);
        assertThat(PageAddresses.storedMessageId("y".repeat(300) + "@example.com"))
                .isEqualTo(stored);
    }

    private static PatchHead patch(String msgid) {
        var project =
                new Project(
                        1,
                        "demo",
                        "Demo",
                        "demo.lists.example.org",
                        "demo@lists.example.org",
                        "",
                        Project.Links.NONE,
                        false,
                        false,
                        true,
                        RuleSet.PATCHBAY);
        return new PatchHead(1, project, msgid, Instant.EPOCH, "a patch");
    }
}
