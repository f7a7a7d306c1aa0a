package io.patchbay.mail.header;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.mail.Samples;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

class MailDateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tue, 07 Apr 2026 09:32:49 +0200|2026-04-07T07:32:49Z",
                "Tue, 7 Apr 2026 09:32:49 +0200 (CEST)|2026-04-07T07:32:49Z",
                "7 Apr 2026 09:32 -0330|2026-04-07T13:02:00Z",
                "Tue,7 Apr 2026 09:32:49 -0000|2026-04-07T09:32:49Z",
                "Tue, 7 Apr 2026 09:32:49|2026-04-07T09:32:49Z",
                "Tue, 7 Apr 2026 09:32:49+0100|2026-04-07T08:32:49Z",
                "Tue, 7 April 2026 09.32.49 GMT|2026-04-07T09:32:49Z",
                "Tue, Apr 7 2026 09:32:49 +0000|2026-04-07T09:32:49Z",
                "Tue Apr  7 09:32:49 2026|2026-04-07T09:32:49Z",
                "Tue Apr  7 09:32:49 PDT 2026|2026-04-07T16:32:49Z",
                "Sunday, 06-Nov-94 08:49:37 GMT|1994-11-06T08:49:37Z",
                "6 Nov 69 08:49:37 GMT|1969-11-06T08:49:37Z",
                "6 Nov 68 08:49:37 GMT|2068-11-06T08:49:37Z",
                "7 Apr 2026 09:32:49 EST|2026-04-07T14:32:49Z",
                "7 Apr 2026 09:32:49 MEST|2026-04-07T09:32:49Z",
                "31 Apr 2026 25:61:61 +0000|2026-05-02T02:02:01Z",
                "7 Apr 2026 09:32:49 +9999|2026-04-03T04:53:49Z",
                // RFC 5322 §4.3
                "Tue, 7 Apr 126 09:32:49 +0000|2026-04-07T09:32:49Z",
                "Wed, 7 Apr 099 09:32:49 +0000|1999-04-07T09:32:49Z",
                "6 Nov 999 08:49:37 GMT|2899-11-06T08:49:37Z",
                // ISO 8601
                "2026-04-07T09:32:49Z|2026-04-07T09:32:49Z",
                "2026-04-07T09:32:49.123456+02:00|2026-04-07T07:32:49Z",
                "2026-04-07 09:32:49 +0200|2026-04-07T07:32:49Z",
                "2026-04-07 09:32:49-0330|2026-04-07T13:02:49Z",
                "2026-04-07 09:32:49 UTC|2026-04-07T09:32:49Z",
                "2026-04-07 09:32|2026-04-07T09:32:00Z",
                "Tue, 2026-04-07 09:32:49 +0200 (CEST)|2026-04-07T07:32:49Z",
                "20260407T093249Z|2026-04-07T09:32:49Z",
                "2026-04-07|2026-04-07T00:00:00Z",
            })
    void everyUsualFormOfADateIsUnderstood(String date, Instant instant) {
        assertThat(Samples.withHeaders("Date: " + date).date()).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-13-07T09:32:49Z",
                "2026-00-07",
                "2026-04-07T09",
                "2026-0407",
                "0000-04-07",
                "yesterday",
                "",
                "Tue, 7 Foo 2026 09:32:49 +0000",
                "Tue, 7 Apr x 09:32:49 y",
                "Tue, 7 Apr 2026 late +0000",
                "Tue, 7 Apr 10000 09:32:49 +0000",
                "Tue, 7 Apr 99999999999999999999 09:32:49 +0000",
                "Tue, 999999999999999 Apr 2026 09:32:49 +0000",
                "7 Apr",
            })
    void whatIsNoDateIsNone(String date) {
        assertThat(Samples.withHeaders("Date: " + date).date()).isEmpty();
    }

    @Test
    void theFirstReceivedHeaderTellsWhenTheLastServerTookTheMail() {
        var mail =
                Samples.withHeaders(
                        """
                        Received: from a.example by b.example (x; y) with LMTP id 7
                        \tfor <list@example.org>; Tue, 7 Apr 2026 09:32:49 +0200 (CEST)
                        Received: by a.example; Tue, 7 Apr 2026 08:00:00 +0200
                        """);

        assertThat(mail.received()).contains(Instant.parse("2026-04-07T07:32:49Z"));
        assertThat(Samples.withHeaders("Received: by a.example").received()).isEmpty();
        assertThat(Samples.withHeaders("From: a@example.org").received()).isEmpty();
    }

    @Test
    void aMailWithoutDateHasNone() {
        assertThat(Samples.withHeaders("From: a@example.org").date()).isEmpty();
    }
}
