package io.patchbay.web.archive;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.junit.jupiter.api.Test;

class MboxrdTest {

    @Test
    void linesThatReadAsEnvelopesAreQuotedOnceMore() {
        assertThat(mbox("Subject: x\n\nFrom the sea\n>From the quay\n >From here\nFrom\n"))
                .isEqualTo("Subject: x\n\n>From the sea\n>>From the quay\n >From here\nFrom\n\n");
    }

    @Test
    void aMailEndsWithAnEmptyLineWhateverItsOwnEndIs() {
        assertThat(mbox("Subject: x\n\nlast")).isEqualTo("Subject: x\n\nlast\n\n");
        assertThat(mbox("Subject: x\n\nlast\n\n")).isEqualTo("Subject: x\n\nlast\n\n\n");
        assertThat(mbox("")).isEqualTo("\n");
    }

    @Test
    void theEnvelopeOfItsDeliveryIsLeftOut() {
        assertThat(mbox("From ann@example.com Fri Jan  2 12:00:00 2026\nSubject: x\n\ny\n"))
                .isEqualTo("Subject: x\n\ny\n\n");
    }

    @Test
    void lineEndsOfTheWayBecomeThoseOfFiles() {
        assertThat(mbox("Subject: x\r\n\r\nFrom y\r\n")).isEqualTo("Subject: x\n\n>From y\n\n");
    }

    /** They may be part of a patch for a file that has them. */
    @Test
    void lineEndsThatDifferWithinAMailStay() {
        assertThat(mbox("Subject: x\n\n+dos\r\n unix\n"))
                .isEqualTo("Subject: x\n\n+dos\r\n unix\n\n");
        assertThat(mbox("Subject: x\r\n\r\n+dos\r\r\n \r lone\r\n"))
                .isEqualTo("Subject: x\n\n+dos\r\n \r lone\n\n");
    }

    @Test
    void allOtherBytesStay() {
        var bytes = new StringBuilder("Subject: x\n\n");
        for (char value = 0; value < 256; value++) {
            bytes.append(value);
        }

        assertThat(mbox(bytes.toString())).isEqualTo(bytes + "\n\n");
    }

    private static String mbox(String mail) {
        var mbox = new String(Mboxrd.of(mail.getBytes(ISO_8859_1)), ISO_8859_1);
        assertThat(mbox).startsWith(Mboxrd.ENVELOPE);
        return mbox.substring(Mboxrd.ENVELOPE.length());
    }
}
