package io.patchbay.store.filing;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.Mail;
import io.patchbay.store.StoreContract;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.reading.Archive.ArchivedMail;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Which mails make a thread (archive §2.3). */
final class ThreadsTest extends StoreContract {

    private Filing filing;
    private int minutes;

    @BeforeEach
    void addProjects() {
        FilingBatchTest.addProjects(store);
        filing = new Filing(store, clock);
    }

    @Test
    void aThreadIsWhatAnswersEachOtherTheOldestFirst() {
        file("cover", "[PATCH 0/1] quay", "");
        file("one", "[PATCH 1/1] stone", "In-Reply-To: <cover@x>\n");
        file("re-one", "Re: [PATCH 1/1] stone", "In-Reply-To: <one@x>\n");
        file("other", "[PATCH] mole", "");

        for (var start : List.of("cover", "one", "re-one")) {
            assertThat(thread(start)).as(start).containsExactly("cover", "one", "re-one");
        }
        assertThat(thread("other")).containsExactly("other");
    }

    @Test
    void mailsThatAnswerOneThatNeverCameAreOneThread() {
        file("one", "[PATCH 1/2] stone", "References: <never@x>\n");
        file("two", "[PATCH v2] mole", "References: <elder@x> <never@x>\n");
        file("three", "[PATCH v3] pier", "References: <elder@x>\n");

        assertThat(thread("one")).containsExactly("one", "two", "three");
        assertThat(thread("never")).containsExactly("one", "two", "three");
    }

    @Test
    void aMailThatAnswersTwoThreadsJoinsThem() {
        file("one", "[PATCH] stone", "");
        file("two", "[PATCH] mole", "");
        file("re-one", "Re: [PATCH] stone", "In-Reply-To: <one@x>\n");
        file("re-two", "Re: [PATCH] mole", "In-Reply-To: <two@x>\n");

        file("both", "Re: both", "References: <re-one@x> <re-two@x>\n");

        assertThat(thread("two")).containsExactly("one", "two", "re-one", "re-two", "both");
    }

    @Test
    void whatNobodyNamedIsNoThread() {
        file("one", "[PATCH] stone", "");

        assertThat(thread("unknown")).isEmpty();
    }

    private void file(String id, String subject, String headers) {
        var diff = subject.startsWith("Re:") || subject.contains("0/") ? "" : "--- a/x\n+++ b/x\n";
        var text =
                """
                From: Ada <ada@example.com>
                Subject: %s
                Message-Id: <%s@x>
                Date: Fri, 2 Jan 2026 12:%02d:00 +0000
                List-Id: <harbor.lists.example.org>
                %s
                Text.
                %s@@ -0,0 +1 @@
                +x
                """
                        .formatted(subject, id, minutes++, headers, diff);
        filing.file(Mail.read(text.getBytes(UTF_8)));
    }

    private List<String> thread(String id) {
        return read(reading -> reading.archive().thread("<" + id + "@x>")).stream()
                .map(ArchivedMail::msgid)
                .map(msgid -> msgid.replaceAll("<|@x>", ""))
                .toList();
    }
}
